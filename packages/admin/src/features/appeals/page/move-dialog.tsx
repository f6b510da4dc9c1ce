import { useMutation } from '@apollo/client/react';
import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import {
  ExtendAppealDocument,
  ForwardOutsideDocument,
  ForwardToDeputyDocument,
  ReopenByStaffDocument,
  ReturnForwardedDocument,
  ReturnToModerationDocument,
} from '../../../gql/appeals';
import type { AppealMove, UserError } from '../../../gql/schema';
import { errorCode, useErrorText } from '../../../lib/apollo/errors';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { DialogButtons } from '../../../ui/dialog-buttons';
import { Failure } from '../../../ui/failure';
import type { Moved } from '../parts/use-undo';
import { DeputySelect, type ChosenDeputy } from '../queue/deputy-select';
import type { AppealFull } from './appeal-full';
import { messages } from './messages';
import classes from './move-dialog.module.css';

/** Moves that ask for words before they are made, in the order of the menu. */
export const ASKING_MOVES = [
  'FORWARD_TO_DEPUTY',
  'FORWARD_OUTSIDE',
  'EXTEND',
  'RETURN_TO_MODERATION',
  'RETURN_FORWARDED',
  'REOPEN_BY_STAFF',
] as const satisfies readonly AppealMove[];
export type AskingMove = (typeof ASKING_MOVES)[number];

/** The key of each on the appeal's page. Both ways back share one: an appeal is never to be returned in two ways at once. */
export const MOVE_KEYS: Record<AskingMove, string> = {
  FORWARD_TO_DEPUTY: 'KeyF',
  FORWARD_OUTSIDE: 'KeyC',
  EXTEND: 'KeyE',
  RETURN_TO_MODERATION: 'KeyV',
  RETURN_FORWARDED: 'KeyV',
  REOPEN_BY_STAFF: 'KeyR',
};

/** What was typed stays while the page is open, also when the dialog was closed meanwhile. */
interface Words {
  deputy: ChosenDeputy | null;
  body: string;
  days: number | '';
  text: string;
}

type Payload = { appeal: Moved | null; errors: readonly Pick<UserError, 'code' | 'field' | 'message'>[] } | undefined;

/** One mutation for each move, all with id and version. */
function useMove(appeal: AppealFull) {
  const [toDeputy] = useMutation(ForwardToDeputyDocument);
  const [outside] = useMutation(ForwardOutsideDocument);
  const [extend] = useMutation(ExtendAppealDocument);
  const [toModeration] = useMutation(ReturnToModerationDocument);
  const [giveBack] = useMutation(ReturnForwardedDocument);
  const [reopen] = useMutation(ReopenByStaffDocument);
  const about = { id: appeal.id, version: appeal.version };

  return async (move: AskingMove, { deputy, body, days, text }: Words): Promise<Payload> => {
    const reason = text.trim();
    switch (move) {
      case 'FORWARD_TO_DEPUTY':
        return (await toDeputy({ variables: { input: { ...about, deputyId: deputy?.id ?? '', reason } } })).data?.forwardToDeputy;
      case 'FORWARD_OUTSIDE':
        return (await outside({ variables: { input: { ...about, body: body.trim(), text: reason } } })).data?.forwardOutside;
      case 'EXTEND':
        return (await extend({ variables: { input: { ...about, days: Number(days), reason } } })).data?.extendAppeal;
      case 'RETURN_TO_MODERATION':
        return (await toModeration({ variables: { input: { ...about, reason } } })).data?.returnToModeration;
      case 'RETURN_FORWARDED':
        return (await giveBack({ variables: { input: { ...about, reason } } })).data?.returnForwarded;
      case 'REOPEN_BY_STAFF':
        return (await reopen({ variables: { input: { ...about, reason } } })).data?.reopenByStaff;
    }
  };
}

/** Asks what a move needs, in the words of who will read them: the applicant, the other deputy, or the record. */
export function MoveDialog({
  appeal,
  move,
  close,
  made,
  refetch,
}: {
  appeal: AppealFull;
  /** Null while no dialog is open. */
  move: AskingMove | null;
  close: () => void;
  /** `after` is null where the appeal lies beyond the viewer now. */
  made: (move: AskingMove, after: Moved | null) => void;
  refetch: () => Promise<unknown>;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const errorText = useErrorText();
  const run = useMove(appeal);
  const [words, setWords] = useState<Words>({ deputy: null, body: '', days: '', text: '' });
  const [errors, setErrors] = useState<NonNullable<Payload>['errors']>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (patch: Partial<Words>) => setWords((before) => ({ ...before, ...patch }));
  const errorOf = (...fields: string[]) => errors.find(({ field }) => fields.includes(field ?? ''))?.message;
  const unplaced = errors.filter(({ field }) => !['deputyId', 'body', 'days', 'text', 'reason'].includes(field ?? ''));
  useEffect(() => {
    setErrors([]);
    setFailure(null);
  }, [move]);
  useEffect(() => {
    if (errors.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);
  if (!move) return null;

  const lacking = (): NonNullable<Payload>['errors'] => {
    if (move === 'FORWARD_TO_DEPUTY' && !words.deputy) return [{ code: 'DEPUTY_MISSING', field: 'deputyId', message: t('move.lacks.deputy') }];
    if (move === 'EXTEND' && words.days === '') return [{ code: 'DAYS_MISSING', field: 'days', message: t('move.lacks.days') }];
    return [];
  };
  const send = async () => {
    const lacks = lacking();
    setErrors(lacks);
    setFailure(null);
    if (lacks.length > 0) return;
    setBusy(true);
    try {
      const payload = await run(move, words);
      if (!payload) return;
      if (payload.errors.length > 0) return setErrors(payload.errors);
      setWords({ deputy: null, body: '', days: '', text: '' });
      close();
      made(move, payload.appeal);
    } catch (error) {
      const conflict = errorCode(error) === 'CONFLICT';
      if (conflict) await refetch().catch(() => undefined);
      setFailure(conflict ? t('conflict') : errorText(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog opened close={close} title={t(`move.${move}`)} closeLabel={common('action.close')}>
      <form
        ref={form}
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={classes.text}>{t(`move.${move}.text`)}</p>
        {(failure ?? unplaced[0]) && <Failure>{failure ?? unplaced[0]?.message}</Failure>}
        {move === 'FORWARD_TO_DEPUTY' && (
          <DeputySelect
            regionCode={appeal.region.code}
            value={words.deputy}
            onChange={(deputy) => change({ deputy })}
            error={errorOf('deputyId')}
          />
        )}
        {move === 'FORWARD_OUTSIDE' && (
          <TextInput
            label={t('move.body')}
            placeholder={t('move.body.placeholder')}
            value={words.body}
            onChange={(event) => change({ body: event.currentTarget.value })}
            error={errorOf('body')}
            maxLength={200}
          />
        )}
        {move === 'EXTEND' && (
          <NumberInput
            label={t('move.days')}
            description={t('move.days.hint', { max: appeal.maxExtensionDays })}
            value={words.days}
            onChange={(days) => change({ days: typeof days === 'number' ? days : '' })}
            error={errorOf('days')}
            min={1}
            max={appeal.maxExtensionDays}
            clampBehavior="none"
            allowDecimal={false}
            allowNegative={false}
          />
        )}
        <Textarea
          label={t(`move.${move}.words`)}
          value={words.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          error={errorOf('text', 'reason')}
          autosize
          minRows={4}
          maxRows={14}
        />
        <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
          {t(`move.${move}.do`)}
        </DialogButtons>
      </form>
    </Dialog>
  );
}
