import { useApolloClient, useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { AnyAppealChangedDocument, AnyAppealSubmittedDocument, MeDocument } from '../../gql/lib';

/** Busy hours bring several events a second; the counts need no more than one question in this many milliseconds. */
const AT_MOST_EVERY = 3_000;
/** Deadlines pass at midnight without any event. */
const AT_LEAST_EVERY = 5 * 60_000;

/** Keeps the viewer's counts up to date while the shell is open. */
export function useLiveAttention(): void {
  const apollo = useApolloClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      // A failure here is not worth a word: the next event asks again, and the lists have errors of their own.
      apollo.query({ query: MeDocument, fetchPolicy: 'network-only' }).catch(() => undefined);
    }, AT_MOST_EVERY);
  }, [apollo]);
  useSubscription(AnyAppealSubmittedDocument, { onData: ask, ignoreResults: true });
  useSubscription(AnyAppealChangedDocument, { onData: ask, ignoreResults: true });
  useEffect(() => {
    const regular = setInterval(ask, AT_LEAST_EVERY);
    return () => {
      clearInterval(regular);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [ask]);
}
