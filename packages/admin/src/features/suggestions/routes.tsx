import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../lib/router/routes';

const suggestions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/suggestions',
  component: lazyRouteComponent(() => import('./suggestions-page'), 'SuggestionsPage'),
});

export const suggestionRoutes = [suggestions] as const;
