import { BY_RELEVANCE } from '../../../lib/appeals/found';
import type { AppealFilter, AppealKind, AppealSort, AppealStatus, Channel, DeadlineState } from '../../../gql/schema';

/** The address of the list of appeals, as its route reads it. */
export interface AppealListSearch {
  status?: AppealStatus[];
  region?: string[];
  topic?: string[];
  kind?: AppealKind[];
  channel?: Channel[];
  deadline?: DeadlineState;
  overdue?: true;
  /** Only where the deputy's first reaction is late. */
  reaction?: true;
  from?: string;
  to?: string;
  deputy?: string;
  search?: string;
  sort?: 'newest' | 'oldest' | 'due' | 'changed';
  columns?: Column[];
  /** The saved view that is open. */
  view?: string;
  /** The bulk move that is open. */
  bulk?: string;
  after?: string;
  page?: number;
}

/** Columns that can be put away; number and subject always stay. */
export const COLUMNS = ['applicant', 'region', 'topic', 'deputy', 'kind', 'channel', 'submitted', 'due', 'status'] as const;
export type Column = (typeof COLUMNS)[number];
/** What is shown until a person chooses otherwise. */
export const USUAL_COLUMNS: readonly Column[] = ['applicant', 'region', 'topic', 'deputy', 'submitted', 'due', 'status'];

/** What the address asks the server for. */
export function appealListFilter(search: AppealListSearch): AppealFilter {
  return {
    ...(search.status && { status: search.status }),
    ...(search.region && { regionCode: search.region }),
    ...(search.topic && { topicCode: search.topic }),
    ...(search.kind && { kind: search.kind }),
    ...(search.channel && { channel: search.channel }),
    ...(search.deadline && { deadline: search.deadline }),
    ...(search.overdue && { registrationOverdue: true }),
    ...(search.reaction && { firstReactionMissed: true }),
    ...(search.from && { submittedFrom: search.from }),
    ...(search.to && { submittedTo: search.to }),
    ...(search.deputy && { deputyId: search.deputy }),
    ...(search.search && { search: search.search }),
  };
}

const SORTS: Record<NonNullable<AppealListSearch['sort']>, AppealSort> = {
  newest: { field: 'SUBMITTED_AT', direction: 'DESC' },
  oldest: { field: 'SUBMITTED_AT', direction: 'ASC' },
  due: { field: 'DUE_ON', direction: 'ASC' },
  changed: { field: 'CHANGED_AT', direction: 'DESC' },
};

/** What answers the words best, or without words the newest, first, unless the address says otherwise. */
export function appealListSort({ sort, search }: AppealListSearch): AppealSort {
  return sort || !search ? SORTS[sort ?? 'newest'] : BY_RELEVANCE;
}

/** Views as tabs: each is nothing but a set of filters. */
export const VIEWS = {
  all: {},
  moderation: { status: ['SUBMITTED', 'CLARIFICATION'] },
  open: { status: ['REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED'] },
  late: { deadline: 'LATE' },
  answered: { status: ['ANSWERED'] },
  closed: { status: ['CLOSED', 'REJECTED', 'WITHDRAWN'] },
} as const satisfies Record<string, { status?: readonly AppealStatus[]; deadline?: DeadlineState }>;
export type View = keyof typeof VIEWS;

/** The view whose filters the address has, if any. */
export function viewOf({ status, deadline }: AppealListSearch): View | undefined {
  const key = JSON.stringify([status ?? [], deadline ?? '']);
  return (Object.keys(VIEWS) as View[]).find((view) => {
    const filters: { status?: readonly AppealStatus[]; deadline?: DeadlineState } = VIEWS[view];
    return JSON.stringify([filters.status ?? [], filters.deadline ?? '']) === key;
  });
}

/** Whether anything beside the view narrows the list. */
export function narrowed(search: AppealListSearch): boolean {
  return Object.keys(appealListFilter(search)).some((key) => key !== 'status' && key !== 'deadline') || viewOf(search) === undefined;
}
