import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';

export function SignInPage() {
  return <Page><PageHeader title="Вход" /></Page>;
}
