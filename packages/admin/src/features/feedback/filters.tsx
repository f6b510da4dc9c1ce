import { useQuery } from '@apollo/client/react';
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { FeedbackDeputiesDocument, FeedbackDeputyDocument } from '../../gql/feedback';
import { shortName } from '../../lib/format/names';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useMyRegions } from '../../lib/reference/use-reference';
import { useViewer } from '../../lib/session/viewer';
import { FilterBar } from '../../ui/filter-bar';
import { COMMENT_STATES, feedbackFilter, QUALITIES, RESULTS, SORTS, type FeedbackSearch } from './feedback-filter';
import { messages } from './messages';

const some = <T,>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);

/** One deputy of thousands: found by the beginning of a name, within the regions that are looked at. */
function DeputyFilter({
  value,
  regionCode,
  onChange,
}: {
  value: string | undefined;
  regionCode: string[] | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const t = useText(messages);
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 250);
  const chosen = useQuery(FeedbackDeputyDocument, { variables: { id: value ?? '' }, skip: !value, fetchPolicy: 'cache-first' }).data
    ?.deputy;
  const { data, previousData } = useQuery(FeedbackDeputiesDocument, {
    variables: { filter: { ...(asked && asked !== chosen?.name && { search: asked }), ...(regionCode && { regionCode }) } },
  });
  const found = ((data ?? previousData)?.deputies.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.name,
    body: node.mandate.body.name,
  }));
  const options =
    chosen && !found.some((one) => one.value === chosen.id) ? [{ value: chosen.id, label: chosen.name, body: '' }, ...found] : found;
  return (
    <Select
      label={t('filter.deputy')}
      placeholder={t('filter.deputy.type')}
      searchable
      clearable
      value={value ?? null}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('filter.deputy.none')}
      onSearchChange={setWords}
      onChange={(id) => onChange(id ?? undefined)}
      renderOption={({ option }) => (
        <span title={options.find((one) => one.value === option.value)?.body}>
          {shortName(option.label)} <small>{options.find((one) => one.value === option.value)?.body}</small>
        </span>
      )}
    />
  );
}

export function FeedbackFilters({
  search,
  change,
  clear,
}: {
  search: FeedbackSearch;
  change: (patch: Partial<FeedbackSearch>) => void;
  clear: () => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const regions = useMyRegions();
  const scope = search.region ?? (viewer.allRegions ? undefined : some(viewer.regions.map(({ code }) => code)));
  return (
    <FilterBar
      label={t('filters')}
      active={Object.keys(feedbackFilter(search)).length}
      clear={clear}
      clearLabel={common('action.clearFilters')}
    >
      {regions.length > 1 && (
        <MultiSelect
          label={t('filter.region')}
          data={regions}
          value={search.region ?? []}
          searchable
          clearable
          placeholder={search.region ? undefined : t('any')}
          onChange={(region) => change({ region: some(region) })}
        />
      )}
      {viewer.deputy === null && <DeputyFilter value={search.deputy} regionCode={scope} onChange={(deputy) => change({ deputy })} />}
      <MultiSelect
        label={t('filter.quality')}
        clearable
        placeholder={search.quality ? undefined : t('any')}
        value={search.quality ?? []}
        data={QUALITIES.map((value) => ({ value, label: t('quality', { quality: value }) }))}
        onChange={(quality) => change({ quality: some(quality as NonNullable<FeedbackSearch['quality']>) })}
      />
      <MultiSelect
        label={t('filter.result')}
        clearable
        placeholder={search.result ? undefined : t('any')}
        value={search.result ?? []}
        data={RESULTS.map((value) => ({ value, label: common(`feedbackResult.${value}`) }))}
        onChange={(result) => change({ result: some(result as NonNullable<FeedbackSearch['result']>) })}
      />
      {viewer.deputy === null && (
        <MultiSelect
          label={t('filter.comment')}
          clearable
          placeholder={search.comment ? undefined : t('any')}
          value={search.comment ?? []}
          data={COMMENT_STATES.map((value) => ({ value, label: t(`comment.${value}`) }))}
          onChange={(comment) => change({ comment: some(comment as NonNullable<FeedbackSearch['comment']>) })}
        />
      )}
      <TextInput
        type="date"
        label={t('filter.from')}
        value={search.from ?? ''}
        max={search.to}
        onChange={(event) => change({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label={t('filter.to')}
        value={search.to ?? ''}
        min={search.from}
        onChange={(event) => change({ to: event.currentTarget.value || undefined })}
      />
      <Select
        label={t('sort')}
        allowDeselect={false}
        value={search.sort ?? 'newest'}
        data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        onChange={(sort) => change({ sort: sort === 'newest' ? undefined : (sort as FeedbackSearch['sort']) })}
      />
    </FilterBar>
  );
}
