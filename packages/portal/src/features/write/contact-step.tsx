import { useAbout } from '../../lib/about';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { Checkbox } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { Skeleton } from '../../ui/skeleton';
import { useDraft } from './draft-context';
import { StepPage } from './step-page';
import { fieldId } from './steps';

/** Step 3: who writes, where the answer goes, and the consent. */
export function ContactStep() {
  const { t } = useTexts();
  const {
    draft: { contact },
    changeContact,
  } = useDraft();
  return (
    <StepPage step="contact" heading={t('write.contact.heading')} lead={t('write.contact.why')}>
      {(errorOf) => (
        <>
          <TextField
            id={fieldId('applicant.name')}
            label={t('write.name')}
            hint={t('write.name.hint')}
            error={errorOf('applicant.name')}
            value={contact.name}
            onText={(name) => changeContact({ name })}
            autoComplete="name"
          />
          <TextField
            id={fieldId('applicant.email')}
            label={t('write.email')}
            hint={t('write.email.hint')}
            error={errorOf('applicant.email')}
            value={contact.email}
            onText={(email) => changeContact({ email })}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField
            id={fieldId('applicant.phone')}
            label={t('write.phone')}
            hint={t('write.phone.hint')}
            error={errorOf('applicant.phone')}
            value={contact.phone}
            onText={(phone) => changeContact({ phone })}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
          />
          <Consent error={errorOf('consent')} />
        </>
      )}
    </StepPage>
  );
}

/** The text of the consent and its box: never ticked for anybody, and ticked for one version of the text only. */
function Consent({ error }: { error: string | undefined }) {
  const { t } = useTexts();
  const {
    draft: { contact },
    changeContact,
  } = useDraft();
  const { data, failure, loading, reload } = useAbout();
  const consent = data?.about.consent;
  if (!consent)
    return failure && !loading ? <FailureNotice failure={failure} onRetry={reload} /> : <Skeleton label={t('write.consent.loading')} />;
  const id = fieldId('consent');
  return (
    <div>
      <h2 className="field__label" id={`${id}-heading`}>
        {t('write.consent')}
      </h2>
      {/* A scrolling box must be reachable by keyboard. */}
      <div className="consent" id={`${id}-text`} role="region" aria-labelledby={`${id}-heading`} tabIndex={0}>
        {consent.text}
      </div>
      <p className="field__hint">{t('write.consent.version', { version: consent.version })}</p>
      <Checkbox
        id={id}
        label={t('write.consent.agree')}
        error={error}
        checked={contact.consentVersion === consent.version}
        onCheck={(checked) => changeContact({ consentVersion: checked ? consent.version : undefined })}
        describedBy={`${id}-heading`}
      />
    </div>
  );
}
