import { useText } from '../../lib/i18n/use-text';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { messages } from './messages';

export function OutboxPage() {
  const t = useText(messages);
  return (
    <Page>
      <PageHeader title={t('title')} />
    </Page>
  );
}
