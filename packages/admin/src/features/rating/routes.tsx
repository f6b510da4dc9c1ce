import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rating',
  component: lazyRouteComponent(() => import('./rating-page'), 'RatingPage'),
});

export const ratingRoutes = [list] as const;
