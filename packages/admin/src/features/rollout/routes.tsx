import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';

const list = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rollout',
  component: lazyRouteComponent(() => import('./rollout-page'), 'RolloutPage'),
});

export const rolloutRoutes = [list] as const;
