import { useMutation } from '@apollo/client/react';
import { Checkbox, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { CreatePartnerKeyDocument } from '../../gql/partners';
import type { PartnerScope } from '../../gql/schema';
import { dayOf } from '../../lib/format/days';
import { useNow } from '../../lib/format/use-now';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Failure } from '../../ui/failure';
import { keyMessages } from './key-messages';
import { SCOPE_LIST, SCOPES } from './partner-search';
import classes from './partners.module.css';
import { useChange } from '../../lib/apollo/use-change';
import { useFirstFault } from '../../ui/use-first-fault';

function Form({ partnerId, close, show }: { partnerId: string; close: () => void; show: (secret: string) => void }) {
  const t = useText(keyMessages);
  const common = useCommonText();
  // The secret goes to the screen alone, never to the cache.
  const [create] = useMutation(CreatePartnerKeyDocument, { fetchPolicy: 'no-cache', refetchQueries: ['PartnerPage'] });
  const { run, busy, errors, at, beside } = useChange();
  const form = useRef<HTMLFormElement>(null);
  const today = dayOf(useNow(), 'UTC');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [expiresOn, setExpiresOn] = useState('');
  useFirstFault(form, errors);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { partnerId, name, scopes: scopes as PartnerScope[], expiresOn: expiresOn || null };
    const done = await run(async () => (await create({ variables: { input } })).data?.createPartnerKey);
    if (!done?.secret) return;
    close();
    show(done.secret);
  };

  const general = beside('name', 'scopes', 'expiresOn');
  return (
    <form ref={form} noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('create.name')}
        description={t('create.name.about')}
        data-autofocus
        required
        withAsterisk={false}
        maxLength={100}
        value={name}
        error={at('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('create.scopes')}
        description={t('create.scopes.about')}
        value={scopes}
        error={at('scopes')}
        data-fault={at('scopes') ? true : undefined}
        onChange={setScopes}
      >
        <div className={classes.choices}>
          {SCOPE_LIST.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={
                <>
                  {t(`scope.${scope}`)} <code>{SCOPES[scope]}</code>
                </>
              }
              description={t(`scope.${scope}.about`)}
            />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        type="date"
        className={classes.day}
        label={t('create.expires')}
        description={t('create.expires.about')}
        min={today}
        value={expiresOn}
        error={at('expiresOn')}
        onChange={(event) => setExpiresOn(event.currentTarget.value)}
      />
      {general && <Failure>{general}</Failure>}
      <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
        {t('create')}
      </DialogButtons>
    </form>
  );
}

/** A new key: what it is called, what it may do, and until when. */
export function KeyForm(props: { opened: boolean; partnerId: string; close: () => void; show: (secret: string) => void }) {
  const t = useText(keyMessages);
  const common = useCommonText();
  const { opened, partnerId, close, show } = props;
  return (
    <Dialog opened={opened} close={close} title={t('create.title')} closeLabel={common('action.close')}>
      <Form partnerId={partnerId} close={close} show={show} />
    </Dialog>
  );
}
