import { LockMode } from '@mikro-orm/core';
import { transaction } from '../db/acting.js';
import { partnerStream, recordIn } from '../history/index.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import type { Vault } from '../shared/vault.js';
import { notFound } from '../shared/failures.js';
import { asId, newId } from '../shared/ids.js';
import { Refusal } from '../shared/refusal.js';
import { Partner } from './partner.entity.js';
import { canAdministerPartners } from './partners.policy.js';
import type { WebhookAddresses } from './webhook-address.js';
import { queueDelivery } from './webhook-queue.js';
import { newWebhookSecret } from './webhook-secret.js';
import { typeOf, type WebhookEvent } from './webhook-events.js';
import type { ChangeWebhookInput, CreateWebhookInput } from './webhook.type.js';
import { Webhook, WebhookDelivery } from './webhook.entity.js';

/** Webhooks of one partner. */
const MAX_WEBHOOKS = 10;

/** Webhooks and what was sent to them, in the hands of an administrator. */
export class WebhooksService {
  constructor(
    private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock, private readonly addresses: WebhookAddresses, private readonly vault: Vault,
  ) {}

  async create(input: CreateWebhookInput): Promise<{ partnerId: string; id: string; secret: string }> {
    this.guard();
    const partnerId = asId(input.partnerId, 'partnerId');
    const events = eventsOf(input.events);
    const url = await this.addresses.check(input.url);
    const [id, secret] = [newId(), newWebhookSecret()];
    await transaction(this.orm, this.actor, async (em) => {
      if (!(await em.findOne(Partner, partnerId, { lockMode: LockMode.PESSIMISTIC_WRITE }))) throw notFound();
      const { count } = await rowsOf(em).selectFrom('webhook').where('partner_id', '=', partnerId).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
      if (Number(count) >= MAX_WEBHOOKS) throw new Refusal('WEBHOOKS_TOO_MANY', null, { max: MAX_WEBHOOKS });
      em.persist(em.create(Webhook, {
        id, partner: partnerId, url, events, secret: this.vault.seal('webhook.secret', secret), active: true, createdAt: this.clock.now(),
      }));
      await recordIn(em, partnerStream(partnerId), this.actor, this.clock.now(), { event: 'WEBHOOK_CREATED', text: url });
    });
    return { partnerId, id, secret };
  }

  /** Switched on again, it starts without a mark against it; what waited for it when it went off has failed and can be replayed. */
  async change(input: ChangeWebhookInput): Promise<{ partnerId: string; id: string }> {
    this.guard();
    const events = input.events ? eventsOf(input.events) : null;
    const url = typeof input.url === 'string' ? await this.addresses.check(input.url) : null;
    return this.onWebhook(input.id, async (webhook, em) => {
      if (url !== null) webhook.url = url;
      if (events !== null) webhook.events = events;
      if (typeof input.active === 'boolean') {
        if (input.active && !webhook.active) webhook.failingSince = null;
        webhook.active = input.active;
      }
      await recordIn(em, partnerStream(webhook.partner), this.actor, this.clock.now(), {
        event: 'WEBHOOK_CHANGED', text: `${webhook.url}: ${webhook.events.join(', ')}${webhook.active ? '' : ' (off)'}`,
      });
    });
  }

  /** Its log goes with it. */
  async delete(id: string): Promise<{ partnerId: string; id: string }> {
    return this.onWebhook(id, async (webhook, em) => {
      em.remove(webhook);
      await recordIn(em, partnerStream(webhook.partner), this.actor, this.clock.now(), { event: 'WEBHOOK_DELETED', text: webhook.url });
    });
  }

  /** A trial message, whatever events the webhook takes. */
  async ping(id: string): Promise<string> {
    const deliveryId = newId();
    await this.onWebhook(id, (webhook, em) => {
      if (!webhook.active) throw new Refusal('WEBHOOK_OFF', 'id');
      const at = this.clock.now();
      const body = JSON.stringify({ type: typeOf('PING'), timestamp: at.toISOString(), data: {} });
      return this.add(em, { id: deliveryId, webhook: webhook.id, messageId: newId(), event: 'PING', appeal: null, body }, at);
    });
    return deliveryId;
  }

  /** The same message once more, with the same `webhook-id` and body, so that a receiver which has it already can tell. */
  async replay(id: string): Promise<string> {
    this.guard();
    const deliveryId = newId();
    await transaction(this.orm, this.actor, async (em) => {
      const before = await em.findOne(WebhookDelivery, asId(id));
      const webhook = before && await em.findOne(Webhook, before.webhook);
      if (!before || !webhook) throw notFound();
      if (!webhook.active) throw new Refusal('WEBHOOK_OFF', 'id');
      const { messageId, event, body } = before;
      await this.add(em, { id: deliveryId, webhook: webhook.id, messageId, event, appeal: before.appeal ?? null, body }, this.clock.now());
    });
    return deliveryId;
  }

  private async add(
    em: Em, delivery: { id: string; webhook: string; messageId: string; event: WebhookEvent; appeal: string | null; body: string }, at: Date,
  ): Promise<void> {
    em.persist(em.create(WebhookDelivery, { ...delivery, state: 'WAITING', createdAt: at, nextAttemptAt: at }));
    await em.flush();
    await queueDelivery(em, delivery);
  }

  private async onWebhook(id: string, change: (webhook: Webhook, em: Em) => void | Promise<void>): Promise<{ partnerId: string; id: string }> {
    this.guard();
    asId(id);
    return transaction(this.orm, this.actor, async (em) => {
      const webhook = await em.findOne(Webhook, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!webhook) throw notFound();
      const { partner } = webhook;
      await change(webhook, em);
      return { partnerId: partner, id };
    });
  }

  private guard(): void {
    allow(canAdministerPartners(staff(this.actor)));
  }
}

function eventsOf(events: readonly WebhookEvent[]): WebhookEvent[] {
  if (events.length === 0) throw new Refusal('WEBHOOK_EVENTS_MISSING', 'events');
  return [...new Set(events)];
}
