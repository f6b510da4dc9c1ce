import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PartnersDocument, type PartnersQuery } from '../../gql/partners';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useRowKeys } from '../../lib/keys/use-row-keys';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Icon } from '../../ui/icons';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { SearchInput } from '../../ui/search-input';
import { EmptyState } from '../../ui/states';
import { messages } from './messages';
import { PartnerForm } from './partner-form';
import { isInUse } from './partner-search';
import classes from './partners.module.css';
import { Week } from './week';

type Row = PartnersQuery['partners']['edges'][number]['node'];

const route = getRouteApi('/shell/partners');

function useColumns(): Column<Row>[] {
  const t = useText(messages);
  const days = useDays();
  const intl = useIntl();
  return [
    {
      key: 'name',
      header: t('column.name'),
      card: 'title',
      cell: (row) => (
        <span className={classes.name}>
          <Link to="/partners/$id" params={{ id: row.id }} className={classes.link} data-row>
            {row.name}
          </Link>
          {row.suspendedAt && <Badge tone="warning">{t('suspended')}</Badge>}
        </span>
      ),
    },
    { key: 'contact', header: t('column.contact'), width: '24%', cell: (row) => <span className={classes.wrap}>{row.contactEmail}</span> },
    {
      key: 'keys',
      header: t('column.keys'),
      width: 140,
      align: 'end',
      cell: (row) => intl.formatNumber(row.keys.filter(isInUse).length),
    },
    {
      key: 'lastUsed',
      header: t('column.lastUsed'),
      width: 160,
      cell: (row) =>
        row.lastUsedAt ? <time dateTime={row.lastUsedAt}>{days.moment(row.lastUsedAt)}</time> : <span className={classes.dim}>{t('never')}</span>,
    },
    { key: 'week', header: t('column.week'), width: 190, cell: (row) => <Week usage={row.usage} /> },
  ];
}

/** The apps of partners: who they are, and whether they are at work. */
export function PartnersPage() {
  useRowKeys();
  const t = useText(messages);
  const common = useCommonText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const find = (words: string | undefined) =>
    void navigate({ search: (before) => patchSearch(before, { search: words || undefined } as typeof before), replace: true });
  const { data, previousData, error, refetch, loading } = useQuery(PartnersDocument, {
    variables: { search: search.search ?? null, after: search.after ?? null },
  });
  const shown = data ?? previousData;
  const columns = useColumns();
  const add = (
    <Button size="sm" leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
      {t('new')}
    </Button>
  );
  return (
    <Page wide>
      <PageHeader title={t('title')} count={shown?.partners.totalCount}>
        {shown && add}
      </PageHeader>
      <search className={classes.search} aria-label={t('filters')}>
        <SearchInput label={t('search')} value={search.search ?? ''} onSearch={find} />
      </search>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ partners }) =>
          partners.edges.length === 0 ? (
            search.search ? (
              <EmptyState
                icon="filter"
                title={t('empty.filtered')}
                action={
                  <Button variant="default" onClick={() => find(undefined)}>
                    {common('action.clear')}
                  </Button>
                }
              >
                {t('empty.filteredText')}
              </EmptyState>
            ) : (
              <EmptyState icon="partners" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            )
          ) : (
            <>
              <DataTable
                rows={partners.edges.map(({ node }) => node)}
                columns={columns}
                rowKey={(row) => row.id}
                caption={t('title')}
                busy={loading && !data}
              />
              <CursorPager connection={partners} label={t('pages')} />
            </>
          )
        }
      </QueryView>
      <PartnerForm opened={adding} partner={null} close={() => setAdding(false)} />
    </Page>
  );
}
