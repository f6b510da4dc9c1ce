import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';
import { oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { SORTS, STAGES } from './regions';

const rollout = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rollout',
  validateSearch: searchParams({ stage: oneOf(STAGES), search: text(), sort: oneOf(SORTS) }),
  component: lazyRouteComponent(() => import('./rollout-page'), 'RolloutPage'),
});

export const rolloutRoutes = [rollout] as const;
