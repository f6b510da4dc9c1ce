import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/deputies',
  component: lazyRouteComponent(() => import('./deputies-page'), 'DeputiesPage'),
});

export const deputyRoutes = [list] as const;
