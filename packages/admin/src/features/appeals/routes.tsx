import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { APPEAL_STATUSES, DEADLINE_STATES } from '../../lib/appeals/appeal-status';
import { shellRoute } from '../../lib/router/routes';
import { count, listOf, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { readAppealList, readQueue } from './addresses';

const queue = createRoute({
  getParentRoute: () => shellRoute,
  path: '/queue',
  validateSearch: readQueue,
  component: lazyRouteComponent(() => import('./queue/queue-page'), 'QueuePage'),
});

const appeals = createRoute({
  getParentRoute: () => shellRoute,
  path: '/appeals',
  validateSearch: readAppealList,
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
