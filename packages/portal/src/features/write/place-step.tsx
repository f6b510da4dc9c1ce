import { useTexts } from '../../lib/texts/texts';
import { Radios } from '../../ui/choice';
import { DeputyPicker } from './deputy-picker';
import { useDraft } from './draft-context';
import { RegionPicker } from './region-picker';
import { StepPage } from './step-page';
import { fieldId } from './steps';

/** Step 1: which region, and whom the letter is for. */
export function PlaceStep() {
  const { t } = useTexts();
  const { draft: { letter }, changeLetter } = useDraft();
  return (
    <StepPage step="place" heading={t('write.place.heading')}>
      {(errorOf) => (
        <>
          <RegionPicker
            id={fieldId('regionCode')}
            error={errorOf('regionCode')}
            region={letter.region}
            onPick={(region) => {
              if (region?.code !== letter.region?.code) changeLetter({ region, deputy: undefined });
            }}
          />
          {letter.region && (
            <Radios
              id={fieldId('addressee')}
              legend={t('write.addressee')}
              error={errorOf('addressee')}
              options={[
                { value: 'MODERATOR', label: t('write.addressee.moderator'), hint: t('write.addressee.moderatorHint') },
                { value: 'DEPUTY', label: t('write.addressee.deputy'), hint: t('write.addressee.deputyHint') },
              ]}
              value={letter.addressee}
              onChoose={(addressee) => changeLetter({ addressee })}
            />
          )}
          {letter.region && letter.addressee === 'DEPUTY' && (
            <DeputyPicker
              key={letter.region.code}
              id={fieldId('deputyId')}
              error={errorOf('deputyId')}
              regionCode={letter.region.code}
              picked={letter.deputy}
              onPick={(deputy) => changeLetter({ deputy })}
            />
          )}
        </>
      )}
    </StepPage>
  );
}
