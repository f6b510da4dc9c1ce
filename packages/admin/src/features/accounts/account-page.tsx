import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { AccountPageDocument, ReactivateAccountDocument, type AccountRowFragment } from '../../gql/accounts';
import { useErrorText } from '../../lib/apollo/errors';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icons';
import { Page, Panel } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { ChangeDialog } from './change-dialog';
import { DeactivateDialog } from './deactivate-dialog';
import { messages } from './messages';
import classes from './accounts.module.css';

const route = getRouteApi('/shell/accounts/$id');

function Facts({ account }: { account: AccountRowFragment }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const { deputy, regions } = account;
  const facts: [string, ReactNode][] = [
    [t('page.email'), account.email],
    [t('page.role'), common(`role.${account.role}`)],
    [
      t('page.deputy'),
      deputy && (
        <>
          <Link to="/deputies/$id" params={{ id: deputy.id }}>
            {deputy.name}
          </Link>
          , {deputy.region.name}
        </>
      ),
    ],
    [t('page.regions'), deputy ? null : regions.length > 0 ? regions.map(({ name }) => name).join(', ') : t('scope.country')],
    [t('page.factor'), t(account.twoFactorEnabled ? 'factor.on' : 'factor.off')],
    [t('page.seen'), account.lastSeenAt ? days.moment(account.lastSeenAt) : t('seen.never')],
    [t('page.created'), days.moment(account.createdAt)],
    [t('page.deactivated'), account.deactivatedAt && days.moment(account.deactivatedAt)],
    [
      t('page.open'),
      deputy && account.openAppeals > 0 && (
        <Link to="/appeals" search={{ deputy: deputy.id }}>
          {account.openAppeals}
        </Link>
      ),
    ],
  ];
  return (
    <Panel>
      <h2 className={classes.heading}>{t('page.facts')}</h2>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== false)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}

function Access({ account }: { account: AccountRowFragment }) {
  const t = useText(messages);
  const errorText = useErrorText();
  const [dialog, setDialog] = useState<'change' | 'deactivate' | null>(null);
  const [reactivate, { loading }] = useMutation(ReactivateAccountDocument);
  const close = () => setDialog(null);
  const giveBack = async () => {
    try {
      const refusal = (await reactivate({ variables: { id: account.id } })).data?.reactivateAccount.errors[0];
      notifications.show(
        refusal
          ? { color: 'red', message: t('failed', { reason: refusal.message }) }
          : { message: t('reactivate.done', { name: account.name }) },
      );
    } catch (error) {
      notifications.show({ color: 'red', message: t('failed', { reason: errorText(error) }) });
    }
  };
  return (
    <Panel>
      <h2 className={classes.heading}>{t('page.access')}</h2>
      <div className={classes.access}>
        {account.isViewer ? (
          <>
            <p className={classes.dim}>{t('page.own')}</p>
            <Anchor renderRoot={(props: object) => <Link to="/profile" {...props} />}>{t('page.ownLink')}</Anchor>
          </>
        ) : (
          !account.viewerCanChange && !account.viewerCanDeactivate && <p className={classes.dim}>{t('page.foreign')}</p>
        )}
        {account.viewerCanChange && !account.deactivatedAt && (
          <Button variant="default" onClick={() => setDialog('change')}>
            {t('change')}
          </Button>
        )}
        {account.viewerCanDeactivate &&
          (account.deactivatedAt ? (
            <Button variant="default" loading={loading} onClick={() => void giveBack()}>
              {t('reactivate')}
            </Button>
          ) : (
            <Button variant="outline" color="red.9" onClick={() => setDialog('deactivate')}>
              {t('deactivate')}
            </Button>
          ))}
      </div>
      <ChangeDialog account={account} opened={dialog === 'change'} close={close} />
      <DeactivateDialog account={account} opened={dialog === 'deactivate'} close={close} />
    </Panel>
  );
}

/** One account: who it is, and what can be done with it. */
export function AccountPage() {
  const t = useText(messages);
  const common = useCommonText();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(AccountPageDocument, { variables: { id } });
  return (
    <Page>
      <PageHeader
        title={data?.account?.name ?? t('title')}
        before={
          <Link to="/accounts" className={classes.back}>
            <Icon name="back" size={15} />
            {t('title')}
          </Link>
        }
      >
        {data?.account?.deactivatedAt && <Badge tone="quiet">{t('state.DEACTIVATED')}</Badge>}
      </PageHeader>
      <QueryView data={data} error={error} refetch={refetch}>
        {({ account }) =>
          account ? (
            <div className={classes.card}>
              <Facts account={account} />
              <Access account={account} />
            </div>
          ) : (
            <EmptyState icon="question" title={common('state.notFound')} />
          )
        }
      </QueryView>
    </Page>
  );
}
