import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { DELIVERY_STATES, SPANS, TABS } from './partner-search';

const partners = createRoute({
  getParentRoute: () => shellRoute,
  path: '/partners',
  validateSearch: searchParams({ search: text(), after: text(), page: count() }),
  component: lazyRouteComponent(() => import('./partners-page'), 'PartnersPage'),
});

const partner = createRoute({
  getParentRoute: () => shellRoute,
  path: '/partners/$id',
  validateSearch: searchParams({
    tab: oneOf(TABS),
    days: oneOf(SPANS),
    webhook: text(),
    state: oneOf(DELIVERY_STATES),
    after: text(),
    page: count(),
  }),
  component: lazyRouteComponent(() => import('./partner-page'), 'PartnerPage'),
});

export const partnerRoutes = [partners, partner] as const;
