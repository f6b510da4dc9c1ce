import { useQuery } from '@apollo/client/react';
import { Button, MultiSelect, Select } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { DeputyListDocument, type DeputyRowFragment } from '../../gql/deputies';
import { RegionsDocument } from '../../gql/lib';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useRowKeys } from '../../lib/keys/use-row-keys';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { FilterBar } from '../../ui/filter-bar';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { SearchInput } from '../../ui/search-input';
import { EmptyState } from '../../ui/states';
import { deputyFilter, deputySort, JOININGS, LEVELS, SORTS, type DeputySearch } from './deputy-filter';
import { messages } from './messages';
import classes from './deputies.module.css';

const route = getRouteApi('/shell/deputies');

function useColumns(): Column<DeputyRowFragment>[] {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  return [
    {
      key: 'name',
      header: t('column.name'),
      card: 'title',
      cell: (row) => (
        <Link to="/deputies/$id" params={{ id: row.id }} className={classes.link} data-row>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'body',
      header: t('column.body'),
      card: 'bare',
      cell: (row) => (
        <span className={classes.stack}>
          {row.mandate.body.name}
          <span className={classes.dim}>{row.mandate.faction.name}</span>
        </span>
      ),
    },
    { key: 'region', header: t('column.region'), cell: (row) => row.region.name },
    {
      key: 'district',
      header: t('column.district'),
      width: 130,
      cell: (row) =>
        row.mandate.district ? (
          <span title={row.mandate.district.name}>{t('district', { number: row.mandate.district.number })}</span>
        ) : (
          t('list')
        ),
    },
    {
      key: 'joining',
      header: t('column.joining'),
      width: 150,
      cell: (row) => <Badge tone={row.mandate.joining === 'PILOT' ? 'accent' : 'quiet'}>{common(`joining.${row.mandate.joining}`)}</Badge>,
    },
    { key: 'joined', header: t('column.joined'), width: 110, cell: (row) => days.short(row.mandate.joinedOn) },
  ];
}

/** The directory of deputies at work. */
export function DeputiesPage() {
  useRowKeys();
  const t = useText(messages);
  const common = useCommonText();
  const search: DeputySearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<DeputySearch>) => void navigate({ search: (before) => patchSearch(before, patch), replace: true });
  const clear = () => change({ search: undefined, region: undefined, level: undefined, joining: undefined });
  const regions = useQuery(RegionsDocument, { fetchPolicy: 'cache-first' }).data?.regions ?? [];
  const { data, previousData, error, refetch, loading } = useQuery(DeputyListDocument, {
    variables: { filter: deputyFilter(search), sort: deputySort(search), after: search.after ?? null },
  });
  const shown = data ?? previousData;
  const columns = useColumns();
  const active = Object.keys(deputyFilter(search)).length;
  return (
    <Page wide>
      <PageHeader title={t('title')} count={shown?.deputies.totalCount} />
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
          label={t('filter.region')}
          data={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.region ?? []}
          searchable
          clearable
          placeholder={search.region ? undefined : t('any')}
          onChange={(region) => change({ region: region.length > 0 ? region : undefined })}
        />
        <Select
          label={t('filter.level')}
          clearable
          placeholder={t('any')}
          value={search.level ?? null}
          data={LEVELS.map((value) => ({ value, label: common(`level.${value}`) }))}
          onChange={(level) => change({ level: (level ?? undefined) as DeputySearch['level'] })}
        />
        <Select
          label={t('filter.joining')}
          clearable
          placeholder={t('any')}
          value={search.joining ?? null}
          data={JOININGS.map((value) => ({ value, label: common(`joining.${value}`) }))}
          onChange={(joining) => change({ joining: (joining ?? undefined) as DeputySearch['joining'] })}
        />
        <Select
          label={t('sort')}
          allowDeselect={false}
          value={search.sort ?? 'name'}
          data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(sort) => change({ sort: sort === 'name' ? undefined : (sort as DeputySearch['sort']) })}
        />
      </FilterBar>
      <QueryView data={shown} error={error} refetch={refetch}>
        {({ deputies }) =>
          deputies.edges.length === 0 ? (
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
              <EmptyState icon="deputies" title={t('empty.title')}>
                {t('empty.text')}
              </EmptyState>
            )
          ) : (
            <>
              <DataTable
                rows={deputies.edges.map(({ node }) => node)}
                columns={columns}
                rowKey={(row) => row.id}
                caption={t('title')}
                busy={loading && !data}
              />
              <CursorPager connection={deputies} label={t('pages')} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}
