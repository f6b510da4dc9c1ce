import { BY_RELEVANCE } from '../../../lib/appeals/found';
import type { AppealFilter, AppealKind, AppealSort } from '../../../gql/schema';

/** The queue's address, as its route reads it. */
export interface QueueSearch {
  region?: string[];
  topic?: string[];
  kind?: AppealKind[];
  overdue?: true;
  search?: string;
  /** Letters of one campaign. */
  campaign?: string;
  sort?: 'oldest' | 'newest' | 'relevance';
  id?: string;
  step?: 'decision';
  /** The saved view that is open. */
  view?: string;
  /** The bulk move that is open. */
  bulk?: string;
}

/** What the address asks the server for. */
export function queueFilter(search: QueueSearch): AppealFilter {
  return {
    awaitingModeration: true,
    ...(search.region && { regionCode: search.region }),
    ...(search.topic && { topicCode: search.topic }),
    ...(search.kind && { kind: search.kind }),
    ...(search.overdue && { registrationOverdue: true }),
    ...(search.search && { search: search.search }),
    ...(search.campaign && { campaignId: search.campaign }),
    // Whoever looks for words, or into a campaign, sees each letter.
    ...(!search.search && !search.campaign && { oneOfEachCampaign: true }),
  };
}

/**
 * Urgent ones first, and among the others the longest waiting, unless the address says otherwise: words narrow the queue, and its order stays
 * for whoever works through it.
 */
export function queueSort(search: QueueSearch): AppealSort {
  if (search.search && search.sort === 'relevance') return BY_RELEVANCE;
  return { field: 'URGENCY', direction: search.sort === 'newest' ? 'DESC' : 'ASC' };
}

/** How many filters are set, apart from the words of the search. */
export function filterCount({ region, topic, kind, overdue }: QueueSearch): number {
  return [region, topic, kind, overdue].filter((value) => value !== undefined).length;
}

/** The letter to show after `current` leaves: the one that takes its place, else the one before; decided ones are passed over. */
export function neighbour<Row extends { id: string }>(rows: readonly Row[], current: string, open: (row: Row) => boolean): string | null {
  const at = rows.findIndex(({ id }) => id === current);
  const after = rows.slice(at + 1).find(open);
  const before = rows.slice(0, Math.max(0, at)).findLast(open);
  return (after ?? before)?.id ?? null;
}
