import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { currentLocale, onLocale } from '../i18n/locale';
import { reportConnection } from './connection';

/** What the rest of the console holds: queries and mutations by HTTP, subscriptions by WebSocket. */
export interface Api {
  apollo: ApolloClient;
  /** Ends the live connection, so that the next one carries the new session's cookie. */
  reconnect(): void;
}

function socketAddress(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}

/** The code with which graphql-ws itself closes a line that `terminate` ends. */
const TERMINATED = 4499;

function createSocket(onBack: () => void): Client {
  let dropped = false;
  return createClient({
    url: socketAddress,
    lazy: true,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => new Promise((done) => setTimeout(done, Math.min(30_000, 500 * 2 ** retries) * (0.5 + Math.random() / 2))),
    connectionParams: () => ({ locale: currentLocale() }),
    on: {
      connected: () => {
        reportConnection(true);
        if (dropped) onBack();
        dropped = false;
      },
      closed: (event) => {
        const { code } = event as { code?: number };
        const clean = code === 1000 || code === TERMINATED;
        dropped = !clean;
        reportConnection(clean);
      },
    },
  });
}

/** `onSignedOut` is told when the server no longer knows the session, `onLocked` when it first wants a second factor. */
export function createApi(onSignedOut: () => void, onLocked: () => void): Api {
  // The build knows the hash of each operation; a server of another build does not, and is sent the text.
  const listed = new PersistedQueryLink({ generateHash: (document) => (document as { __meta__?: { hash: string } }).__meta__?.hash ?? '' });
  const http = listed.concat(new HttpLink({ uri: '/graphql', credentials: 'same-origin' }));
  const language = new SetContextLink((previous) => ({
    headers: { ...(previous.headers as Record<string, string> | undefined), 'accept-language': currentLocale() },
  }));
  const session = new ErrorLink(({ error }) => {
    if (!CombinedGraphQLErrors.is(error)) return;
    if (error.errors.some((one) => one.extensions?.['code'] === 'UNAUTHENTICATED')) onSignedOut();
    if (error.errors.some((one) => one.extensions?.['reason'] === 'TWO_FACTOR_REQUIRED')) onLocked();
  });
  // What happened while the line was down came by no event: ask again for what is on the screen.
  const socket = createSocket(() => void apollo.refetchQueries({ include: 'active' }));
  const live = new GraphQLWsLink(socket);
  // The language of what events tell is settled when the line opens.
  onLocale(() => socket.terminate());

  const apollo = new ApolloClient({
    link: ApolloLink.from([
      session,
      language,
      ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, live, http),
    ]),
    cache: new InMemoryCache({
      typePolicies: {
        Region: { keyFields: ['code'] },
        Topic: { keyFields: ['code'] },
        RejectReason: { keyFields: ['code'] },
        // Its figures depend on the filter, which its id does not tell.
        RatingGroup: { keyFields: false },
        Viewer: { fields: { attention: { merge: true } } },
        // A list asks for less of it than a letter does.
        Suggestion: { merge: true },
        // Its id is its question's: parts of one draft belong together, and no other draft may share them.
        QuestionDraft: { keyFields: false },
        AnswerDraft: { merge: false },
      },
    }),
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  });
  return { apollo, reconnect: () => socket.terminate() };
}
