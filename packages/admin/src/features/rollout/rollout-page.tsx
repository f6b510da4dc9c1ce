import { useQuery } from '@apollo/client/react';
import { Button, Select } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { RolloutPageDocument } from '../../gql/rollout';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { DataTable, type Column } from '../../ui/data-table';
import { FilterBar } from '../../ui/filter-bar';
import { Page } from '../../ui/page';
import { PageHeader } from '../../ui/page-header';
import { SearchInput } from '../../ui/search-input';
import { EmptyState } from '../../ui/states';
import { GrowthChart } from './growth-chart';
import { messages } from './messages';
import { shownRegions, SORTS, STAGE_TONE, STAGES, type RegionRow, type Rollout, type RolloutSearch } from './regions';
import { TileMap } from './tile-map';
import classes from './rollout.module.css';

const route = getRouteApi('/shell/rollout');

/** «2 715 при плане 460: в 5,9 раза больше», and where they come from. */
function Figures({ rollout }: { rollout: Rollout }) {
  const t = useText(messages);
  const intl = useIntl();
  const { connectedDeputies, plannedDeputies, pilotDeputies, selfEnrolledDeputies, pilotRegions, selfEnrolmentRegions } = rollout;
  const times = plannedDeputies > 0 ? Math.round((connectedDeputies / plannedDeputies) * 10) / 10 : null;
  return (
    <>
      <dl className={classes.figures}>
        <div>
          <dd>{intl.formatNumber(connectedDeputies)}</dd>
          <dt>{t('figure.connected', { n: connectedDeputies })}</dt>
        </div>
        <div>
          <dd>{intl.formatNumber(plannedDeputies)}</dd>
          <dt>{t('figure.planned')}</dt>
        </div>
        {times !== null && (
          <div>
            <dd>{t('figure.times.value', { n: times, times: intl.formatNumber(times) })}</dd>
            <dt>{t('figure.times')}</dt>
          </div>
        )}
      </dl>
      <p className={classes.sentence}>
        {t('sentence', { pilot: pilotDeputies, self: selfEnrolledDeputies, pilotRegions, selfRegions: selfEnrolmentRegions })}
      </p>
    </>
  );
}

function Regions({ rollout }: { rollout: Rollout }) {
  const t = useText(messages);
  const common = useCommonText();
  const intl = useIntl();
  const days = useDays();
  const search: RolloutSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (patch: Partial<RolloutSearch>) =>
    void navigate({ search: (before) => patchSearch(before, patch), replace: true, resetScroll: false });
  const clear = () => change({ stage: undefined, search: undefined });
  const rows = shownRegions(rollout.regions, search);
  const columns: Column<RegionRow>[] = [
    {
      key: 'region',
      header: t('column.region'),
      card: 'title',
      cell: ({ region }) => (
        <Link to="/deputies" search={{ region: [region.code] }} className={classes.link}>
          {region.name}
        </Link>
      ),
    },
    {
      key: 'stage',
      header: t('column.stage'),
      width: 160,
      card: 'bare',
      cell: (row) => <Badge tone={STAGE_TONE[row.stage]}>{common(`stage.${row.stage}`)}</Badge>,
    },
    { key: 'since', header: t('column.since'), width: 150, cell: (row) => days.short(row.since) },
    {
      key: 'planned',
      header: t('column.planned'),
      width: 120,
      align: 'end',
      cell: (row) => (row.planned > 0 ? intl.formatNumber(row.planned) : null),
    },
    { key: 'connected', header: t('column.connected'), width: 130, align: 'end', cell: (row) => intl.formatNumber(row.connected) },
    {
      key: 'appeals',
      header: t('column.appeals'),
      width: 130,
      align: 'end',
      cell: (row) =>
        row.appeals > 0 ? (
          <Link to="/appeals" search={{ region: [row.region.code] }}>
            {intl.formatNumber(row.appeals)}
          </Link>
        ) : (
          intl.formatNumber(0)
        ),
    },
  ];
  return (
    <section aria-labelledby="regions">
      <h2 id="regions" className={classes.heading}>
        {t('regions')} <span className={classes.count}>{intl.formatNumber(rows.length)}</span>
      </h2>
      <FilterBar
        label={t('filters')}
        active={[search.stage, search.search].filter(Boolean).length}
        clear={clear}
        clearLabel={common('action.clearFilters')}
        search={
          <SearchInput label={t('search')} value={search.search ?? ''} onSearch={(words) => change({ search: words || undefined })} />
        }
      >
        <Select
          label={t('filter.stage')}
          clearable
          placeholder={t('any')}
          value={search.stage ?? null}
          data={STAGES.map((value) => ({ value, label: common(`stage.${value}`) }))}
          onChange={(stage) => change({ stage: (stage ?? undefined) as RolloutSearch['stage'] })}
        />
        <Select
          label={t('sort')}
          allowDeselect={false}
          value={search.sort ?? 'name'}
          data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(sort) => change({ sort: sort === 'name' ? undefined : (sort as RolloutSearch['sort']) })}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState
          icon="filter"
          title={t('empty.title')}
          action={
            <Button variant="default" onClick={clear}>
              {common('action.clearFilters')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <DataTable rows={rows} columns={columns} rowKey={(row) => row.region.code} caption={t('regions')} />
      )}
    </section>
  );
}

/** Plan against fact: the growth, the map, and every region. */
export function RolloutPage() {
  const t = useText(messages);
  const { data, error, refetch } = useQuery(RolloutPageDocument);
  const pilot = data?.rollout.regions
    .filter((row) => row.stage === 'PILOT')
    .map((row) => row.since)
    .sort()[0];
  return (
    <Page wide>
      <PageHeader title={t('title')} />
      <QueryView data={data} error={error} refetch={refetch}>
        {({ rollout }) => (
          <>
            <Figures rollout={rollout} />
            <GrowthChart progress={rollout.progress} pilotStart={pilot} />
            <TileMap rollout={rollout} />
            <Regions rollout={rollout} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
