import type { ApolloClient } from '@apollo/client';
import { createRouter, Outlet } from '@tanstack/react-router';
import { accountRoutes } from '../features/accounts/routes';
import { appealRoutes } from '../features/appeals/routes';
import { deadlineRoutes } from '../features/deadlines/routes';
import { deputyRoutes } from '../features/deputies/routes';
import { feedbackRoutes } from '../features/feedback/routes';
import { outboxRoutes } from '../features/outbox/routes';
import { partnerRoutes } from '../features/partners/routes';
import { personalDataRoutes } from '../features/personal-data/routes';
import { profileRoutes } from '../features/profile/routes';
import { ratingRoutes } from '../features/rating/routes';
import { rolloutRoutes } from '../features/rollout/routes';
import { signInRoutes } from '../features/sign-in/routes';
import { startRoutes } from '../features/start/routes';
import { suggestionRoutes } from '../features/suggestions/routes';
import { rootRoute, shellRoute } from '../lib/router/routes';
import { parseSearch, stringifySearch } from '../lib/url-state/search-params';
import { promiseRoutes } from '../features/promises/routes';
import { templateRoutes } from '../features/templates/routes';
import { Crash, NotFound, Pending } from './fallbacks';
import { Shell } from './shell/shell';

rootRoute.update({
  component: Outlet,
  // Outside the shell there is no main part of the page yet.
  notFoundComponent: () => <main><NotFound /></main>,
  errorComponent: (props) => <main><Crash {...props} /></main>,
});
shellRoute.update({ component: Shell });

const routeTree = rootRoute.addChildren([
  ...signInRoutes,
  shellRoute.addChildren([
    ...startRoutes,
    ...appealRoutes,
    ...ratingRoutes,
    ...feedbackRoutes,
    ...deputyRoutes,
    ...promiseRoutes,
    ...templateRoutes,
    ...deadlineRoutes,
    ...rolloutRoutes,
    ...outboxRoutes,
    ...accountRoutes,
    ...personalDataRoutes,
    ...profileRoutes,
    ...partnerRoutes,
    ...suggestionRoutes,
  ]),
]);

/** The addresses of the console, all below /admin. */
export function makeRouter(apollo: ApolloClient) {
  return createRouter({
    routeTree,
    basepath: '/admin',
    context: { apollo },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPendingMs: 200,
    defaultPendingComponent: Pending,
    defaultErrorComponent: Crash,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
