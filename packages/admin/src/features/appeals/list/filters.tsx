import { ActionIcon, Button, Checkbox, Collapse, Menu, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import { DeputyNameDocument } from '../../../gql/appeals';
import { APPEAL_KINDS, APPEAL_STATUSES, CHANNELS, DEADLINE_STATES } from '../../../lib/appeals/appeal-status';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useMyRegions, useTopicOptions } from '../../../lib/reference/use-reference';
import { Icon } from '../../../ui/icons';
import { SearchInput } from '../../../ui/search-input';
import { useNarrow } from '../../../ui/use-narrow';
import { COLUMNS, narrowed, USUAL_COLUMNS, type AppealListSearch } from './appeal-list-filter';
import { messages } from './messages';
import classes from './filters.module.css';

interface FilterProps {
  search: AppealListSearch;
  change: (patch: Partial<AppealListSearch>) => void;
}

const some = <T,>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);

/** A list of choices that stays one line high however much is chosen. */
function Many<T extends string>({
  label,
  values,
  options,
  onChange,
}: {
  label: string;
  values: readonly T[] | undefined;
  options: React.ComponentProps<typeof MultiSelect>['data'];
  onChange: (values: T[] | undefined) => void;
}) {
  const t = useText(messages);
  return (
    <MultiSelect
      label={label}
      data={options}
      value={values ? [...values] : []}
      searchable
      clearable
      placeholder={values ? undefined : t('filter.any')}
      onChange={(chosen) => onChange(some(chosen as T[]))}
    />
  );
}

function DeputyFilter({ id, remove }: { id: string; remove: () => void }) {
  const t = useText(messages);
  const { data } = useQuery(DeputyNameDocument, { variables: { id }, fetchPolicy: 'cache-first' });
  return (
    <span className={classes.pill}>
      {t('filter.deputy', { name: data?.deputy?.name ?? '…' })}
      <ActionIcon variant="transparent" color="gray" size="sm" aria-label={t('filter.deputyRemove')} onClick={remove}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </span>
  );
}

function ColumnsMenu({ search, change }: FilterProps) {
  const t = useText(messages);
  const chosen = search.columns ?? USUAL_COLUMNS;
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="sm">
          {t('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMNS.map((column) => {
          const on = chosen.includes(column);
          const next = COLUMNS.filter((one) => (one === column ? !on : chosen.includes(one)));
          return (
            <Menu.CheckboxItem
              key={column}
              checked={on}
              onChange={() =>
                change({ columns: next.join() === USUAL_COLUMNS.join() ? undefined : next, after: search.after, page: search.page })
              }
            >
              {t(`column.${column}`)}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Search, order, columns, and the filters, folded until they are wanted. */
export function AppealFilters({ search, change }: FilterProps) {
  const t = useText(messages);
  const common = useCommonText();
  const narrow = useNarrow();
  const regions = useMyRegions();
  const topics = useTopicOptions();
  const [open, setOpen] = useState(false);
  const body = useId();
  const usual = search.search ? 'relevance' : 'newest';
  return (
    <div className={classes.bar}>
      <div className={classes.row}>
        <SearchInput
          className={classes.search}
          label={t('search')}
          value={search.search ?? ''}
          onSearch={(words) => change({ search: words || undefined })}
        />
        <Button
          variant={narrowed(search) ? 'light' : 'default'}
          size="sm"
          leftSection={<Icon name="filter" size={15} />}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          {t('filters')}
        </Button>
        <Select
          size="sm"
          aria-label={t('sort')}
          allowDeselect={false}
          className={classes.sort}
          value={search.sort ?? usual}
          data={[
            ...(search.search ? [{ value: 'relevance', label: common('search.relevance') }] : []),
            ...(['newest', 'oldest', 'due', 'changed'] as const).map((value) => ({ value, label: t(`sort.${value}`) })),
          ]}
          onChange={(value) => change({ sort: value === usual ? undefined : (value as AppealListSearch['sort']) })}
        />
        {!narrow && <ColumnsMenu search={search} change={change} />}
      </div>
      <Collapse expanded={open} id={body}>
        <div className={classes.grid}>
          <Many
            label={t('filter.status')}
            values={search.status}
            options={APPEAL_STATUSES.map((value) => ({ value, label: common(`status.${value}`) }))}
            onChange={(status) => change({ status })}
          />
          <Select
            label={t('filter.deadline')}
            clearable
            value={search.deadline ?? null}
            placeholder={t('filter.any')}
            data={DEADLINE_STATES.map((value) => ({ value, label: common(`deadline.${value}`) }))}
            onChange={(value) => change({ deadline: (value ?? undefined) as AppealListSearch['deadline'] })}
          />
          <Checkbox
            label={t('filter.reaction')}
            checked={search.reaction === true}
            onChange={(event) => change({ reaction: event.currentTarget.checked || undefined })}
          />
          {regions.length > 1 && (
            <Many label={t('filter.region')} values={search.region} options={regions} onChange={(region) => change({ region })} />
          )}
          <Many label={t('filter.topic')} values={search.topic} options={topics} onChange={(topic) => change({ topic })} />
          <Many
            label={t('filter.kind')}
            values={search.kind}
            options={APPEAL_KINDS.map((value) => ({ value, label: common(`kind.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <Many
            label={t('filter.channel')}
            values={search.channel}
            options={CHANNELS.map((value) => ({ value, label: common(`channel.${value}`) }))}
            onChange={(channel) => change({ channel })}
          />
          <div className={classes.days}>
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
          </div>
        </div>
      </Collapse>
      {(search.deputy || narrowed(search)) && (
        <div className={classes.set}>
          {search.deputy && <DeputyFilter id={search.deputy} remove={() => change({ deputy: undefined })} />}
          {narrowed(search) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() =>
                change({
                  status: undefined,
                  deadline: undefined,
                  region: undefined,
                  topic: undefined,
                  kind: undefined,
                  channel: undefined,
                  overdue: undefined,
                  reaction: undefined,
                  from: undefined,
                  to: undefined,
                  deputy: undefined,
                  search: undefined,
                })
              }
            >
              {common('action.clearFilters')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
