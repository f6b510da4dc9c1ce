import type { FormEvent } from 'react';
import { useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { ClarifyAppealDocument } from '../../gql/documents';
import { useAbout } from '../../lib/about';
import { mutate } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { slot, textOf } from '../../lib/storage';
import { useTexts } from '../../lib/texts/texts';
import { useCounter } from '../../lib/use-counter';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { AttachField } from '../../lib/files/attach-field';
import type { UploadedFile } from '../../lib/files/upload';
import { useUploads } from '../../lib/files/use-uploads';
import { useMove } from './use-move';

interface ClarifyFormProps {
  appeal: TrackedAppealFragment;
  code: string;
  onChange(appeal: TrackedAppealFragment): void;
  onConflict(): void;
}

const FIELD_ID = 'f-clarification';

/** The applicant's answer to the moderator's question; kept while it is typed. */
export function ClarifyForm({ appeal, code, onChange, onConflict }: ClarifyFormProps) {
  const { t, locale } = useTexts();
  const [kept] = useState(() => slot<string>('sessionStorage', `clarification.${appeal.number}`, (stored) => textOf(stored)));
  const [text, setText] = useState(() => kept.read() ?? '');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const uploads = useUploads(files, setFiles);
  const move = useMove(FIELD_ID, onChange, onConflict);
  const counter = useCounter(text, useAbout().data?.about.limits.text);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) {
      move.complain(t('track.clarify.empty'));
      return;
    }
    if (uploads.busy) {
      move.complain(t('files.stillComing'));
      return;
    }
    const input = { number: appeal.number, code, version: appeal.version, text: text.trim(), attachments: files.length > 0 ? files.map(({ id }) => id) : undefined };
    const done = await move.run(async () => (await mutate(ClarifyAppealDocument, { input }, locale)).clarifyAppeal);
    if (done) kept.clear();
  };

  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
      {move.conflict && <Notice tone="wait" role="alert" title={t('track.conflict')}><p>{t('track.conflict.help')}</p></Notice>}
      <ErrorSummary title={t('form.putRight')} problems={move.problems} attempt={move.problems} />
      <TextArea
        id={FIELD_ID}
        label={t('track.clarify')}
        error={move.problems[0]?.text}
        value={text}
        onText={(next) => {
          setText(next);
          kept.write(next);
        }}
        rows={5}
        counter={counter}
      />
      <AttachField id="f-clarification-files" label={t('files.label')} uploads={uploads} />
      {move.failure && <FailureNotice failure={move.failure} about={t('form.notLost')} />}
      <div className="actions">
        <Button type="submit" busy={move.busy}>{t('track.clarify.send')}</Button>
      </div>
    </form>
  );
}
