import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { ReplayDeliveryDocument, WebhookDeliveriesDocument, type DeliveryRowFragment } from '../../gql/partners';
import { QueryView } from '../../lib/apollo/query-view';
import { useDays } from '../../lib/format/use-days';
import { useNow } from '../../lib/format/use-now';
import { useText } from '../../lib/i18n/use-text';
import { CursorPager } from '../../lib/url-state/cursor-pager';
import { patchSearch } from '../../lib/url-state/search-params';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icons';
import { EmptyState } from '../../ui/states';
import { indented, pollEvery } from './deliveries';
import classes from './delivery-log.module.css';
import { DELIVERY_STATES, DELIVERY_TONE, type PartnerSearch } from './partner-search';
import { useToast } from './use-toast';
import { webhookMessages } from './webhook-messages';

const route = getRouteApi('/shell/partners/$id');

const ERRORS = ['HTTP_STATUS', 'REDIRECT', 'TIMEOUT', 'ADDRESS_PRIVATE', 'HOST_UNKNOWN', 'CONNECTION', 'GONE', 'WEBHOOK_OFF'] as const;
const isKnown = (code: string): code is (typeof ERRORS)[number] => ERRORS.some((known) => known === code);

function Details({ delivery }: { delivery: DeliveryRowFragment }) {
  const t = useText(webhookMessages);
  const days = useDays();
  const tell = useToast();
  const [replay] = useMutation(ReplayDeliveryDocument, { refetchQueries: ['WebhookDeliveries'] });
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    await tell(async () => (await replay({ variables: { id: delivery.id } })).data?.replayDelivery, t('delivery.replayed'));
    setBusy(false);
  };
  const said = (code: string) => (isKnown(code) ? t(`error.${code}`) : code);
  const facts: [string, ReactNode][] = [
    [t('delivery.answer'), delivery.statusCode === null ? (delivery.attempts > 0 && t('delivery.answer.none')) : `HTTP ${delivery.statusCode}`],
    [t('delivery.error'), delivery.error !== null && said(delivery.error)],
    [t('delivery.attempts.label'), String(delivery.attempts)],
    [t('delivery.created'), days.moment(delivery.createdAt)],
    [t('delivery.delivered'), delivery.deliveredAt !== null && days.moment(delivery.deliveredAt)],
    [t('delivery.next'), delivery.nextAttemptAt !== null && delivery.state === 'WAITING' && days.moment(delivery.nextAttemptAt)],
    [t('delivery.id'), <code key="id">{delivery.messageId}</code>],
  ];
  return (
    <div className={classes.details}>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== false)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <pre className={classes.body} tabIndex={0} role="region" aria-label={t('delivery.body')}>
        {indented(delivery.body)}
      </pre>
      {(delivery.state !== 'WAITING' || delivery.attempts > 0) && (
        <Button size="compact-sm" variant="default" loading={busy} leftSection={<Icon name="refresh" size={14} />} onClick={() => void again()}>
          {t('delivery.replay')}
        </Button>
      )}
    </div>
  );
}

function Delivery({ delivery }: { delivery: DeliveryRowFragment }) {
  const t = useText(webhookMessages);
  const days = useDays();
  return (
    <details className={classes.delivery}>
      <summary>
        <Icon name="right" size={14} className={classes.mark} />
        <span className={classes.event}>
          {t(`event.${delivery.event}`)}
          {delivery.appealNumber && <span className={classes.dim}> {delivery.appealNumber}</span>}
        </span>
        <span className={classes.attempts}>
          {delivery.statusCode !== null && `HTTP ${delivery.statusCode} · `}
          {t('delivery.attempts', { n: delivery.attempts })}
        </span>
        <time className={classes.time} dateTime={delivery.createdAt}>
          {days.moment(delivery.createdAt)}
        </time>
        <span className={classes.state}>
          <Badge tone={DELIVERY_TONE[delivery.state]}>{t(`delivery.${delivery.state}`)}</Badge>
        </span>
      </summary>
      <Details delivery={delivery} />
    </details>
  );
}

function usePolling(every: number, start: (ms: number) => void, stop: () => void): void {
  useEffect(() => {
    if (every === 0) return undefined;
    start(every);
    return stop;
  }, [every, start, stop]);
}

/** What was sent to a webhook, newest first; follows by itself what still waits. */
export function DeliveryLog({ partnerId, webhookId }: { partnerId: string; webhookId: string }) {
  const t = useText(webhookMessages);
  const search: PartnerSearch = route.useSearch();
  const navigate = route.useNavigate();
  const now = useNow();
  const variables = { id: partnerId, filter: search.state ? { state: search.state } : {}, after: search.after ?? null };
  const { data, previousData, error, refetch, startPolling, stopPolling } = useQuery(WebhookDeliveriesDocument, { variables });
  const found = (data ?? previousData)?.partner?.webhooks.find(({ id }) => id === webhookId);
  usePolling(pollEvery(found?.deliveries.edges.map(({ node }) => node) ?? [], now), startPolling, stopPolling);
  return (
    <section className={classes.log} aria-label={t('log.title')}>
      <div className={classes.head}>
        <h4>{t('log.title')}</h4>
        <Select
          aria-label={t('log.filter')}
          className={classes.filter}
          size="xs"
          allowDeselect={false}
          value={search.state ?? ''}
          data={[{ value: '', label: t('log.any') }, ...DELIVERY_STATES.map((value) => ({ value, label: t(`delivery.${value}`) }))]}
          onChange={(state) =>
            void navigate({
              search: (before) => patchSearch(before, { state: (state || undefined) as PartnerSearch['state'] } as typeof before),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </div>
      <QueryView data={found} error={error} refetch={refetch}>
        {({ deliveries }) =>
          deliveries.edges.length === 0 ? (
            <EmptyState icon="outbox" title={t(search.state ? 'log.empty.filtered' : 'log.empty.title')}>
              {search.state ? undefined : t('log.empty.text')}
            </EmptyState>
          ) : (
            <>
              <ul className={classes.list} aria-label={t('log.title')}>
                {deliveries.edges.map(({ node }) => (
                  <li key={node.id}>
                    <Delivery delivery={node} />
                  </li>
                ))}
              </ul>
              <CursorPager connection={deliveries} label={t('log.pages')} />
            </>
          )
        }
      </QueryView>
    </section>
  );
}
