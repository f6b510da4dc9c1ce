import { badInput } from './failures.js';
/** The most rows of one page. */
export const MAX_FIRST = 100;
const DEFAULT_FIRST = 50;
/** `first` within 1..100, 50 when it is null; else BAD_USER_INPUT. */
export function pageSize(first) {
    if (first === null)
        return DEFAULT_FIRST;
    if (!Number.isInteger(first) || first < 1 || first > MAX_FIRST)
        throw badInput('first', 'PAGE_SIZE_OUT_OF_RANGE', { max: MAX_FIRST });
    return first;
}
/** A cursor names its list, so that a cursor of another list is refused rather than misread. */
export const encodeCursor = (list, { key, id }) => Buffer.from(JSON.stringify([list, key, id])).toString('base64url');
export function decodeCursor(list, after) {
    if (after === null || after === undefined)
        return null;
    let parsed;
    try {
        parsed = JSON.parse(Buffer.from(after, 'base64url').toString());
    }
    catch {
        throw badInput('after', 'CURSOR_MALFORMED');
    }
    if (!Array.isArray(parsed) || parsed.length !== 3)
        throw badInput('after', 'CURSOR_MALFORMED');
    const [name, key, id] = parsed;
    if (name !== list)
        throw badInput('after', 'CURSOR_OF_ANOTHER_LIST');
    if (typeof id !== 'string' || !(key === null || typeof key === 'string' || typeof key === 'number'))
        throw badInput('after', 'CURSOR_MALFORMED');
    return { key, id };
}
/** One row more than asked for was read: whether there is a next page costs nothing then. */
export function toPage(list, rows, first, position, totalCount) {
    const edges = rows.slice(0, first).map((node) => ({ cursor: encodeCursor(list, position(node)), node }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null }, totalCount };
}
