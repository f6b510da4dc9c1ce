import { parseSearch, stringifySearch } from '../../../lib/url-state/search-params';

/** What of an address is where somebody stands, and not which list it is. */
const PLACE_OF_READER: readonly string[] = ['id', 'step', 'bulk', 'after', 'page', 'view'];

/** The list of an address, as it is kept: always in the same order, so that two that are the same read the same. */
export function viewQuery(search: object): string {
  const kept = Object.entries(search).filter(([key]) => !PLACE_OF_READER.includes(key)).sort(([a], [b]) => a.localeCompare(b));
  return stringifySearch(Object.fromEntries(kept)).replace(/^\?/, '');
}

/** The way back. @param read the reader of the list's address, which drops what it does not know any more */
export const searchOf = <S extends object>(query: string, read: (raw: Record<string, unknown>) => S): S => read(parseSearch(query));
