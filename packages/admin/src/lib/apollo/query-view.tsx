import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCommonText } from '../i18n/use-text';
import { EmptyState, ErrorBar, ErrorState, ListSkeleton } from '../../ui/states';
import { errorCode, useErrorText } from './errors';

/**
 * The three faces of every page: a skeleton while nothing is known, an error that offers to retry, and the content.
 * What is not there, or not for this person, offers no second try, which would end the same, but the way back.
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
  const code = error ? errorCode(error) : undefined;
  const final = code === 'NOT_FOUND' || code === 'FORBIDDEN';
  // A sentence in a bar, a heading on an empty page.
  const text = error ? errorText(error).replace(/\.$/, '') : '';
  if (data) {
    return (
      <>
        {code && (
          <ErrorBar text={`${text}. ${t('state.errorKept')}`} retryLabel={t('action.retry')} onRetry={final ? undefined : retry} />
        )}
        {children(data)}
      </>
    );
  }
  if (final)
    return (
      <div role="alert">
        <EmptyState
          icon="question"
          title={text}
          action={
            <Button variant="default" renderRoot={(props: object) => <Link to="/" {...props} />}>
              {t('action.home')}
            </Button>
          }
        />
      </div>
    );
  if (error) return <ErrorState title={t('state.errorTitle')} text={errorText(error)} retryLabel={t('action.retry')} onRetry={retry} />;
  return skeleton ?? <ListSkeleton label={t('state.loading')} />;
}
