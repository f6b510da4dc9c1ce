import { v5 } from 'uuid';
import type { AppealStatus } from '../appeals/appeal.lifecycle.js';
import { transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { JobPayloads } from '../shared/jobs.js';
import { wasUndone } from '../appeals/index.js';
import { announce } from '../shared/events.js';
import { EVENT_OF_STATUS, typeOf } from './webhook-events.js';
import { queueDelivery } from './webhook-queue.js';

/** Makes ids of messages out of what they tell, so that a job that runs twice makes one message. */
const NAMESPACE = '0f0d7c1e-5a35-4d6e-9a0b-6d9c1f1f6a42';

/** Turns a new status into one message for each webhook that wants it: the task `partner_news`. */
export class WebhookNews {
  constructor(private readonly orm: Orm, private readonly clock: Clock) {}

  /** @returns how many messages it made */
  async tell({ appealId, status, at, undo }: JobPayloads['partner_news']): Promise<number> {
    const event = EVENT_OF_STATUS[status as AppealStatus];
    return transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      const appeal = await db.selectFrom('appeal').where('id', '=', appealId).select(['number', 'partner_id', 'region_code', 'deputy_id']).executeTakeFirst();
      if (!appeal?.partner_id || await wasUndone(db, undo)) return 0;
      // It was not told when the move could still be taken back.
      if (undo) await announce(em, { kind: 'appeal.changed', id: appealId, regionCode: appeal.region_code, deputyId: appeal.deputy_id ?? null, partnerId: appeal.partner_id });
      if (!event) return 0;
      const webhooks = await db.selectFrom('webhook').where('partner_id', '=', appeal.partner_id).where('active', '=', true).select(['id', 'events']).execute();
      // Nobody's data: who has the number and a key reads the rest through the API.
      const body = JSON.stringify({ type: typeOf(event), timestamp: at, data: { number: appeal.number, status, changedAt: at } });
      let made = 0;
      for (const webhook of webhooks.filter(({ events }) => events.includes(event))) {
        const id = v5([webhook.id, appealId, status, at].join(' '), NAMESPACE);
        const now = this.clock.now();
        const { numInsertedOrUpdatedRows } = await db.insertInto('webhook_delivery').values({
          id, webhook_id: webhook.id, message_id: id, event, appeal_id: appealId, body, state: 'WAITING', attempts: 0, created_at: now, next_attempt_at: now,
        }).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
        if (!numInsertedOrUpdatedRows) continue;
        await queueDelivery(em, { id, webhook: webhook.id });
        made += 1;
      }
      return made;
    });
  }
}
