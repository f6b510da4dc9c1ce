import { MultiSelect, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { RatingFactionsDocument } from '../../gql/rating';
import type { BodyLevel } from '../../gql/schema';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useMyRegions } from '../../lib/reference/use-reference';
import { useViewer } from '../../lib/session/viewer';
import { FilterBar } from '../../ui/filter-bar';
import { SearchInput } from '../../ui/search-input';
import { messages } from './messages';
import { filterCount, GROUPS, LEVELS, periodName, type RatingSearch } from './rating-filter';
import classes from './rating-page.module.css';

/** Factions of the one region that is looked at; of more than one there would be too many to choose from. */
function FactionSelect({
  regionCode,
  level,
  value,
  onChange,
}: {
  regionCode: string;
  level: BodyLevel | null;
  value: string | null;
  onChange: (id: string | undefined) => void;
}) {
  const t = useText(messages);
  const { data } = useQuery(RatingFactionsDocument, { variables: { regionCode, level }, fetchPolicy: 'cache-first' });
  const options = (data?.bodies ?? []).map((body) => ({
    group: body.name,
    items: body.factions.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return (
    <Select
      label={t('filter.faction')}
      data={options}
      value={value}
      clearable
      searchable
      placeholder={t('any')}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}

export function RatingFilters({
  search,
  change,
  periods,
  ownLevel,
}: {
  search: RatingSearch;
  change: (patch: Partial<RatingSearch>) => void;
  periods: readonly { key: string; title: string }[];
  ownLevel: BodyLevel;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const regions = useMyRegions();
  const level = search.level ?? ownLevel;
  const theRegion = search.region?.length === 1 ? search.region[0] : regions.length === 1 ? regions[0]?.value : undefined;
  const deputies = search.view === undefined;
  const current = search.period ?? periods[0]?.key ?? null;
  return (
    <>
      {viewer.deputy === null && (
        <SegmentedControl
          className={classes.levels}
          aria-label={t('level')}
          value={level}
          data={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          onChange={(value) => change({ level: value === ownLevel ? undefined : (value as RatingSearch['level']), faction: undefined })}
        />
      )}
      <FilterBar
        label={t('filters')}
        active={filterCount(search)}
        clearLabel={common('action.clearFilters')}
        clear={() => change({ region: undefined, faction: undefined, group: undefined, search: undefined })}
        search={
          deputies && (
            <SearchInput label={t('search')} value={search.search ?? ''} onSearch={(words) => change({ search: words || undefined })} />
          )
        }
      >
        <Select
          label={t('filter.period')}
          allowDeselect={false}
          value={current}
          data={periods.map(({ key, title }) => ({ value: key, label: periodName(title) }))}
          onChange={(key) => change({ period: key === periods[0]?.key ? undefined : (key ?? undefined) })}
        />
        {regions.length > 1 && (
          <MultiSelect
            label={t('filter.region')}
            data={regions}
            value={search.region ?? []}
            searchable
            clearable
            placeholder={search.region ? undefined : t('any')}
            maxValues={100}
            onChange={(region) => change({ region: region.length > 0 ? region : undefined, faction: undefined })}
          />
        )}
        {deputies && theRegion && viewer.deputy === null && (
          <FactionSelect
            regionCode={theRegion}
            level={level === 'ALL' ? null : level}
            value={search.faction ?? null}
            onChange={(faction) => change({ faction })}
          />
        )}
        {deputies && (
          <Select
            label={t('filter.group')}
            clearable
            placeholder={t('any')}
            value={search.group ?? null}
            data={GROUPS.map((value) => ({ value, label: t(`group.short.${value}`) }))}
            onChange={(group) => change({ group: (group ?? undefined) as RatingSearch['group'] })}
          />
        )}
      </FilterBar>
    </>
  );
}
