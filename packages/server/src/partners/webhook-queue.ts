import { sql } from 'kysely';
import { rowsFor } from '../db/acting.js';
import type { Em, Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import { addJob } from '../shared/jobs.js';

/** Messages to one webhook go one after another, so that a slow receiver holds one hand of the worker at most. */
export const queueDelivery = (em: Em, { id, webhook }: { id: string; webhook: string }, afterMs?: number): Promise<void> =>
  addJob(em, 'deliver_webhook', { deliveryId: id }, { key: `delivery:${id}`, queue: `webhook:${webhook}`, maxAttempts: 25, ...(afterMs === undefined ? {} : { afterMs }) });

/** Days for which the log keeps a message that has arrived or failed: long enough to ask, and to send it once more. */
export const LOG_DAYS = 90;
const DAY_MS = 86_400_000;

/** Removes what the log has kept for its time; a job does it every night. @returns how many messages */
export async function forgetDeliveries(orm: Orm, now: Date): Promise<number> {
  // Webhook by webhook, as the index of the log has them.
  const { numAffectedRows } = await sql`delete from webhook_delivery d using webhook w where d.webhook_id = w.id
    and d.created_at < ${new Date(now.getTime() - LOG_DAYS * DAY_MS)} and d.state <> 'WAITING'`.execute(rowsFor(orm, SYSTEM));
  return Number(numAffectedRows ?? 0);
}
