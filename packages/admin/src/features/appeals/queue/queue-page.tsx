import { Page } from '../../../ui/page';
import { PageHeader } from '../../../ui/page-header';

export function QueuePage() {
  return <Page><PageHeader title="Очередь" /></Page>;
}
