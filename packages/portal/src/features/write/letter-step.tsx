import { useTexts, type TextKey } from '../../lib/texts/texts';
import { AttachField } from '../../lib/files/attach-field';
import { useCounter } from '../../lib/use-counter';
import { Checkbox, Radios } from '../../ui/choice';
import { TextArea, TextField } from '../../ui/field';
import { useDraft } from './draft-context';
import { APPEAL_KINDS, type AppealKind } from './kinds';
import { StepPage } from './step-page';
import { fieldId } from './steps';

export const KIND_NAMES: Record<AppealKind, TextKey> = {
  COMPLAINT: 'write.kind.complaint',
  APPLICATION: 'write.kind.application',
  PROPOSAL: 'write.kind.proposal',
  GRATITUDE: 'write.kind.gratitude',
};
const KIND_HINTS: Record<AppealKind, TextKey> = {
  COMPLAINT: 'write.kind.complaintHint',
  APPLICATION: 'write.kind.applicationHint',
  PROPOSAL: 'write.kind.proposalHint',
  GRATITUDE: 'write.kind.gratitudeHint',
};

/** Step 2: the letter itself. */
export function LetterStep() {
  const { t } = useTexts();
  const {
    draft: { letter },
    rules,
    uploads,
    changeLetter,
  } = useDraft();
  const counter = useCounter(letter.text, rules?.text);
  return (
    <StepPage step="letter" heading={t('write.letter.heading')}>
      {(errorOf) => (
        <>
          <Radios
            id={fieldId('kind')}
            legend={t('write.kind')}
            hint={t('write.kind.hint')}
            error={errorOf('kind')}
            options={APPEAL_KINDS.map((kind) => ({ value: kind, label: t(KIND_NAMES[kind]), hint: t(KIND_HINTS[kind]) }))}
            value={letter.kind}
            onChoose={(kind) => changeLetter({ kind })}
          />
          <TextField
            id={fieldId('subject')}
            label={t('write.subject')}
            hint={t('write.subject.hint')}
            error={errorOf('subject')}
            value={letter.subject}
            onText={(subject) => changeLetter({ subject })}
            autoComplete="off"
          />
          <TextArea
            id={fieldId('text')}
            label={t('write.text')}
            hint={t('write.text.hint')}
            error={errorOf('text')}
            value={letter.text}
            onText={(text) => changeLetter({ text })}
            rows={9}
            counter={counter}
          />
          <AttachField id={fieldId('attachments')} label={t('files.label')} uploads={uploads} error={errorOf('attachments')} />
          <Checkbox
            id={fieldId('collective')}
            label={t('write.collective')}
            hint={t('write.collective.hint')}
            error={errorOf('collective')}
            checked={letter.collective}
            onCheck={(collective) => changeLetter({ collective })}
          />
        </>
      )}
    </StepPage>
  );
}
