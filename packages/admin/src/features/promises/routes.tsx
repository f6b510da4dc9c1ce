import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { count, oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { VIEW_LIST } from './views';

const promises = createRoute({
  getParentRoute: () => shellRoute,
  path: '/promises',
  validateSearch: searchParams({ view: oneOf(VIEW_LIST), after: text(), page: count() }),
  component: lazyRouteComponent(() => import('./promises-page'), 'PromisesPage'),
});

export const promiseRoutes = [promises] as const;
