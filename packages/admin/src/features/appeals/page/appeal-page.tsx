import { Page } from '../../../ui/page';
import { PageHeader } from '../../../ui/page-header';

export function AppealPage() {
  return <Page><PageHeader title="Обращение" /></Page>;
}
