import { useMutation } from '@apollo/client/react';
import { NumberInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { ChangePartnerDocument, CreatePartnerDocument, type PartnerFactsFragment } from '../../gql/partners';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useLocale } from '../../lib/i18n/locale-provider';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Failure } from '../../ui/failure';
import { messages } from './messages';
import classes from './partners.module.css';
import { useChange } from '../../lib/apollo/use-change';
import { useFirstFault } from '../../ui/use-first-fault';

/** What the server gives a new partner unless told. */
const USUAL = { costPerMinute: 6_000, costPerDay: 500_000 };
const FIELDS = ['name', 'contactEmail', 'costPerMinute', 'costPerDay'] as const;

function Form({ partner, close }: { partner: PartnerFactsFragment | null; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  const locale = useLocale();
  const navigate = useNavigate();
  const [create] = useMutation(CreatePartnerDocument, { refetchQueries: ['Partners'] });
  const [change] = useMutation(ChangePartnerDocument);
  const { run, busy, errors, at, beside } = useChange();
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState({
    name: partner?.name ?? '',
    contactEmail: partner?.contactEmail ?? '',
    costPerMinute: (partner?.costPerMinute ?? USUAL.costPerMinute) as number | string,
    costPerDay: (partner?.costPerDay ?? USUAL.costPerDay) as number | string,
  });
  const [missing, setMissing] = useState<string[]>([]);
  useFirstFault(form, errors, missing);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const limits = (['costPerMinute', 'costPerDay'] as const).filter((key) => !(Number(value[key]) >= 1));
    setMissing(limits);
    if (limits.length > 0) return;
    const input = { ...value, costPerMinute: Number(value.costPerMinute), costPerDay: Number(value.costPerDay) };
    if (partner) {
      const done = await run(async () => (await change({ variables: { input: { id: partner.id, ...input } } })).data?.changePartner);
      if (!done) return;
      notifications.show({ message: t('changed') });
      close();
      return;
    }
    const done = await run(async () => (await create({ variables: { input } })).data?.createPartner);
    if (!done?.partner) return;
    close();
    await navigate({ to: '/partners/$id', params: { id: done.partner.id } });
  };

  const limit = (key: 'costPerMinute' | 'costPerDay', label: string) => (
    <NumberInput
      label={label}
      value={value[key]}
      min={1}
      max={1_000_000_000}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator={locale === 'en' ? ',' : '\u00a0'}
      hideControls
      error={missing.includes(key) ? t('form.number') : at(key)}
      onChange={(next) => setValue({ ...value, [key]: next })}
    />
  );
  const general = beside(...FIELDS);
  return (
    <form ref={form} noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('form.name')}
        description={t('form.name.about')}
        data-autofocus
        required
        withAsterisk={false}
        maxLength={100}
        value={value.name}
        error={at('name')}
        onChange={(event) => setValue({ ...value, name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={t('form.contact')}
        description={t('form.contact.about')}
        required
        withAsterisk={false}
        value={value.contactEmail}
        error={at('contactEmail')}
        onChange={(event) => setValue({ ...value, contactEmail: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        {limit('costPerMinute', t('form.minute'))}
        {limit('costPerDay', t('form.day'))}
      </div>
      <p className={classes.about}>{t('form.limits.about')}</p>
      {general && <Failure>{general}</Failure>}
      <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
        {partner ? common('action.save') : t('new.create')}
      </DialogButtons>
    </form>
  );
}

/** A new partner, or the name, contact and limits of one that is there. */
export function PartnerForm({ opened, partner, close }: { opened: boolean; partner: PartnerFactsFragment | null; close: () => void }) {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <Dialog opened={opened} close={close} title={t(partner ? 'edit.title' : 'new')} closeLabel={common('action.close')}>
      <Form partner={partner} close={close} />
    </Dialog>
  );
}
