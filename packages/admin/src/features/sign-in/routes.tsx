import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../lib/router/routes';
import { oneOf, searchParams, text } from '../../lib/url-state/search-params';
import { DONE, STEPS } from './done';

const signIn = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: searchParams({ to: text(), email: text(), done: oneOf(DONE), error: text(), step: oneOf(STEPS) }),
  component: lazyRouteComponent(() => import('./sign-in-page'), 'SignInPage'),
});

const forgot = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  validateSearch: searchParams({ email: text() }),
  component: lazyRouteComponent(() => import('./forgot-page'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  validateSearch: searchParams({ token: text() }),
  component: lazyRouteComponent(() => import('./reset-page'), 'ResetPage'),
});

const invitation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: searchParams({ token: text() }),
  component: lazyRouteComponent(() => import('./invitation-page'), 'InvitationPage'),
});

export const signInRoutes = [signIn, forgot, reset, invitation] as const;
