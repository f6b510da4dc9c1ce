import { Page } from '../../../ui/page';
import { PageHeader } from '../../../ui/page-header';

export function AppealsPage() {
  return <Page><PageHeader title="Обращения" /></Page>;
}
