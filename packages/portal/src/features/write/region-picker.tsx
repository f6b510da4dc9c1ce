import { useState } from 'react';
import { WriteRegionsDocument } from '../../gql/documents';
import { FailureNotice } from '../../lib/failure-notice';
import { folded, holdsWords } from '../../lib/search';
import { useTexts } from '../../lib/texts/texts';
import { useQuery } from '../../lib/use-query';
import { Combobox, type ComboOption } from '../../ui/combobox';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';

interface RegionPickerProps {
  id: string;
  error: string | undefined;
  region: { code: string; name: string } | undefined;
  onPick(region: { code: string; name: string } | undefined): void;
}

const NO_VARIABLES = {};

/** All regions by name or by their centre; those not open yet are there too, with the reason why they can't be chosen. */
export function RegionPicker({ id, error, region, onPick }: RegionPickerProps) {
  const { t } = useTexts();
  const { data, failure, loading, reload } = useQuery(WriteRegionsDocument, NO_VARIABLES);
  const [refusedName, setRefusedName] = useState<string>();
  if (!data)
    return failure && !loading ? (
      <FailureNotice failure={failure} onRetry={reload} />
    ) : (
      <Skeleton label={t('write.region.loading')} lines={2} />
    );

  const regions = [...data.regions].sort((a, b) => a.name.localeCompare(b.name));
  const optionsFor = (text: string): ComboOption[] => {
    const fitting = regions.filter((one) => holdsWords(`${one.name} ${one.administrativeCentre}`, text));
    const rank = (one: (typeof regions)[number]) => Number(folded(one.name).startsWith(folded(text))) * 2 + Number(one.openForAppeals);
    return fitting
      .sort((a, b) => rank(b) - rank(a))
      .map((one) => ({
        value: one.code,
        label: one.name,
        note: one.openForAppeals ? undefined : t('write.region.closed'),
        unavailable: !one.openForAppeals,
      }));
  };
  const chosen = region && regions.find((one) => one.code === region.code);

  return (
    <>
      <Combobox
        id={id}
        label={t('write.region')}
        hint={t('write.region.hint')}
        error={error}
        optionsFor={optionsFor}
        selected={region && { value: region.code, label: chosen?.name ?? region.name }}
        onSelect={(option) => {
          setRefusedName(undefined);
          onPick(option && { code: option.value, name: option.label });
        }}
        onUnavailable={(option) => setRefusedName(option.label)}
        nothingFound={t('write.region.none')}
        countText={(count) => t('write.region.count', { count })}
      />
      {refusedName && (
        <Notice tone="wait" role="status" title={t('write.region.closedTitle', { region: refusedName })}>
          <p>{t('write.region.closedText')}</p>
        </Notice>
      )}
    </>
  );
}
