import type { AppealSort } from '../../gql/schema';

/** What answers the words of a search best comes first. */
export const BY_RELEVANCE: AppealSort = { field: 'RELEVANCE', direction: 'DESC' };

/** A passage with what was found in it, as the API gives it. */
export interface Found {
  place: 'SUBJECT' | 'TEXT' | 'THREAD';
  parts: readonly { text: string; found: boolean }[];
}

/** How the server read a search. */
export interface Reading {
  exact: number;
  countedUpTo: number;
  taken: readonly { typed: string; as: readonly string[] }[];
}

/** From so many on the words were enough as they stood, and nothing like them was looked for. */
const ENOUGH = 10;

/** What is worth saying of a search: that nothing has its words, or how many have before those that only resemble it. */
export function closeness(reading: Pick<Reading, 'exact'>, total: number): 'exact' | 'some' | 'none' {
  if (reading.exact >= ENOUGH || reading.exact >= total) return 'exact';
  return reading.exact === 0 ? 'none' : 'some';
}

/** The variables of a list that shows what was found. */
export const wordsOf = (search: string | undefined): { words: string; searching: boolean } => ({ words: search ?? '', searching: search !== undefined });
