import type { BodyLevel, DeputyFilter, DeputySort, Joining } from '../../gql/schema';

export const LEVELS = ['REGIONAL', 'MUNICIPAL'] as const satisfies readonly BodyLevel[];
export const JOININGS = ['PILOT', 'SELF_ENROLLED'] as const satisfies readonly Joining[];
/** By name unless asked otherwise. */
export const SORTS = ['name', 'newest', 'oldest'] as const;

/** The address of the directory, as its route reads it. */
export interface DeputySearch {
  search?: string;
  region?: string[];
  level?: BodyLevel;
  joining?: Joining;
  sort?: (typeof SORTS)[number];
  after?: string;
  page?: number;
}

/** What the address asks the server for. */
export function deputyFilter({ search, region, level, joining }: DeputySearch): DeputyFilter {
  return { ...(search && { search }), ...(region && { regionCode: region }), ...(level && { level }), ...(joining && { joining }) };
}

const ORDER: Record<(typeof SORTS)[number], DeputySort> = {
  name: { field: 'NAME', direction: 'ASC' },
  newest: { field: 'JOINED_ON', direction: 'DESC' },
  oldest: { field: 'JOINED_ON', direction: 'ASC' },
};

export const deputySort = ({ sort }: DeputySearch): DeputySort => ORDER[sort ?? 'name'];
