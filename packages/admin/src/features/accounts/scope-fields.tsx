import { MultiSelect, Select } from '@mantine/core';
import type { Ref } from 'react';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useMyRegions } from '../../lib/reference/use-reference';
import { useViewer } from '../../lib/session/viewer';
import { DeputyField } from './deputy-field';
import { messages } from './messages';
import { needOf, rolesToGive, type Scope } from './scope';

/** The fields of a role: it decides what else is asked. */
export function ScopeFields({
  value,
  onChange,
  errors,
  roleRef,
}: {
  value: Scope;
  onChange: (scope: Scope) => void;
  /** What is wrong, by the names of the input. */
  errors: Partial<Record<'role' | 'regionCodes' | 'deputyId', string>>;
  roleRef?: Ref<HTMLInputElement>;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const viewer = useViewer();
  const regions = useMyRegions();
  const roles = rolesToGive(viewer.role);
  const need = needOf(value.role);
  return (
    <>
      <Select
        ref={roleRef}
        id="scope-role"
        label={t('field.role')}
        placeholder={t('field.role.placeholder')}
        description={value.role ? t(`role.${value.role}.does`) : undefined}
        allowDeselect={false}
        data={roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
        value={value.role}
        onChange={(role) => onChange({ ...value, role: roles.find((one) => one === role) ?? null })}
        error={errors.role}
      />
      {need === 'regions' && (
        <MultiSelect
          id="scope-regions"
          label={t('field.regions')}
          placeholder={value.regions.length === 0 ? t('field.regions.placeholder') : undefined}
          data={regions}
          searchable
          clearable
          hidePickedOptions
          nothingFoundMessage={t('field.regions.nothing')}
          value={value.regions}
          onChange={(chosen) => onChange({ ...value, regions: chosen })}
          error={errors.regionCodes}
        />
      )}
      {need === 'deputy' && (
        <DeputyField
          label={t('field.deputy')}
          regions={viewer.allRegions ? undefined : viewer.regions.map(({ code }) => code)}
          value={value.deputy}
          onChange={(deputy) => onChange({ ...value, deputy })}
          error={errors.deputyId}
        />
      )}
    </>
  );
}
