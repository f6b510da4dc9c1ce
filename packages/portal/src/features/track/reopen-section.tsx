import type { FormEvent } from 'react';
import { useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { ReopenAppealDocument } from '../../gql/documents';
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
import { useMove } from './use-move';

interface ReopenSectionProps {
  appeal: TrackedAppealFragment;
  code: string;
  onChange(appeal: TrackedAppealFragment): void;
  onConflict(): void;
}

const FIELD_ID = 'f-reopen-reason';

/** The answer did not help: what is not settled goes to the deputy once more; kept while it is typed. */
export function ReopenSection({ appeal, code, onChange, onConflict }: ReopenSectionProps) {
  const { t, day, locale } = useTexts();
  const [kept] = useState(() => slot<string>('sessionStorage', `reopening.${appeal.number}`, (stored) => textOf(stored)));
  const [reason, setReason] = useState(() => kept.read() ?? '');
  const [open, setOpen] = useState(reason !== '');
  const move = useMove(FIELD_ID, onChange, onConflict);
  const counter = useCounter(reason, useAbout().data?.about.limits.reason);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!reason.trim()) {
      move.complain(t('track.reopen.empty'));
      return;
    }
    const input = { number: appeal.number, code, version: appeal.version, reason: reason.trim() };
    const done = await move.run(async () => (await mutate(ReopenAppealDocument, { input }, locale)).reopenAppeal);
    if (done) kept.clear();
  };

  return (
    <section className="stack no-print">
      <h2 className="subheading">{t('track.reopen.title')}</h2>
      <p>{t('track.reopen.what', { day: day(appeal.reopenBy!), n: appeal.reopeningsLeft })}</p>
      {!open && (
        <div className="actions">
          <Button look="secondary" onClick={() => setOpen(true)}>
            {t('track.reopen')}
          </Button>
        </div>
      )}
      {open && (
        <form className="stack" noValidate onSubmit={(event) => void submit(event)}>
          {move.conflict && (
            <Notice tone="wait" role="alert" title={t('track.conflict')}>
              <p>{t('track.conflict.help')}</p>
            </Notice>
          )}
          <ErrorSummary title={t('form.putRight')} problems={move.problems} attempt={move.problems} />
          <TextArea
            id={FIELD_ID}
            label={t('track.reopen.reason')}
            error={move.problems[0]?.text}
            value={reason}
            onText={(next) => {
              setReason(next);
              kept.write(next);
            }}
            rows={4}
            counter={reason ? counter : undefined}
          />
          {move.failure && <FailureNotice failure={move.failure} about={t('form.notLost')} />}
          <div className="actions">
            <Button type="submit" busy={move.busy}>
              {t('track.reopen.send')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
