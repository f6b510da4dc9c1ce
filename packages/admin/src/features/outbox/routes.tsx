import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, listOf, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { MAIL_KINDS, MAIL_STATES } from './outbox-filter';

const outbox = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outbox',
  validateSearch: searchParams({
    search: text(),
    kind: listOf(MAIL_KINDS),
    state: oneOf(MAIL_STATES),
    mail: text(),
    after: text(),
    page: count(),
  }),
  component: lazyRouteComponent(() => import('./outbox-page'), 'OutboxPage'),
});

export const outboxRoutes = [outbox] as const;
