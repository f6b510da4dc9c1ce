import type { RolloutPageQuery } from '../../gql/rollout';
import type { RolloutStage } from '../../gql/schema';
import type { Tone } from '../../ui/tone';

export type Rollout = RolloutPageQuery['rollout'];
export type RegionRow = Rollout['regions'][number];

/** From the furthest to the least. */
export const STAGES = ['ACTIVE', 'PILOT', 'SELF_ENROLMENT', 'SUSPENDED', 'CLOSED'] as const satisfies readonly RolloutStage[];
export const STAGE_TONE: Record<RolloutStage, Tone> = {
  ACTIVE: 'good',
  PILOT: 'accent',
  SELF_ENROLMENT: 'waiting',
  SUSPENDED: 'warning',
  CLOSED: 'quiet',
};
export const SORTS = ['name', 'connected', 'appeals', 'since'] as const;

/** The address of the page: it narrows and sorts the table of regions. */
export interface RolloutSearch {
  stage?: RolloutStage;
  search?: string;
  sort?: (typeof SORTS)[number];
}

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** The regions of the table. The API gives them by name, which also decides between equals. */
export function shownRegions(rows: readonly RegionRow[], { stage, search, sort }: RolloutSearch): RegionRow[] {
  const words = plain(search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const fits = (row: RegionRow) => (!stage || row.stage === stage) && words.every((word) => plain(row.region.name).includes(word));
  const chosen = rows.filter(fits);
  switch (sort) {
    case 'connected':
      return chosen.sort((a, b) => b.connected - a.connected);
    case 'appeals':
      return chosen.sort((a, b) => b.appeals - a.appeals);
    case 'since':
      return chosen.sort((a, b) => b.since.localeCompare(a.since));
    default:
      return chosen;
  }
}

/** The last day of each month, and the very last: what the table behind the chart shows. */
export function byMonth<Day extends { day: string }>(days: readonly Day[]): Day[] {
  return days.filter((one, at) => days[at + 1]?.day.slice(0, 7) !== one.day.slice(0, 7));
}
