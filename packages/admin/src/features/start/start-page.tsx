import { useQuery, useSubscription } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { DeputyTodayDocument, StaffTodayDocument, type StartAppealsFragment } from '../../gql/start';
import { AnyAppealChangedDocument } from '../../gql/lib';
import { QueryView } from '../../lib/apollo/query-view';
import { AppealLines } from '../../lib/appeals/appeal-line';
import { useText } from '../../lib/i18n/use-text';
import { useViewer } from '../../lib/session/viewer';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { AttentionFigures } from './attention';
import { messages } from './messages';
import classes from './start-page.module.css';

const MODERATES = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR'];

function Group({
  title,
  appeals,
  all,
  mine = false,
  showStatus = true,
}: {
  title: string;
  appeals: StartAppealsFragment | undefined;
  /** Where the rest of them is. */
  all: Pick<LinkProps, 'to' | 'search'>;
  mine?: boolean;
  showStatus?: boolean;
}) {
  const t = useText(messages);
  if (!appeals || appeals.totalCount === 0) return null;
  return (
    <section className={classes.group}>
      <div className={classes.head}>
        <Title order={2}>
          {title} <span className={classes.count}>{appeals.totalCount}</span>
        </Title>
        {appeals.totalCount > appeals.edges.length && <Link {...all}>{t('group.all', { n: appeals.totalCount })}</Link>}
      </div>
      <AppealLines appeals={appeals.edges.map(({ node }) => node)} label={title} place={mine ? 'none' : 'region'} showStatus={showStatus} />
    </section>
  );
}

function StaffToday({ moderates }: { moderates: boolean }) {
  const t = useText(messages);
  const { data, previousData, error, refetch } = useQuery(StaffTodayDocument, { variables: { moderates } });
  return (
    <QueryView data={data ?? previousData} error={error} refetch={refetch}>
      {({ waiting, today, late }) => {
        const nothing = (waiting?.totalCount ?? 0) + today.totalCount + late.totalCount === 0;
        if (nothing)
          return (
            <EmptyState icon="check" title={t('calm.title')}>
              {t('calm.staff')}
            </EmptyState>
          );
        return (
          <>
            <Group title={t('group.waiting')} appeals={waiting} all={{ to: '/queue' }} showStatus={false} />
            <Group title={t('group.today')} appeals={today} all={{ to: '/appeals', search: { deadline: 'TODAY' } }} />
            <Group title={t('group.late')} appeals={late} all={{ to: '/appeals', search: { deadline: 'LATE' } }} />
          </>
        );
      }}
    </QueryView>
  );
}

function DeputyToday() {
  const t = useText(messages);
  const { data, previousData, error, refetch } = useQuery(DeputyTodayDocument);
  useSubscription(AnyAppealChangedDocument, { ignoreResults: true, onData: () => void refetch() });
  return (
    <QueryView data={data ?? previousData} error={error} refetch={refetch}>
      {({ late, today, risk, fresh }) => {
        const nothing = late.totalCount + today.totalCount + risk.totalCount + fresh.totalCount === 0;
        if (nothing)
          return (
            <EmptyState icon="check" title={t('calm.title')}>
              {t('calm.deputy')}
            </EmptyState>
          );
        return (
          <>
            <Group mine title={t('group.today')} appeals={today} all={{ to: '/inbox', search: { deadline: 'TODAY' } }} />
            <Group mine title={t('group.lateMine')} appeals={late} all={{ to: '/inbox', search: { deadline: 'LATE' } }} />
            <Group mine title={t('group.risk')} appeals={risk} all={{ to: '/inbox', search: { deadline: 'AT_RISK' } }} />
            <Group mine title={t('group.fresh')} appeals={fresh} all={{ to: '/inbox', search: { status: ['REGISTERED', 'REOPENED'] } }} />
          </>
        );
      }}
    </QueryView>
  );
}

/** What needs attention today, by role. */
export function StartPage() {
  const t = useText(messages);
  const viewer = useViewer();
  const answers = viewer.role === 'DEPUTY' || viewer.role === 'AIDE';
  return (
    <Page>
      <PageHeader title={t('title')} />
      <AttentionFigures viewer={viewer} />
      {answers ? <DeputyToday /> : <StaffToday moderates={MODERATES.includes(viewer.role)} />}
    </Page>
  );
}
