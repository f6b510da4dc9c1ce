import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../lib/router/routes';
import { searchParams, text } from '../../lib/url-state/search-params';

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: searchParams({ to: text() }),
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
});

export const signInRoutes = [signIn] as const;
