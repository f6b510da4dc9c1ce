import type { ApolloClient } from '@apollo/client';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { MeDocument } from '../../gql/lib';
import { isLocked } from '../session/viewer';

/** What loaders and guards of routes may use. */
export interface RouterContext {
  apollo: ApolloClient;
}

/** The top of the tree; its frame is set in app/. */
export const rootRoute = createRootRouteWithContext<RouterContext>()();

/** Everything behind the sign-in: the parent of every feature's routes. Its frame is set in app/. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const { data } = await context.apollo.query({ query: MeDocument });
    if (!data?.me) throw redirect({ to: '/sign-in', search: { to: location.href } });
    if (isLocked(data.me) && location.pathname !== '/profile') throw redirect({ to: '/profile' });
  },
});
