import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { PreviewBulkMoveDocument, StartBulkMoveDocument, type BulkStateFragment } from '../../../gql/appeals';
import type { AppealFilter } from '../../../gql/schema';
import { useChange } from '../../../lib/apollo/use-change';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { DialogButtons } from '../../../ui/dialog-buttons';
import { Failure } from '../../../ui/failure';
import { useFirstFault } from '../../../ui/use-first-fault';
import { BulkForm } from './bulk-form';
import { BulkItems } from './bulk-items';
import { lacks, moveInput, NO_WORDS, type BulkMoveName, type BulkWords } from './bulk-moves';
import { messages } from './messages';
import classes from './bulk-dialog.module.css';
import buttons from '../../../ui/dialog-buttons.module.css';

/** Which appeals: by their ids, or everything that a filter finds. */
export type BulkChoice = { appealIds: string[] } | { filter: AppealFilter };

/** First what comes with the move, then what would become of each appeal, then the button: nothing is moved before it. */
export function BulkDialog({
  move,
  choice,
  count,
  regionCode,
  note,
  close,
  started,
}: {
  move: BulkMoveName;
  choice: BulkChoice;
  count: number;
  regionCode: string | null;
  /** What must be known of the choice. */
  note?: string | undefined;
  close: () => void;
  /** The bulk move runs; its id leads to how far it is. */
  started: (id: string) => void;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const [words, setWords] = useState<BulkWords>(NO_WORDS);
  const [preview, setPreview] = useState<BulkStateFragment | null>(null);
  const [missing, setMissing] = useState<ReturnType<typeof lacks>>(null);
  const [ask] = useMutation(PreviewBulkMoveDocument);
  const [start] = useMutation(StartBulkMoveDocument);
  const { run, busy, errors, forget } = useChange();
  const form = useRef<HTMLFormElement>(null);
  useFirstFault(form, errors);
  const errorOf = (...fields: string[]) => {
    if (missing && fields.includes(missing === 'deputy' ? 'deputyId' : 'reason')) return t(`error.${missing}`);
    return errors.find(({ field }) => fields.some((one) => field?.endsWith(`.${one}`)))?.message;
  };
  const unplaced = errors.filter(({ field }) => !field?.includes('.'));

  const check = async () => {
    const lacking = lacks(move, words);
    setMissing(lacking);
    if (lacking) return;
    const payload = await run(async () => (await ask({ variables: { input: { ...choice, ...moveInput(move, words) } } })).data?.previewBulkMove);
    if (payload?.bulkMove) setPreview(payload.bulkMove);
  };
  const go = async () => {
    const payload = await run(async () => (await start({ variables: { id: preview!.id } })).data?.startBulkMove);
    if (payload?.bulkMove) started(payload.bulkMove.id);
  };
  const title = t('title', { move: t(`move.${move}`), n: preview?.counts.total ?? count });
  const failures = unplaced.map(({ code, message }) => <Failure key={code}>{message}</Failure>);
  return (
    <Dialog opened close={close} title={title} closeLabel={common('action.close')} size={preview ? 'lg' : 'md'}>
      {preview ? (
        <div className={classes.body}>
          {failures}
          <p className={classes.lead}>
            {preview.counts.ready === 0
              ? t('preview.none')
              : preview.counts.refused === 0
                ? t('preview.all', { n: preview.counts.ready })
                : t('preview.some', { n: preview.counts.ready, total: preview.counts.total })}
          </p>
          <p className={classes.hint}>{t('preview.fixed')}</p>
          {preview.counts.refused > 0 && (
            <section>
              <h3 className={classes.label}>{t('preview.refused', { n: preview.counts.refused })}</h3>
              <Reasons bulk={preview} />
              <BulkItems id={preview.id} outcome="REFUSED" caption={t('refused.list')} />
            </section>
          )}
          {move === 'REGISTER' && preview.counts.ready > 0 && (!words.topicCode || !words.deputy) && (
            <section>
              <h3 className={classes.label}>{t('preview.list')}</h3>
              <BulkItems id={preview.id} outcome="READY" caption={t('preview.list')} />
            </section>
          )}
          <div className={buttons.buttons}>
            <Button
              variant="default"
              onClick={() => {
                forget();
                setPreview(null);
              }}
            >
              {t('back')}
            </Button>
            {preview.counts.ready > 0 && (
              <Button data-autofocus color={move === 'REJECT' ? 'red.9' : undefined} loading={busy} onClick={() => void go()}>
                {t('confirm', { move: t(`move.${move}`), n: preview.counts.ready })}
              </Button>
            )}
          </div>
        </div>
      ) : (
        <form
          ref={form}
          noValidate
          className={classes.body}
          onSubmit={(event) => {
            event.preventDefault();
            void check();
          }}
        >
          {failures}
          <BulkForm move={move} words={words} change={(patch) => setWords((before) => ({ ...before, ...patch }))} errorOf={errorOf} regionCode={regionCode} />
          {note && <p className={classes.hint}>{note}</p>}
          <p className={classes.hint}>{t('check.hint')}</p>
          <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
            {t('check')}
          </DialogButtons>
        </form>
      )}
    </Dialog>
  );
}

/** Why appeals are not moved, and how many for each reason. */
export function Reasons({ bulk }: { bulk: BulkStateFragment }) {
  return (
    <ul className={classes.reasons}>
      {bulk.reasons.map(({ code, message, count }) => (
        <li key={`${code} ${message}`}>
          <b>{count}</b> {message}
        </li>
      ))}
    </ul>
  );
}
