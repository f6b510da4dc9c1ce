import { useMutation } from '@apollo/client/react';
import { NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { RotatePartnerKeyDocument, type PartnerKeyRowFragment } from '../../gql/partners';
import { useDays } from '../../lib/format/use-days';
import { useNow } from '../../lib/format/use-now';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Failure } from '../../ui/failure';
import { keyMessages } from './key-messages';
import classes from './partners.module.css';
import { useChange } from '../../lib/apollo/use-change';
import { useFirstFault } from '../../ui/use-first-fault';

const HOUR_MS = 3_600_000;
const USUAL_HOURS = 24;

function Form({ rotated, close, show }: { rotated: PartnerKeyRowFragment; close: () => void; show: (secret: string) => void }) {
  const t = useText(keyMessages);
  const common = useCommonText();
  const days = useDays();
  const now = useNow();
  const [rotate] = useMutation(RotatePartnerKeyDocument, { fetchPolicy: 'no-cache', refetchQueries: ['PartnerPage'] });
  const { run, busy, errors, at, beside } = useChange();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<number | string>(USUAL_HOURS);
  useFirstFault(form, errors);
  const hours = Number(typed) || 0;
  const own = rotated.expiresAt ? Date.parse(rotated.expiresAt) : Infinity;
  // A key never outlives its own last day.
  const until = days.moment(new Date(Math.min(own, now.getTime() + hours * HOUR_MS)).toISOString());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(
      async () => (await rotate({ variables: { input: { id: rotated.id, overlapHours: hours } } })).data?.rotatePartnerKey,
    );
    if (!done?.secret) return;
    close();
    show(done.secret);
    notifications.show({ message: hours > 0 ? t('rotate.done', { when: until }) : t('rotate.doneNow') });
  };

  const general = beside('overlapHours');
  return (
    <form ref={form} noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
      <p className={classes.plain}>{t('rotate.text')}</p>
      <NumberInput
        className={classes.day}
        label={t('rotate.hours')}
        data-autofocus
        min={0}
        max={720}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        value={typed}
        error={at('overlapHours')}
        onChange={setTyped}
      />
      <p className={classes.plain} role="status">
        {hours > 0 ? t('rotate.until', { when: until }) : t('rotate.now')}
      </p>
      {general && <Failure>{general}</Failure>}
      <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
        {t('rotate')}
      </DialogButtons>
    </form>
  );
}

/** A new key in place of an old one, which goes on for some hours. */
export function RotateKey({
  rotated,
  close,
  show,
}: {
  rotated: PartnerKeyRowFragment | null;
  close: () => void;
  show: (secret: string) => void;
}) {
  const t = useText(keyMessages);
  const common = useCommonText();
  return (
    <Dialog opened={rotated !== null} close={close} title={t('rotate.title', { name: rotated?.name ?? '' })} closeLabel={common('action.close')}>
      {rotated && <Form key={rotated.id} rotated={rotated} close={close} show={show} />}
    </Dialog>
  );
}
