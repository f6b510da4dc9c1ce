import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { Icon } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { tabClass, TabsNav } from '../../ui/tabs-nav';
import { InviteDialog } from './invite-dialog';
import { messages } from './messages';

/** Heading, tabs and the dialog that both lists share. */
export function AccountsFrame({
  view,
  count,
  inviting,
  setInviting,
  children,
}: {
  view: 'accounts' | 'invitations';
  count: number | undefined;
  inviting: boolean;
  setInviting: (open: boolean) => void;
  children: ReactNode;
}) {
  const t = useText(messages);
  const tabs = [
    { key: 'accounts', to: '/accounts' },
    { key: 'invitations', to: '/accounts/invitations' },
  ] as const;
  return (
    <Page wide>
      <PageHeader title={t(view === 'accounts' ? 'title' : 'view.invitations')} count={count}>
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      </PageHeader>
      <TabsNav label={t('views')}>
        {tabs.map(({ key, to }) => (
          <Link
            key={key}
            to={to}
            className={tabClass}
            activeProps={{}}
            data-active={key === view || undefined}
            aria-current={key === view ? 'page' : undefined}
          >
            {t(`view.${key}`)}
          </Link>
        ))}
      </TabsNav>
      {children}
      <InviteDialog opened={inviting} close={() => setInviting(false)} />
    </Page>
  );
}
