import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Vault } from '../shared/vault.js';
import type { WebhookAddresses } from './webhook-address.js';
import { MAX_ATTEMPTS, RETRY_AFTER_MS } from './webhook-events.js';
import { post, type Posted } from './webhook-post.js';
import { queueDelivery } from './webhook-queue.js';
import { signedHeaders } from './webhook-signature.js';

interface Attempt {
  outcome: 'DELIVERED' | 'WAITING' | 'FAILED' | 'NOTHING_TO_DO';
  statusCode?: number | null;
  error?: string | null;
}

/** Sends messages to webhooks: the task `deliver_webhook`. */
export class WebhookSender {
  constructor(private readonly orm: Orm, private readonly clock: Clock, private readonly addresses: WebhookAddresses, private readonly vault: Vault) {}

  /** One attempt. What failed is tried again by a job of its own, added with what the log says of it. */
  async deliver(deliveryId: string): Promise<Attempt> {
    const delivery = await rowsFor(this.orm, SYSTEM).selectFrom('webhook_delivery as d').innerJoin('webhook as w', 'w.id', 'd.webhook_id')
      .where('d.id', '=', deliveryId).where('d.state', '=', 'WAITING')
      .select(['d.id', 'd.message_id', 'd.body', 'd.attempts', 'd.webhook_id', 'w.url', 'w.secret', 'w.active']).executeTakeFirst();
    if (!delivery) return { outcome: 'NOTHING_TO_DO' };
    if (!delivery.active) return this.giveUp(deliveryId, 'WEBHOOK_OFF');
    const secret = this.vault.open('webhook.secret', delivery.secret);
    const posted = await post(new URL(delivery.url), signedHeaders(secret, delivery.message_id, this.clock.now(), delivery.body), delivery.body, this.addresses);
    return posted.error === null ? this.delivered(deliveryId, delivery.webhook_id, posted) : this.failed(delivery, posted);
  }

  private async delivered(id: string, webhookId: string, { statusCode }: Posted): Promise<Attempt> {
    const at = this.clock.now();
    await transaction(this.orm, SYSTEM, async (em) => {
      await rowsOf(em).updateTable('webhook_delivery').set((eb) => ({
        state: 'DELIVERED' as const, attempts: eb('attempts', '+', 1), status_code: statusCode, error: null, delivered_at: at, next_attempt_at: null,
      })).where('id', '=', id).execute();
      await rowsOf(em).updateTable('webhook').set({ last_delivered_at: at, failing_since: null }).where('id', '=', webhookId).execute();
    });
    return { outcome: 'DELIVERED', statusCode };
  }

  private async failed(delivery: { id: string; webhook_id: string; attempts: number }, { statusCode, error }: Posted): Promise<Attempt> {
    const at = this.clock.now();
    const attempts = delivery.attempts + 1;
    const isOver = error === 'GONE' || attempts >= MAX_ATTEMPTS;
    const pause = isOver ? null : RETRY_AFTER_MS[attempts - 1]!;
    const nextAt = pause === null ? null : new Date(at.getTime() + pause);
    await transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      await db.updateTable('webhook_delivery').set({ state: isOver ? 'FAILED' : 'WAITING', attempts, status_code: statusCode, error, next_attempt_at: nextAt })
        .where('id', '=', delivery.id).execute();
      await db.updateTable('webhook').set((eb) => ({ failing_since: eb.fn.coalesce('failing_since', eb.val(at)), ...(error === 'GONE' ? { active: false } : {}) }))
        .where('id', '=', delivery.webhook_id).execute();
      if (pause !== null) await queueDelivery(em, { id: delivery.id, webhook: delivery.webhook_id }, pause);
    });
    return { outcome: isOver ? 'FAILED' : 'WAITING', statusCode, error };
  }

  private async giveUp(id: string, error: string): Promise<Attempt> {
    await rowsFor(this.orm, SYSTEM).updateTable('webhook_delivery').set({ state: 'FAILED', error, next_attempt_at: null }).where('id', '=', id).execute();
    return { outcome: 'FAILED', error };
  }
}
