import type { Em } from '../db/orm.js';
import { addJob } from '../shared/jobs.js';

/** Messages to one webhook go one after another, so that a slow receiver holds one hand of the worker at most. */
export const queueDelivery = (em: Em, { id, webhook }: { id: string; webhook: string }, afterMs?: number): Promise<void> =>
  addJob(em, 'deliver_webhook', { deliveryId: id }, { key: `delivery:${id}`, queue: `webhook:${webhook}`, maxAttempts: 25, ...(afterMs === undefined ? {} : { afterMs }) });
