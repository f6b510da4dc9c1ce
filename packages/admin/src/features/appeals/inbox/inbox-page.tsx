import { Page } from '../../../ui/page';
import { PageHeader } from '../../../ui/page-header';

export function InboxPage() {
  return <Page><PageHeader title="Входящие" /></Page>;
}
