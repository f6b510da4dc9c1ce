import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, flag, list, listOf, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { ACCOUNT_STATES, INVITATION_STATES, ROLES } from './account-filter';

const accounts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  validateSearch: searchParams({
    search: text(),
    role: listOf(ROLES),
    region: list(),
    state: oneOf(ACCOUNT_STATES),
    invite: flag(),
    after: text(),
    page: count(),
  }),
  component: lazyRouteComponent(() => import('./accounts-page'), 'AccountsPage'),
});

const invitations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/invitations',
  validateSearch: searchParams({ search: text(), state: oneOf(INVITATION_STATES), invite: flag(), after: text(), page: count() }),
  component: lazyRouteComponent(() => import('./invitations-page'), 'InvitationsPage'),
});

const account = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('./account-page'), 'AccountPage'),
});

export const accountRoutes = [accounts, invitations, account] as const;
