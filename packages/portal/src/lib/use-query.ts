import { useCallback, useEffect, useRef, useState } from 'react';
import type { TypedDocumentString } from '../gql/documents';
import { ApiFailure, query } from './api';
import { useTexts } from './texts/texts';

export interface Loaded<TData> {
  /** The last data that came; it stays while a newer answer is on its way or fails. */
  data: TData | undefined;
  failure: ApiFailure | undefined;
  loading: boolean;
  reload(): void;
}

/**
 * Loads a query for as long as the component lives, again for other variables or another language; with `variables`
 * null it waits. A failure keeps the data that was there.
 */
export function useQuery<TData, TVariables>(document: TypedDocumentString<TData, TVariables>, variables: TVariables | null): Loaded<TData> {
  const { locale } = useTexts();
  const key = variables === null ? null : JSON.stringify([locale, variables]);
  const [state, setState] = useState<{ key: string | null; data?: TData; failure?: ApiFailure; loading: boolean }>({ key: null, loading: true });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(variables);
  latest.current = variables;

  useEffect(() => {
    if (key === null || latest.current === null) return undefined;
    const abort = new AbortController();
    setState((before) => ({ ...before, failure: undefined, loading: true }));
    query(document, latest.current, locale, abort.signal).then(
      (data) => abort.signal.aborted || setState({ key, data, loading: false }),
      (failure: unknown) => abort.signal.aborted || setState((before) => ({ ...before, key, failure: asFailure(failure), loading: false })),
    );
    return () => abort.abort();
  }, [document, key, locale, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { data: state.data, failure: state.failure, loading: key !== null && (state.loading || state.key !== key), reload };
}

/** Anything thrown as an `ApiFailure`; what we did not expect counts as a fault of ours. */
export const asFailure = (error: unknown): ApiFailure =>
  error instanceof ApiFailure ? error : new ApiFailure('SERVER', error instanceof Error ? error.message : String(error));
