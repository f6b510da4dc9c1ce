import type { CommentState, FeedbackFilter, FeedbackResult, FeedbackSort } from '../../gql/schema';

export const QUALITIES = ['5', '4', '3', '2', '1'] as const;
export const RESULTS = ['SOLVED', 'PARTLY', 'NOT_SOLVED'] as const satisfies readonly FeedbackResult[];
export const COMMENT_STATES = ['PENDING', 'SHOWN', 'HIDDEN', 'NONE'] as const satisfies readonly CommentState[];
/** The newest first unless asked otherwise. */
export const SORTS = ['newest', 'oldest', 'worst', 'best'] as const;

/** The address of the list of marks, as its route reads it. */
export interface FeedbackSearch {
  region?: string[];
  deputy?: string;
  quality?: (typeof QUALITIES)[number][];
  result?: FeedbackResult[];
  comment?: CommentState[];
  from?: string;
  to?: string;
  sort?: (typeof SORTS)[number];
  after?: string;
  page?: number;
}

/** What the address asks the server for. */
export function feedbackFilter({ region, deputy, quality, result, comment, from, to }: FeedbackSearch): FeedbackFilter {
  return {
    ...(region && { regionCode: region }),
    ...(deputy && { deputyId: deputy }),
    ...(quality && { quality: quality.map(Number) }),
    ...(result && { result }),
    ...(comment && { commentState: comment }),
    ...(from && { givenFrom: from }),
    ...(to && { givenTo: to }),
  };
}

const ORDER: Record<(typeof SORTS)[number], FeedbackSort> = {
  newest: { field: 'GIVEN_AT', direction: 'DESC' },
  oldest: { field: 'GIVEN_AT', direction: 'ASC' },
  worst: { field: 'QUALITY', direction: 'ASC' },
  best: { field: 'QUALITY', direction: 'DESC' },
};

export const feedbackSort = ({ sort }: FeedbackSearch): FeedbackSort => ORDER[sort ?? 'newest'];

/** Views as tabs: each is nothing but a set of filters. */
export const VIEWS = { all: {}, pending: { comment: ['PENDING'] }, low: { quality: ['2', '1'] } } as const satisfies Record<
  string,
  Pick<FeedbackSearch, 'comment' | 'quality'>
>;
export type View = keyof typeof VIEWS;

/** The view whose filters the address has, if any. */
export function viewOf({ comment, quality }: FeedbackSearch): View | undefined {
  const key = JSON.stringify([comment ?? [], quality ?? []]);
  return (Object.keys(VIEWS) as View[]).find((view) => {
    const filters: Pick<FeedbackSearch, 'comment' | 'quality'> = VIEWS[view];
    return JSON.stringify([filters.comment ?? [], filters.quality ?? []]) === key;
  });
}
