import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';

/** One line of a reference file, by the names of its head. */
export interface CsvLine<Column extends string> {
  readonly values: Readonly<Record<Column, string>>;
  /** The line in the file, counted from 1. */
  readonly line: number;
}

/** A reference file says something that cannot be imported; the message names file and line. */
export class ReferenceFileError extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${path.basename(file)}, строка ${line}: ${what}`);
    this.name = 'ReferenceFileError';
  }
}

/**
 * Reads a reference file whose head is exactly `columns`, in this order.
 * @throws ReferenceFileError when the head or a line does not fit, or a value of a `required` column is missing
 */
export function readCsv<Column extends string>(file: string, columns: readonly Column[],
  optional: readonly Column[] = []): CsvLine<Column>[] {
  const [head, ...rows] = parseLines(file);
  if (!head || head.record.join() !== columns.join()) throw new ReferenceFileError(file, 1, `ожидается заголовок ${columns.join()}`);
  return rows.map(({ record, info }) => {
    const values = Object.fromEntries(columns.map((column, i) => [column, (record[i] ?? '').trim()])) as Record<Column, string>;
    const missing = columns.find((column) => values[column] === '' && !optional.includes(column));
    if (missing) throw new ReferenceFileError(file, info.lines, `нет значения ${missing}`);
    return { values, line: info.lines };
  });
}

function parseLines(file: string): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(readFileSync(file, 'utf8'), { bom: true, info: true,
      skip_empty_lines: true }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (error) {
    if (error instanceof CsvError) throw new ReferenceFileError(file, Number(error['lines'] ?? 1), error.message);
    throw error;
  }
}
