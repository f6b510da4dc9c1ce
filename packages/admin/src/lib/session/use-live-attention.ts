import { useApolloClient, useQuery, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { AnyAppealChangedDocument, AnyAppealSubmittedDocument, MeDocument, type AnyAppealSubmittedSubscription } from '../../gql/lib';
import { useSession } from './session';

/** Busy hours bring several events a second; the counts need no more than one question in this many milliseconds. */
const AT_MOST_EVERY = 3_000;
/** Deadlines pass at midnight without any event. */
const AT_LEAST_EVERY = 5 * 60_000;

/** Keeps the viewer's counts up to date while the shell is open, and leaves it when the session has ended. `locked`: nothing may be watched yet. `arrived` is told of each new letter. */
export function useLiveAttention(locked: boolean, arrived: (appeal: AnyAppealSubmittedSubscription['appealSubmitted']) => void): void {
  const apollo = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // A failure here is not worth a word: the next event asks again, and the lists have errors of their own.
      apollo.query({ query: MeDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    }, AT_MOST_EVERY);
  }, [apollo]);
  // The server completes a stream when its session ends: then the question is answered with nobody.
  const told = useRef(arrived);
  useEffect(() => {
    told.current = arrived;
  });
  const onData = useCallback(
    ({ data: { data } }: { data: { data?: AnyAppealSubmittedSubscription | undefined } }) => {
      if (data) told.current(data.appealSubmitted);
      ask();
    },
    [ask],
  );
  useSubscription(AnyAppealSubmittedDocument, { onData, onComplete: ask, ignoreResults: true, skip: locked });
  useSubscription(AnyAppealChangedDocument, { onData: ask, ignoreResults: true, skip: locked });
  const session = useSession();
  const { data } = useQuery(MeDocument, { fetchPolicy: 'cache-first' });
  const signedOut = data !== undefined && data.me === null;
  useEffect(() => {
    if (signedOut) void session.expired();
  }, [signedOut, session]);
  useEffect(() => {
    const regular = setInterval(ask, AT_LEAST_EVERY);
    return () => {
      clearInterval(regular);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [ask]);
}
