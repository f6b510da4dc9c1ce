import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type Ref } from 'react';
import { AccountDeputiesDocument } from '../../gql/accounts';
import { useText } from '../../lib/i18n/use-text';
import { messages } from './messages';
import type { ChosenDeputy } from './scope';
import classes from './accounts.module.css';

/** A deputy, found by the server as one types; within `regions` where they are given. */
export function DeputyField({
  label,
  regions,
  without,
  value,
  onChange,
  error,
  hint,
  ref,
}: {
  label: string;
  regions?: readonly string[] | undefined;
  /** A deputy who is not to be chosen. */
  without?: string | undefined;
  value: ChosenDeputy | null;
  onChange: (deputy: ChosenDeputy | null) => void;
  error?: string | undefined;
  hint?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}) {
  const t = useText(messages);
  const [typed, setTyped] = useState('');
  const words = typed === value?.name ? '' : typed.trim();
  const [asked] = useDebouncedValue(words, 200);
  const { data, previousData, loading } = useQuery(AccountDeputiesDocument, {
    variables: { filter: { ...(regions && { regionCode: [...regions] }), ...(asked && { search: asked }) } },
    fetchPolicy: 'cache-first',
  });
  const found = ((data ?? previousData)?.deputies.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== without);
  const byId = new Map(found.map((deputy) => [deputy.id, deputy]));
  const options = found.map(({ id, name }) => ({ value: id, label: name }));
  if (value && !byId.has(value.id)) options.unshift({ value: value.id, label: value.name });
  return (
    <Select
      ref={ref}
      label={label}
      placeholder={t('deputy.placeholder')}
      description={hint}
      error={error}
      searchable
      clearable
      data={options}
      value={value?.id ?? null}
      filter={({ options: all }) => all}
      nothingFoundMessage={loading || words !== asked ? t('deputy.searching') : t('deputy.nothing')}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => onChange(id && option ? { id, name: option.label } : null)}
      renderOption={({ option }) => {
        const deputy = byId.get(option.value);
        return (
          <div className={classes.option}>
            <span>{option.label}</span>
            {deputy && (
              <span className={classes.dim}>
                {deputy.mandate.district?.name ?? t('deputy.list')}, {deputy.mandate.body.name}
              </span>
            )}
          </div>
        );
      }}
    />
  );
}
