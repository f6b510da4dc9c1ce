import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { searchParams, text } from '../../lib/url-state/search-params';

const deadlines = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deadlines',
  validateSearch: searchParams({ region: text() }),
  component: lazyRouteComponent(() => import('./deadlines-page'), 'DeadlinesPage'),
});

export const deadlineRoutes = [deadlines] as const;
