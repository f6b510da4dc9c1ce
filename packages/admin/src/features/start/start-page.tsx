import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';

export function StartPage() {
  return <Page><PageHeader title="Сегодня" /></Page>;
}
