import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, list, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { JOININGS, LEVELS, SORTS } from './deputy-filter';

const deputies = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deputies',
  validateSearch: searchParams({
    search: text(),
    region: list(),
    level: oneOf(LEVELS),
    joining: oneOf(JOININGS),
    sort: oneOf(SORTS),
    after: text(),
    page: count(),
  }),
  component: lazyRouteComponent(() => import('./deputies-page'), 'DeputiesPage'),
});

const deputy = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deputies/$id',
  component: lazyRouteComponent(() => import('./deputy-page'), 'DeputyPage'),
});

export const deputyRoutes = [deputies, deputy] as const;
