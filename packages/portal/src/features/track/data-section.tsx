import { useRef, useState } from 'react';
import type { TrackedAppealFragment } from '../../gql/documents';
import { ApplicantDataDocument, EraseApplicantDataDocument } from '../../gql/documents';
import { mutate, query, type ApiFailure } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { asFailure } from '../../lib/use-query';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/choice';

interface DataSectionProps {
  appeal: TrackedAppealFragment;
  code: string;
  onErased(): void;
}

const FIELD_ID = 'f-erase-confirm';

/** What we hold about the applicant: to be kept as a file, or to be erased. */
export function DataSection({ appeal, code, onErased }: DataSectionProps) {
  const { t, locale } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [busy, setBusy] = useState<'download' | 'erase'>();
  const [failure, setFailure] = useState<ApiFailure>();
  const [wrong, setWrong] = useState<string>();
  const { number } = appeal;

  const doing = async (what: 'download' | 'erase', action: () => Promise<void>) => {
    setBusy(what);
    setFailure(undefined);
    setWrong(undefined);
    try {
      await action();
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(undefined);
    }
  };
  const download = () =>
    doing('download', async () => save(`${number}.json`, (await query(ApplicantDataDocument, { number, code }, locale)).applicantData.json));
  const erase = () =>
    doing('erase', async () => {
      if (!confirmed) {
        setWrong(t('data.erase.unconfirmed'));
        return document.getElementById(FIELD_ID)?.focus();
      }
      const input = { number, code, confirm: confirmed };
      const { errors } = (await mutate(EraseApplicantDataDocument, { input }, locale)).eraseApplicantData;
      const [refused] = errors;
      if (refused) setWrong(refused.message);
      else onErased();
    });

  return (
    <section className="stack no-print" aria-labelledby="data-heading">
      <h2 className="subheading" id="data-heading">
        {t('data.title')}
      </h2>
      <p>{t('data.what')}</p>
      {failure && !dialog.current?.open && <FailureNotice failure={failure} />}
      <div className="actions">
        <Button look="secondary" busy={busy === 'download'} onClick={() => void download()}>
          {t('data.download')}
        </Button>
        <Button look="quiet" onClick={() => dialog.current?.showModal()}>
          {t('data.erase')}
        </Button>
      </div>
      <dialog className="dialog stack" ref={dialog} aria-labelledby="erase-heading">
        <h2 className="subheading" id="erase-heading">
          {t('data.erase.ask')}
        </h2>
        <p>{t('data.erase.what')}</p>
        {appeal.availableMoves.includes('WITHDRAW') && <p>{t('data.erase.open')}</p>}
        <Checkbox id={FIELD_ID} label={t('data.erase.confirm')} checked={confirmed} onCheck={setConfirmed} error={wrong} />
        {failure && <FailureNotice failure={failure} />}
        <div className="actions">
          <Button look="danger" busy={busy === 'erase'} onClick={() => void erase()}>
            {t('data.erase.yes')}
          </Button>
          <Button look="secondary" onClick={() => dialog.current?.close()}>
            {t('data.erase.no')}
          </Button>
        </div>
      </dialog>
    </section>
  );
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
