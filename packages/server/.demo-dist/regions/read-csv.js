import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
/** A reference file says something that cannot be imported; the message names file and line. */
export class ReferenceFileError extends Error {
    constructor(file, line, what) {
        super(`${path.basename(file)}, строка ${line}: ${what}`);
        this.name = 'ReferenceFileError';
    }
}
/**
 * Reads a reference file whose head is exactly `columns`, in this order.
 * @throws ReferenceFileError when the head or a line does not fit, or a value of a `required` column is missing
 */
export function readCsv(file, columns, optional = []) {
    const [head, ...rows] = parseLines(file);
    if (!head || head.record.join() !== columns.join())
        throw new ReferenceFileError(file, 1, `ожидается заголовок ${columns.join()}`);
    return rows.map(({ record, info }) => {
        const values = Object.fromEntries(columns.map((column, i) => [column, (record[i] ?? '').trim()]));
        const missing = columns.find((column) => values[column] === '' && !optional.includes(column));
        if (missing)
            throw new ReferenceFileError(file, info.lines, `нет значения ${missing}`);
        return { values, line: info.lines };
    });
}
function parseLines(file) {
    try {
        return parse(readFileSync(file, 'utf8'), { bom: true, info: true, skip_empty_lines: true });
    }
    catch (error) {
        if (error instanceof CsvError)
            throw new ReferenceFileError(file, Number(error['lines'] ?? 1), error.message);
        throw error;
    }
}
