import { useRef, useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { WithdrawAppealDocument } from '../../gql/documents';
import { useAbout } from '../../lib/about';
import { mutate } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { useCounter } from '../../lib/use-counter';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { useMove } from './use-move';

interface WithdrawSectionProps {
  appeal: TrackedAppealFragment;
  code: string;
  onChange(appeal: TrackedAppealFragment): void;
  onConflict(): void;
}

const FIELD_ID = 'f-withdraw-reason';

/** The way out: asks first, wants no reason. */
export function WithdrawSection({ appeal, code, onChange, onConflict }: WithdrawSectionProps) {
  const { t, locale } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const move = useMove(FIELD_ID, onChange, onConflict);
  const counter = useCounter(reason, useAbout().data?.about.limits.reason);

  const withdraw = async () => {
    const input = { number: appeal.number, code, version: appeal.version, reason: reason.trim() || undefined };
    await move.run(async () => (await mutate(WithdrawAppealDocument, { input }, locale)).withdrawAppeal);
  };

  return (
    <section className="no-print">
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        {t('track.withdraw')}
      </Button>
      <dialog className="dialog stack" ref={dialog} aria-labelledby="withdraw-heading">
        <h2 className="subheading" id="withdraw-heading">
          {t('track.withdraw.ask')}
        </h2>
        <p>{t('track.withdraw.what')}</p>
        {move.conflict && (
          <Notice tone="wait" role="alert" title={t('track.conflict')}>
            <p>{t('track.conflict.help')}</p>
          </Notice>
        )}
        <ErrorSummary title={t('form.putRight')} problems={move.problems} attempt={move.problems} />
        <TextArea
          id={FIELD_ID}
          label={t('track.withdraw.reason')}
          value={reason}
          onText={setReason}
          rows={3}
          counter={reason ? counter : undefined}
        />
        {move.failure && <FailureNotice failure={move.failure} />}
        <div className="actions">
          <Button look="danger" busy={move.busy} onClick={() => void withdraw()}>
            {t('track.withdraw.yes')}
          </Button>
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            {t('track.withdraw.no')}
          </Button>
        </div>
      </dialog>
    </section>
  );
}
