import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import { useCommonText, useText } from '../lib/i18n/use-text';
import { PageHeader } from '../ui/page-header';
import { EmptyState, ErrorState, ListSkeleton } from '../ui/states';
import { Page } from '../ui/page';
import { messages } from './messages';

/** An address that leads nowhere. */
export function NotFound() {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <Page>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        icon="question"
        title={t('notFound.text')}
        action={
          <Button variant="default" renderRoot={(props: object) => <Link to="/" {...props} />}>
            {common('action.home')}
          </Button>
        }
      />
    </Page>
  );
}

/** A page that broke, or whose code could not be fetched: the shell around it stands. */
export function Crash({ reset }: { reset: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const router = useRouter();
  return (
    <Page>
      <ErrorState
        title={t('crash.title')}
        text={t('crash.text')}
        retryLabel={common('action.retry')}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}

/** While a page's code is on its way. */
export function Pending() {
  const common = useCommonText();
  return (
    <Page>
      <ListSkeleton label={common('state.loading')} rows={5} />
    </Page>
  );
}
