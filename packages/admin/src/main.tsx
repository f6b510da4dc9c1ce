import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/global.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { makeRouter } from './app/router';
import { createApi } from './lib/apollo/client';
import { MeDocument } from './gql/lib';
import { signOut } from './lib/session/auth-api';
import type { Session } from './lib/session/session';

const api = createApi(
  () => void expired(),
  () => void locked(),
);
const router = makeRouter(api.apollo);

async function forget(): Promise<void> {
  api.reconnect();
  await api.apollo.clearStore();
}

async function toSignIn(back?: string): Promise<void> {
  if (router.state.location.pathname.endsWith('/sign-in')) return;
  await router.navigate({ to: '/sign-in', search: back ? { to: back } : {} });
  await forget();
}

const expired = (): Promise<void> => toSignIn(router.state.location.href);

/** The rule came while a page was open: the profile says what to do. */
async function locked(): Promise<void> {
  if (router.state.location.pathname.endsWith('/profile')) return;
  await api.apollo.query({ query: MeDocument, fetchPolicy: 'network-only' });
  await router.navigate({ to: '/profile' });
}

const session: Session = {
  entered: forget,
  renewed: async () => {
    api.reconnect();
    await api.apollo.query({ query: MeDocument, fetchPolicy: 'network-only' });
  },
  expired,
  leave: async () => {
    await signOut();
    await toSignIn();
  },
};

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Providers api={api} session={session}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
