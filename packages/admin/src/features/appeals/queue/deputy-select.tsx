import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type Ref } from 'react';
import { DeputyOptionsDocument, type DeputyOptionFragment } from '../../../gql/appeals';
import { useText } from '../../../lib/i18n/use-text';
import { messages } from './messages';
import classes from './deputy-select.module.css';

/** Who is chosen; the name is kept beside the id, so that it shows before any list has come. */
export interface ChosenDeputy {
  id: string;
  name: string;
}

/** A deputy, of the appeal's region where there is one, found by the server as one types. */
export function DeputySelect({
  regionCode,
  value,
  onChange,
  error,
  hint,
  label,
  ref,
}: {
  /** Null: of any region. */
  regionCode: string | null;
  value: ChosenDeputy | null;
  onChange: (deputy: ChosenDeputy | null) => void;
  error?: string | undefined;
  hint?: string | undefined;
  /** What the deputy is chosen for, where it is not whom the appeal goes to. */
  label?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}) {
  const t = useText(messages);
  const [typed, setTyped] = useState('');
  const words = typed === value?.name ? '' : typed.trim();
  const [asked] = useDebouncedValue(words, 200);
  const { data, previousData } = useQuery(DeputyOptionsDocument, {
    variables: { filter: { ...(regionCode && { regionCode: [regionCode] }), ...(asked && { search: asked }) } },
    fetchPolicy: 'cache-first',
  });
  const found = (data ?? previousData)?.deputies.edges.map(({ node }) => node) ?? [];
  const byId = new Map<string, DeputyOptionFragment>(found.map((deputy) => [deputy.id, deputy]));
  const options = found.map(({ id, name }) => ({ value: id, label: name }));
  if (value && !byId.has(value.id)) options.unshift({ value: value.id, label: value.name });
  return (
    <Select
      ref={ref}
      label={label ?? t('deputy')}
      placeholder={t('deputy.placeholder')}
      description={hint}
      error={error}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('deputy.clear'), 'aria-hidden': false }}
      data={options}
      value={value?.id ?? null}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('deputy.nothing')}
      maxDropdownHeight={320}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : null)}
      renderOption={({ option }) => {
        const mandate = byId.get(option.value)?.mandate;
        return (
          <div className={classes.option}>
            <span>{option.label}</span>
            {mandate && (
              <span className={classes.mandate}>
                {mandate.district?.name ?? t('deputy.list')}, {mandate.body.name}
              </span>
            )}
          </div>
        );
      }}
    />
  );
}
