import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { PromisesDocument, type PromisesQuery } from '../../gql/promises';
import { QueryView } from '../../lib/apollo/query-view';
import { PROMISE_TONE } from '../../lib/appeals/promise-state';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useRowKeys } from '../../lib/keys/use-row-keys';
import { useViewer } from '../../lib/session/viewer';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { EmptyState } from '../../ui/states';
import { tabClass, TabsNav } from '../../ui/tabs-nav';
import { messages } from './messages';
import { VIEW_LIST, VIEWS } from './views';

type Row = PromisesQuery['promises']['edges'][number]['node'];

const route = getRouteApi('/shell/promises');

function useColumns(): Column<Row>[] {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const viewer = useViewer();
  const own = viewer.role === 'DEPUTY' || viewer.role === 'AIDE';
  return [
    { key: 'text', header: t('column.text'), card: 'title', cell: (row) => row.text },
    { key: 'dueOn', header: t('column.dueOn'), width: 150, cell: (row) => <time dateTime={row.dueOn}>{days.day(row.dueOn)}</time> },
    { key: 'state', header: t('column.state'), width: 190, cell: (row) => <Badge tone={PROMISE_TONE[row.state]}>{common(`promise.${row.state}`)}</Badge> },
    ...(own ? [] : [{ key: 'deputy', header: t('column.deputy'), width: '20%', cell: (row: Row) => row.deputy?.name ?? null }]),
    {
      key: 'appeal',
      header: t('column.appeal'),
      width: '24%',
      cell: (row) => (
        <Link to="/appeals/$id" params={{ id: row.appeal.id }} data-row>
          {row.appeal.number}, {row.appeal.subject}
        </Link>
      ),
    },
  ];
}

/** What deputies promised by a day: what comes, what was not kept, and all of it. */
export function PromisesPage() {
  useRowKeys();
  const t = useText(messages);
  const { view = 'soon', after } = route.useSearch();
  const states = VIEWS[view];
  const { data, previousData, error, refetch, loading } = useQuery(PromisesDocument, {
    variables: { filter: { state: states && [...states] }, after: after ?? null },
  });
  const shown = data ?? previousData;
  const columns = useColumns();
  return (
    <Page wide>
      <PageHeader title={t('title')} count={shown?.promises.totalCount} />
      <TabsNav label={t('views')}>
        {VIEW_LIST.map((one) => (
          <Link key={one} to="/promises" search={{ view: one === 'soon' ? undefined : one }} className={tabClass} data-active={one === view || undefined} aria-current={one === view ? 'page' : undefined}>
            {t(`view.${one}`)}
          </Link>
        ))}
      </TabsNav>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ promises }) =>
          promises.edges.length === 0 ? (
            <EmptyState icon="clock" title={t(`empty.${view}`)}>
              {view === 'soon' ? t('empty.soonText') : undefined}
            </EmptyState>
          ) : (
            <>
              <DataTable
                rows={promises.edges.map(({ node }) => node)}
                columns={columns}
                rowKey={(row) => row.id}
                caption={t('title')}
                busy={loading && !data}
                mark={(row) => (row.state === 'BROKEN' ? 'danger' : undefined)}
              />
              <CursorPager connection={promises} label={t('pages')} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
