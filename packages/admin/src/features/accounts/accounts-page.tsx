import { useQuery } from '@apollo/client/react';
import { Button, MultiSelect, Select } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { AccountListDocument, type AccountRowFragment } from '../../gql/accounts';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useRowKeys } from '../../lib/keys/use-row-keys';
import { useMyRegions } from '../../lib/reference/use-reference';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { FilterBar } from '../../ui/filter-bar';
import { SearchInput } from '../../ui/search-input';
import { EmptyState } from '../../ui/states';
import { ACCOUNT_STATES, accountFilter, ROLES, type AccountSearch } from './account-filter';
import { AccountsFrame } from './frame';
import { messages } from './messages';
import { ScopeText } from './scope-text';
import classes from './accounts.module.css';

const route = getRouteApi('/shell/accounts');

function useColumns(): Column<AccountRowFragment>[] {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  return [
    {
      key: 'name',
      header: t('column.name'),
      width: '26%',
      card: 'title',
      cell: (row) => (
        <span className={classes.who}>
          <span>
            <Link to="/accounts/$id" params={{ id: row.id }} className={classes.link} data-row>
              {row.name}
            </Link>
            {row.isViewer && <Badge tone="accent">{t('you')}</Badge>}
          </span>
          <span className={classes.dim}>{row.email}</span>
        </span>
      ),
    },
    { key: 'role', header: t('column.role'), width: 170, cell: (row) => common(`role.${row.role}`) },
    { key: 'scope', header: t('column.scope'), cell: (row) => <ScopeText of={row} /> },
    {
      key: 'factor',
      header: t('column.factor'),
      width: 120,
      cell: (row) =>
        row.twoFactorEnabled ? <Badge tone="good">{t('factor.on')}</Badge> : <span className={classes.dim}>{t('factor.off')}</span>,
    },
    {
      key: 'seen',
      header: t('column.seen'),
      width: 150,
      cell: (row) =>
        row.lastSeenAt ? (
          <time dateTime={row.lastSeenAt}>{days.momentShort(row.lastSeenAt)}</time>
        ) : (
          <span className={classes.dim}>{t('seen.never')}</span>
        ),
    },
    {
      key: 'state',
      header: t('column.state'),
      width: 130,
      card: 'bare',
      cell: (row) => (row.deactivatedAt ? <Badge tone="quiet">{t('state.DEACTIVATED')}</Badge> : <Badge tone="good">{t('state.ACTIVE')}</Badge>),
    },
  ];
}

/** Everyone who works in the console, within what the viewer answers for. */
export function AccountsPage() {
  useRowKeys();
  const t = useText(messages);
  const common = useCommonText();
  const search: AccountSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<AccountSearch>) => void navigate({ search: (before) => patchSearch(before, patch), replace: true });
  const clear = () => change({ search: undefined, role: undefined, region: undefined, state: undefined });
  const regions = useMyRegions();
  const { data, previousData, error, refetch, loading } = useQuery(AccountListDocument, {
    variables: { filter: accountFilter(search), after: search.after ?? null },
  });
  const shown = data ?? previousData;
  const columns = useColumns();
  const active = Object.keys(accountFilter(search)).length;
  return (
    <AccountsFrame
      view="accounts"
      count={shown?.accounts.totalCount}
      inviting={search.invite === true}
      setInviting={(open) =>
        void navigate({ search: (before) => ({ ...before, invite: open ? (true as const) : undefined }), replace: true, resetScroll: false })
      }
    >
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
          label={t('filter.role')}
          clearable
          placeholder={search.role ? undefined : t('any')}
          value={search.role ?? []}
          data={ROLES.map((value) => ({ value, label: common(`role.${value}`) }))}
          onChange={(role) => change({ role: role.length > 0 ? (role as AccountSearch['role']) : undefined })}
        />
        {regions.length !== 1 && (
          <MultiSelect
            label={t('filter.region')}
            data={regions}
            value={search.region ?? []}
            searchable
            clearable
            placeholder={search.region ? undefined : t('any')}
            onChange={(region) => change({ region: region.length > 0 ? region : undefined })}
          />
        )}
        <Select
          label={t('filter.state')}
          clearable
          placeholder={t('any')}
          value={search.state ?? null}
          data={ACCOUNT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          onChange={(state) => change({ state: (state ?? undefined) as AccountSearch['state'] })}
        />
      </FilterBar>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ accounts }) =>
          accounts.edges.length === 0 ? (
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
              <EmptyState icon="people" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            )
          ) : (
            <>
              <DataTable
                rows={accounts.edges.map(({ node }) => node)}
                columns={columns}
                rowKey={(row) => row.id}
                caption={t('title')}
                busy={loading && !data}
              />
              <CursorPager connection={accounts} label={t('pages')} />
            </>
          )
        }
      </QueryView>
    </AccountsFrame>
  );
}
