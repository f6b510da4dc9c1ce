import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ChangeWebhookDocument, DeleteWebhookDocument, PingWebhookDocument, type PartnerPageQuery, type WebhookRowFragment } from '../../gql/partners';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import { Confirm } from '../../ui/confirm';
import { Icon } from '../../ui/icons';
import { EmptyState } from '../../ui/states';
import { DeliveryLog } from './delivery-log';
import type { PartnerSearch } from './partner-search';
import classes from './partners.module.css';
import { SecretDialog } from './secret-dialog';
import { useChange } from '../../lib/apollo/use-change';
import { useToast } from './use-toast';
import { WebhookForm } from './webhook-form';
import { webhookMessages } from './webhook-messages';

type Partner = NonNullable<PartnerPageQuery['partner']>;

const route = getRouteApi('/shell/partners/$id');

/** Asks before a webhook goes, and offers the pause instead. */
function DeleteWebhook({ webhook, close }: { webhook: WebhookRowFragment | null; close: () => void }) {
  const t = useText(webhookMessages);
  const common = useCommonText();
  const [remove] = useMutation(DeleteWebhookDocument, { refetchQueries: ['PartnerPage'], awaitRefetchQueries: true });
  const { run, busy, beside, forget } = useChange();
  const leave = () => {
    forget();
    close();
  };
  const confirm = async () => {
    if (!webhook || !(await run(async () => (await remove({ variables: { id: webhook.id } })).data?.deleteWebhook))) return;
    leave();
    notifications.show({ message: t('delete.done') });
  };
  return (
    <Confirm
      opened={webhook !== null}
      close={leave}
      title={t('delete.title')}
      closeLabel={common('action.close')}
      cancelLabel={common('action.cancel')}
      action={t('delete.confirm')}
      busy={busy}
      failure={beside()}
      onConfirm={() => void confirm()}
    >
      <p>
        <code>{webhook?.url}</code>
      </p>
      <p>{t('delete.text')}</p>
      {webhook?.active && <p>{t('delete.pause')}</p>}
    </Confirm>
  );
}

function WebhookCard({ partnerId, webhook, edit, remove }: { partnerId: string; webhook: WebhookRowFragment; edit: () => void; remove: () => void }) {
  const t = useText(webhookMessages);
  const days = useDays();
  const tell = useToast();
  const search: PartnerSearch = route.useSearch();
  const navigate = route.useNavigate();
  const [change] = useMutation(ChangeWebhookDocument);
  const [ping] = useMutation(PingWebhookDocument, { refetchQueries: ['WebhookDeliveries'] });
  const [busy, setBusy] = useState<'ping' | 'pause' | null>(null);
  const isOpen = search.webhook === webhook.id;
  const { id, url, events, active } = webhook;
  const openLog = { tab: 'webhooks', ...(!isOpen && { webhook: id }) } as const;

  const test = async () => {
    setBusy('ping');
    const done = await tell(async () => (await ping({ variables: { id } })).data?.pingWebhook, t('ping.sent'));
    setBusy(null);
    // The newest delivery stands on the first page of the whole log.
    if (done) await navigate({ search: { tab: 'webhooks', webhook: id }, replace: true, resetScroll: false });
  };
  const turn = async () => {
    setBusy('pause');
    const input = { id, url, events, active: !active };
    await tell(async () => (await change({ variables: { input } })).data?.changeWebhook, t(active ? 'pause.done' : 'resume.done'));
    setBusy(null);
  };
  return (
    <li className={classes.webhook}>
      <article aria-label={url}>
        <div className={classes.webhookHead}>
          <h3>{url}</h3>
          <span className={classes.badges}>
            <Badge tone={active ? 'good' : 'quiet'}>{t(active ? 'state.active' : 'state.paused')}</Badge>
            {webhook.failing && <Badge tone="danger" icon="warning">{t('state.failing')}</Badge>}
          </span>
        </div>
        {webhook.failingSince && <p className={classes.about}>{t('failing.about', { when: days.moment(webhook.failingSince) })}</p>}
        <dl className={classes.facts}>
          <div>
            <dt>{t('events')}</dt>
            <dd>{events.map((event) => t(`event.${event}`)).join(', ')}</dd>
          </div>
          <div>
            <dt>{t('lastDelivered')}</dt>
            <dd>{webhook.lastDeliveredAt ? days.moment(webhook.lastDeliveredAt) : t('never')}</dd>
          </div>
          <div>
            <dt>{t('created')}</dt>
            <dd>{days.moment(webhook.createdAt)}</dd>
          </div>
        </dl>
        <div className={classes.tools}>
          <Button size="compact-sm" variant="default" loading={busy === 'ping'} disabled={!active} onClick={() => void test()}>
            {t('ping')}
          </Button>
          <Button size="compact-sm" variant="default" loading={busy === 'pause'} onClick={() => void turn()}>
            {t(active ? 'pause' : 'resume')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={edit}>
            {t('edit')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={remove}>
            {t('delete')}
          </Button>
          <Link
            to="/partners/$id"
            params={{ id: partnerId }}
            search={openLog}
            replace
            resetScroll={false}
            aria-expanded={isOpen}
            className={classes.logLink}
          >
            {t(isOpen ? 'log.hide' : 'log.show')}
          </Link>
        </div>
        {isOpen && <DeliveryLog partnerId={partnerId} webhookId={id} />}
      </article>
    </li>
  );
}

/** Where we tell the partner of changes, and what became of each message. */
export function WebhooksTab({ partner }: { partner: Partner }) {
  const t = useText(webhookMessages);
  const [form, setForm] = useState<{ webhook: WebhookRowFragment | null } | null>(null);
  const [removing, setRemoving] = useState<WebhookRowFragment | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const add = (
    <Button size="sm" leftSection={<Icon name="plus" size={16} />} onClick={() => setForm({ webhook: null })}>
      {t('create')}
    </Button>
  );
  return (
    <section aria-labelledby="webhooks">
      <div className={classes.sectionHead}>
        <h2 id="webhooks">{t('title')}</h2>
        {partner.webhooks.length > 0 && add}
        <p>{t('about')}</p>
      </div>
      {partner.webhooks.length === 0 ? (
        <EmptyState icon="partners" title={t('empty.title')} action={add}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <ul className={classes.webhooks}>
          {partner.webhooks.map((webhook) => (
            <WebhookCard
              key={webhook.id}
              partnerId={partner.id}
              webhook={webhook}
              edit={() => setForm({ webhook })}
              remove={() => setRemoving(webhook)}
            />
          ))}
        </ul>
      )}
      <WebhookForm opened={form !== null} partnerId={partner.id} webhook={form?.webhook ?? null} close={() => setForm(null)} show={setSecret} />
      <DeleteWebhook webhook={removing} close={() => setRemoving(null)} />
      <SecretDialog title={t('secret.title')} warning={t('secret.warning')} label={t('secret.label')} secret={secret} close={() => setSecret(null)}>
        <p className={classes.about}>{t('secret.about')}</p>
      </SecretDialog>
    </section>
  );
}
