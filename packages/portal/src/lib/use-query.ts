import { useCallback, useEffect, useRef, useState } from 'react';
import type { TypedDocumentString } from '../gql/documents';
import { ApiFailure, query } from './api';
import type { Locale } from './locale';
import { useTexts } from './texts/texts';

export interface Loaded<TData> {
  /** The last data that came; it stays while a newer answer is on its way or fails. */
  data: TData | undefined;
  failure: ApiFailure | undefined;
  loading: boolean;
  reload(): void;
}

/** Loads a query for as long as the component lives, again for other variables or another language; with `variables` null it waits. */
export function useQuery<TData, TVariables>(document: TypedDocumentString<TData, TVariables>, variables: TVariables | null): Loaded<TData> {
  return useLoad(variables === null ? null : JSON.stringify(variables), (locale, signal) => query(document, variables!, locale, signal));
}

/**
 * Loads something with `load`, again whenever `key` or the language is another one; with `key` null it waits. A failure
 * keeps the data that was there.
 */
export function useLoad<TData>(key: string | null, load: (locale: Locale, signal: AbortSignal) => Promise<TData>): Loaded<TData> {
  const { locale } = useTexts();
  const wanted = key === null ? null : `${locale} ${key}`;
  const [state, setState] = useState<{ key: string | null; data?: TData; failure?: ApiFailure; loading: boolean }>({
    key: null,
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    if (wanted === null) return undefined;
    const abort = new AbortController();
    setState((before) => ({ ...before, failure: undefined, loading: true }));
    latest.current(locale, abort.signal).then(
      (data) => abort.signal.aborted || setState({ key: wanted, data, loading: false }),
      (failure: unknown) =>
        abort.signal.aborted || setState((before) => ({ ...before, key: wanted, failure: asFailure(failure), loading: false })),
    );
    return () => abort.abort();
  }, [wanted, locale, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  return { data: state.data, failure: state.failure, loading: wanted !== null && (state.loading || state.key !== wanted), reload };
}

/** Anything thrown as an `ApiFailure`; what we did not expect counts as a fault of ours. */
export const asFailure = (error: unknown): ApiFailure =>
  error instanceof ApiFailure ? error : new ApiFailure('SERVER', error instanceof Error ? error.message : String(error));
