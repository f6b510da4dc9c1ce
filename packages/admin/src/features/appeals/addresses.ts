import { APPEAL_KINDS, APPEAL_STATUSES, CHANNELS, DEADLINE_STATES } from '../../lib/appeals/appeal-status';
import { count, day, flag, list, listOf, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { COLUMNS } from './list/appeal-list-filter';

/** Orders of the queue: the longest waiting first unless asked otherwise. */
const QUEUE_SORTS = ['oldest', 'newest', 'relevance'] as const;
/** Orders of the list of appeals. */
const APPEAL_SORTS = ['newest', 'oldest', 'due', 'changed'] as const;

/** Reads the address of the queue. */
export const readQueue = searchParams({
  region: list(),
  topic: list(),
  kind: listOf(APPEAL_KINDS),
  overdue: flag(),
  search: text(),
  campaign: text(),
  sort: oneOf(QUEUE_SORTS),
  id: text(),
  step: oneOf(['decision'] as const),
  bulk: text(),
  view: text(),
});

/** Reads the address of the list of appeals. */
export const readAppealList = searchParams({
  status: listOf(APPEAL_STATUSES),
  region: list(),
  topic: list(),
  kind: listOf(APPEAL_KINDS),
  channel: listOf(CHANNELS),
  deadline: oneOf(DEADLINE_STATES),
  overdue: flag(),
  reaction: flag(),
  from: day(),
  to: day(),
  deputy: text(),
  search: text(),
  sort: oneOf(APPEAL_SORTS),
  columns: listOf(COLUMNS),
  bulk: text(),
  after: text(),
  page: count(),
  view: text(),
});
