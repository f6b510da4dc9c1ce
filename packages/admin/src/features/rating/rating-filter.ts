import type { BodyLevel, RatingFilter } from '../../gql/schema';

/** Views of the rating: deputies by tier, or the pooled figures of factions and regions. */
export const VIEWS = ['factions', 'regions'] as const;
/** Levels are compared inside only; ALL finds a person whose level one does not know. */
export const LEVELS = ['REGIONAL', 'MUNICIPAL', 'ALL'] as const;
/** What deputies are grouped by: the tier, a mark without a tier, too little data. In the order of the API. */
export const GROUPS = ['A', 'B', 'C', 'MARKED', 'FEW_DATA'] as const;
export type Group = (typeof GROUPS)[number];

/** The address of the rating, as its route reads it. */
export interface RatingSearch {
  view?: (typeof VIEWS)[number];
  region?: string[];
  level?: (typeof LEVELS)[number];
  faction?: string;
  period?: string;
  group?: Group;
  search?: string;
  after?: string;
  page?: number;
}

/** Where a row belongs. */
export function groupOf({ state, tier }: { state: 'LEAGUE' | 'MARKED' | 'FEW_DATA'; tier: 'A' | 'B' | 'C' | null }): Group {
  return state === 'LEAGUE' ? (tier ?? 'MARKED') : state;
}

/** What the address asks for, whatever the group. `ownLevel` stands where the address names no level. */
export function ratingFilter(search: RatingSearch, ownLevel: BodyLevel): RatingFilter {
  const level = search.level ?? ownLevel;
  return {
    ...(level !== 'ALL' && { level }),
    ...(search.region && { regionCode: search.region }),
    ...(search.faction && { factionId: search.faction }),
    ...(search.period && { period: search.period }),
    ...(search.search && { search: search.search }),
  };
}

/** The same for the rows with a score; the group narrows them. */
export function scoredFilter(search: RatingSearch, ownLevel: BodyLevel): RatingFilter {
  const { group } = search;
  const filter = ratingFilter(search, ownLevel);
  if (group === 'MARKED') return { ...filter, state: ['MARKED'] };
  if (group === 'A' || group === 'B' || group === 'C') return { ...filter, tier: [group] };
  return { ...filter, state: ['LEAGUE', 'MARKED'] };
}

/** «12 месяцев» of «12 месяцев, 25 ноября 2025 г. – …»: a control has no room for the days, which the page says beside it. */
export function periodName(title: string): string {
  return title.split(',')[0] ?? title;
}

/** How many filters are set, the level and the period aside: they always have a value. */
export function filterCount({ region, faction, group, search }: RatingSearch): number {
  return [region, faction, group, search].filter((value) => value !== undefined).length;
}

/** Where the line of the intervals starts, in round tens: intervals of a few points would be lost on a line from 0. */
export function scaleStart(lows: readonly number[]): number {
  return lows.length === 0 ? 0 : Math.max(0, Math.floor((Math.min(...lows) - 2) / 10) * 10);
}
