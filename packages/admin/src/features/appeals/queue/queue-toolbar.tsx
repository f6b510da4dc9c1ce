import { ActionIcon, Button, Checkbox, MultiSelect, Popover, Select, Title, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { APPEAL_KINDS } from '../../../lib/appeals/appeal-status';
import type { Reading } from '../../../lib/appeals/found';
import { SearchReading } from '../../../lib/appeals/found-passages';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { press } from '../../../lib/keys/use-keys';
import { useMyRegions, useTopicOptions } from '../../../lib/reference/use-reference';
import { useDocumentTitle } from '../../../ui/document-title';
import { Icon } from '../../../ui/icons';
import { SearchInput } from '../../../ui/search-input';
import { filterCount, queueFilter, type QueueSearch } from './queue-filter';
import { messages } from './messages';
import classes from './queue-toolbar.module.css';

function Filters({ search, change }: { search: QueueSearch; change: (patch: Partial<QueueSearch>) => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const regions = useMyRegions();
  const topics = useTopicOptions();
  const set = filterCount(search);
  const some = <T,>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);
  return (
    <Popover width={340} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant={set > 0 ? 'light' : 'default'} size="sm" px={10} leftSection={<Icon name="filter" size={15} />}>
          {set > 0 ? t('filters.count', { n: set }) : t('filters')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.filters} aria-label={t('filters')}>
        {regions.length > 1 && (
          <MultiSelect
            label={t('filter.region')}
            placeholder={search.region ? undefined : t('filter.any')}
            data={regions}
            value={search.region ?? []}
            searchable
            clearable
            onChange={(value) => change({ region: some(value) })}
            comboboxProps={{ withinPortal: false }}
            openOnFocus={false}
          />
        )}
        <MultiSelect
          label={t('filter.topic')}
          placeholder={search.topic ? undefined : t('filter.anyTopic')}
          data={topics}
          value={search.topic ?? []}
          searchable
          clearable
          onChange={(value) => change({ topic: some(value) })}
          comboboxProps={{ withinPortal: false }}
          openOnFocus={false}
        />
        <MultiSelect
          label={t('filter.kind')}
          placeholder={search.kind ? undefined : t('filter.any')}
          value={search.kind ?? []}
          clearable
          data={APPEAL_KINDS.map((kind) => ({ value: kind, label: common(`kind.${kind}`) }))}
          onChange={(value) => change({ kind: some(value as NonNullable<QueueSearch['kind']>) })}
          comboboxProps={{ withinPortal: false }}
          openOnFocus={false}
        />
        <Checkbox
          label={t('filter.overdue')}
          checked={search.overdue ?? false}
          onChange={(event) => change({ overdue: event.currentTarget.checked || undefined })}
        />
        {set > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => change({ region: undefined, topic: undefined, kind: undefined, overdue: undefined })}
          >
            {common('action.clearFilters')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The head of the list: what and how many, search, filters, order, help. */
export function QueueToolbar({
  search,
  change,
  total,
  reading,
  arrivals,
  showArrivals,
  toList,
  views,
  recent,
}: {
  search: QueueSearch;
  change: (patch: Partial<QueueSearch>) => void;
  total: number | undefined;
  /** How the words of the search were read. */
  reading: Reading | null;
  arrivals: number;
  showArrivals: () => void;
  /** From the search field down into the list. */
  toList: () => void;
  /** Tabs of saved views. */
  views: ReactNode;
  /** The way to the last bulk moves. */
  recent: ReactNode;
}) {
  const t = useText(messages);
  const common = useCommonText();
  // One row for all letters of a campaign: fewer than the menu counts.
  const grouped = queueFilter(search).oneOfEachCampaign === true;
  useDocumentTitle(total === undefined ? t('title') : `${t('title')}: ${total}`);
  return (
    <div className={classes.toolbar}>
      <div className={classes.head}>
        <Title order={1} tabIndex={-1} className={classes.title}>
          {t('title')}{' '}
          {total !== undefined && grouped && (
            <Tooltip label={t('rows.about')}>
              <span className={classes.count}>{t('rows', { n: total })}</span>
            </Tooltip>
          )}
          {total !== undefined && !grouped && <span className={classes.count}>{total}</span>}
        </Title>
        <div className={classes.tools}>
          {recent}
          <Tooltip label={`${t('shortcuts')} (?)`}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('shortcuts')}
              aria-keyshortcuts="?"
              className={classes.help}
              onClick={() => press('?')}
            >
              <Icon name="keyboard" />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <div className={classes.views}>{views}</div>
      <SearchInput
        label={t('search')}
        value={search.search ?? ''}
        onSearch={(words) => change({ search: words || undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
            event.preventDefault();
            toList();
          }
        }}
      />
      {search.search && total !== undefined && <SearchReading reading={reading} total={total} />}
      <div className={classes.controls}>
        <Filters search={search} change={change} />
        <Select
          size="sm"
          aria-label={t('sort')}
          value={search.sort === 'relevance' && !search.search ? 'oldest' : (search.sort ?? 'oldest')}
          allowDeselect={false}
          className={classes.sort}
          data={[
            { value: 'oldest', label: t('sort.oldest') },
            { value: 'newest', label: t('sort.newest') },
            ...(search.search ? [{ value: 'relevance', label: common('search.relevance') }] : []),
          ]}
          onChange={(value) => change({ sort: value === 'oldest' ? undefined : (value as QueueSearch['sort']) })}
        />
      </div>
      <div role="status" className={classes.live}>
        {arrivals > 0 && (
          <Button variant="light" size="sm" fullWidth aria-keyshortcuts="G" onClick={showArrivals}>
            {t('arrivals', { n: arrivals })}, {t('arrivals.show')}
          </Button>
        )}
      </div>
    </div>
  );
}
