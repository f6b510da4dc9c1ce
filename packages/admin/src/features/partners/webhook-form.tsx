import { useMutation } from '@apollo/client/react';
import { Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type FormEvent } from 'react';
import { ChangeWebhookDocument, CreateWebhookDocument, type WebhookRowFragment } from '../../gql/partners';
import type { WebhookEvent } from '../../gql/schema';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Failure } from '../../ui/failure';
import { messages } from './messages';
import { EVENTS } from './partner-search';
import classes from './partners.module.css';
import { useChange } from '../../lib/apollo/use-change';
import { useFirstFault } from '../../ui/use-first-fault';
import { webhookMessages } from './webhook-messages';

function Form({
  partnerId,
  webhook,
  close,
  show,
}: {
  partnerId: string;
  webhook: WebhookRowFragment | null;
  close: () => void;
  show: (secret: string) => void;
}) {
  const t = useText(webhookMessages);
  const ours = useText(messages);
  const common = useCommonText();
  // The secret goes to the screen alone, never to the cache.
  const [create] = useMutation(CreateWebhookDocument, { fetchPolicy: 'no-cache', refetchQueries: ['PartnerPage'] });
  const [change] = useMutation(ChangeWebhookDocument);
  const { run, busy, errors, at, beside } = useChange();
  const form = useRef<HTMLFormElement>(null);
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [events, setEvents] = useState<string[]>(webhook?.events ?? [...EVENTS]);
  useFirstFault(form, errors);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const asked = { url: url.trim(), events: events as WebhookEvent[] };
    if (webhook) {
      const input = { id: webhook.id, active: webhook.active, ...asked };
      if (!(await run(async () => (await change({ variables: { input } })).data?.changeWebhook))) return;
      close();
      notifications.show({ message: ours('changed') });
      return;
    }
    const done = await run(async () => (await create({ variables: { input: { partnerId, ...asked } } })).data?.createWebhook);
    if (!done?.secret) return;
    close();
    show(done.secret);
  };

  const general = beside('url', 'events');
  return (
    <form ref={form} noValidate className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        type="url"
        inputMode="url"
        label={t('form.url')}
        description={t('form.url.about')}
        placeholder="https://"
        data-autofocus
        required
        withAsterisk={false}
        value={url}
        error={at('url')}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('form.events')}
        value={events}
        error={at('events')}
        data-fault={at('events') ? true : undefined}
        onChange={setEvents}
      >
        <div className={classes.choices}>
          {EVENTS.map((event) => (
            <Checkbox key={event} value={event} label={t(`event.${event}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {general && <Failure>{general}</Failure>}
      <DialogButtons close={close} cancelLabel={common('action.cancel')} busy={busy}>
        {webhook ? common('action.save') : t('create')}
      </DialogButtons>
    </form>
  );
}

/** A new webhook, or the address and events of one that is there. */
export function WebhookForm({
  opened,
  ...rest
}: {
  opened: boolean;
  partnerId: string;
  webhook: WebhookRowFragment | null;
  close: () => void;
  show: (secret: string) => void;
}) {
  const t = useText(webhookMessages);
  const common = useCommonText();
  return (
    <Dialog
      opened={opened}
      close={rest.close}
      title={t(rest.webhook ? 'edit.title' : 'create.title')}
      closeLabel={common('action.close')}
    >
      <Form key={rest.webhook?.id} {...rest} />
    </Dialog>
  );
}
