import { once } from 'node:events';
import { from } from 'pg-copy-streams';
const ESCAPES = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (text) => text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character);
function encoded(value) {
    if (value === null)
        return '\\N';
    if (typeof value === 'string')
        return escaped(value);
    if (typeof value === 'number')
        return String(value);
    if (typeof value === 'boolean')
        return value ? 't' : 'f';
    if (value instanceof Date)
        return value.toISOString();
    return escaped(JSON.stringify(value));
}
const ROWS_AT_ONCE = 2000;
/** Writes rows, all of the first one's shape, by COPY: several times faster than INSERT. */
export async function copyRows(client, table, rows) {
    const [first] = rows;
    if (!first)
        return;
    const columns = Object.keys(first);
    const stream = client.query(from(`copy "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`));
    const finished = once(stream, 'finish');
    // `once` rejects on an error, also while we wait for a drain below.
    finished.catch(() => undefined);
    for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
        const lines = rows.slice(at, at + ROWS_AT_ONCE).map((row) => `${columns.map((column) => encoded(row[column] ?? null)).join('\t')}\n`);
        if (!stream.write(lines.join('')))
            await Promise.race([once(stream, 'drain'), finished]);
    }
    stream.end();
    await finished;
}
