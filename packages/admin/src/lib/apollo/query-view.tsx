import type { ReactNode } from 'react';
import { useCommonText } from '../i18n/use-text';
import { EmptyState, ErrorBar, ErrorState, ListSkeleton } from '../../ui/states';
import { errorCode, useErrorText } from './errors';

/**
 * The three faces of every page: a skeleton while nothing is known, an error that offers to retry, and the content.
 * An error after something was shown keeps it on the screen, under a bar.
 * `data` may be that of before (`data ?? previousData`), so that a change of filter does not blank the page.
 */
export function QueryView<T>({
  data,
  error,
  refetch,
  skeleton,
  children,
}: {
  data: T | null | undefined;
  error: unknown;
  refetch: () => unknown;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const t = useCommonText();
  const errorText = useErrorText();
  const retry = () => void refetch();
  if (data) {
    return (
      <>
        {error !== undefined && error !== null && (
          <ErrorBar text={`${errorText(error)} ${t('state.errorKept')}`} retryLabel={t('action.retry')} onRetry={retry} />
        )}
        {children(data)}
      </>
    );
  }
  // What is not there will not be there at a second try either.
  if (error && errorCode(error) === 'NOT_FOUND') return <EmptyState icon="question" title={errorText(error)} />;
  if (error) return <ErrorState title={t('state.errorTitle')} text={errorText(error)} retryLabel={t('action.retry')} onRetry={retry} />;
  return skeleton ?? <ListSkeleton label={t('state.loading')} />;
}
