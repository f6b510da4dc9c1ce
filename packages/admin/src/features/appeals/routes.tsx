import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { APPEAL_KINDS, APPEAL_STATUSES, CHANNELS, DEADLINE_STATES } from '../../lib/appeals/appeal-status';
import { shellRoute } from '../../lib/router/routes';
import { count, day, flag, list, listOf, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { COLUMNS } from './list/appeal-list-filter';

/** Orders of the queue: the longest waiting first unless asked otherwise. */
export const QUEUE_SORTS = ['oldest', 'newest', 'relevance'] as const;
/** Orders of the list of appeals. */
export const APPEAL_SORTS = ['newest', 'oldest', 'due', 'changed'] as const;

const queue = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queue',
  validateSearch: searchParams({
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
  }),
  component: lazyRouteComponent(() => import('./queue/queue-page'), 'QueuePage'),
});

const appeals = createRoute({
  getParentRoute: () => shellRoute,
  path: '/appeals',
  validateSearch: searchParams({
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
  }),
  component: lazyRouteComponent(() => import('./list/appeals-page'), 'AppealsPage'),
});

const appeal = createRoute({
  getParentRoute: () => shellRoute,
  path: '/appeals/$id',
  component: lazyRouteComponent(() => import('./page/appeal-page'), 'AppealPage'),
});

const inbox = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: searchParams({
    status: listOf(APPEAL_STATUSES),
    deadline: oneOf(DEADLINE_STATES),
    search: text(),
    after: text(),
    page: count(),
  }),
  component: lazyRouteComponent(() => import('./inbox/inbox-page'), 'InboxPage'),
});

const campaign = createRoute({
  getParentRoute: () => shellRoute,
  path: '/campaigns/$id',
  component: lazyRouteComponent(() => import('./campaign/campaign-page'), 'CampaignPage'),
});

export const appealRoutes = [queue, appeals, appeal, inbox, campaign] as const;
