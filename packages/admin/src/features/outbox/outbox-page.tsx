import { useQuery } from '@apollo/client/react';
import { Button, MultiSelect, Select } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { OutboxDocument, type MailRowFragment } from '../../gql/outbox';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useRowKeys } from '../../lib/keys/use-row-keys';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { Dialog } from '../../ui/dialog';
import { FilterBar } from '../../ui/filter-bar';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { SearchInput } from '../../ui/search-input';
import { EmptyState } from '../../ui/states';
import { MailView } from './mail-view';
import { messages } from './messages';
import { MAIL_KINDS, MAIL_STATES, outboxFilter, STATE_TONE, type OutboxSearch } from './outbox-filter';
import classes from './outbox.module.css';

const route = getRouteApi('/shell/outbox');

function useColumns(search: OutboxSearch): Column<MailRowFragment>[] {
  const t = useText(messages);
  const days = useDays();
  return [
    {
      key: 'subject',
      header: t('column.subject'),
      card: 'title',
      cell: (row) => (
        <Link to="/outbox" search={{ ...search, mail: row.id }} resetScroll={false} className={classes.link} data-row>
          {row.subject}
        </Link>
      ),
    },
    { key: 'kind', header: t('column.kind'), width: 190, cell: (row) => t(`kind.${row.kind}`) },
    {
      key: 'state',
      header: t('column.state'),
      width: 150,
      card: 'bare',
      cell: (row) => <Badge tone={STATE_TONE[row.state]}>{t(`state.${row.state}`)}</Badge>,
    },
    { key: 'channel', header: t('column.channel'), width: 110, cell: (row) => t(`channel.${row.channel}`) },
    { key: 'to', header: t('column.to'), width: 200, cell: (row) => row.to },
    {
      key: 'time',
      header: t('column.time'),
      width: 130,
      cell: (row) => <time dateTime={row.createdAt}>{days.moment(row.createdAt)}</time>,
    },
  ];
}

/** Every mail: what became of it, and its text while it is kept here. */
export function OutboxPage() {
  useRowKeys();
  const t = useText(messages);
  const common = useCommonText();
  const search: OutboxSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<OutboxSearch>) =>
    void navigate({ search: (before) => patchSearch(before, { mail: undefined, ...patch }), replace: true });
  const clear = () => change({ search: undefined, kind: undefined, state: undefined });
  const { data, previousData, error, refetch, loading } = useQuery(OutboxDocument, {
    variables: { filter: outboxFilter(search), after: search.after ?? null },
  });
  const shown = data ?? previousData;
  const columns = useColumns(search);
  const active = Object.keys(outboxFilter(search)).length;
  const open = shown?.outbox.edges.find(({ node }) => node.id === search.mail)?.node;
  return (
    <Page wide>
      <PageHeader title={t('title')} count={shown?.outbox.totalCount} />
      <FilterBar
        label={t('filters')}
        active={active}
        clear={clear}
        clearLabel={common('action.clearFilters')}
        search={
          <SearchInput label={t('search')} value={search.search ?? ''} onSearch={(words) => change({ search: words || undefined })} />
        }
      >
        <MultiSelect
          label={t('filter.kind')}
          clearable
          placeholder={search.kind ? undefined : t('any')}
          value={search.kind ?? []}
          data={MAIL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => change({ kind: kind.length > 0 ? (kind as OutboxSearch['kind']) : undefined })}
        />
        <Select
          label={t('filter.state')}
          clearable
          placeholder={t('any')}
          value={search.state ?? null}
          data={MAIL_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(state) => change({ state: (state ?? undefined) as OutboxSearch['state'] })}
        />
      </FilterBar>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ outbox }) =>
          outbox.edges.length === 0 ? (
            active > 0 ? (
              <EmptyState
                icon="filter"
                title={t('empty.filtered')}
                action={
                  <Button variant="default" onClick={clear}>
                    {common('action.clearFilters')}
                  </Button>
                }
              >
                {t('empty.filteredText')}
              </EmptyState>
            ) : (
              <EmptyState icon="outbox" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            )
          ) : (
            <>
              <DataTable
                rows={outbox.edges.map(({ node }) => node)}
                columns={columns}
                rowKey={(row) => row.id}
                caption={t('title')}
                busy={loading && !data}
                mark={(row) => (row.state === 'FAILED' ? 'danger' : undefined)}
              />
              <CursorPager connection={outbox} label={t('pages')} />
            </>
          )
        }
      </QueryView>
      <Dialog
        opened={open !== undefined}
        title={open?.subject ?? ''}
        closeLabel={common('action.close')}
        size="lg"
        close={() => void navigate({ search: (before) => ({ ...before, mail: undefined }), replace: true, resetScroll: false })}
      >
        {open && <MailView mail={open} />}
      </Dialog>
    </Page>
  );
}
