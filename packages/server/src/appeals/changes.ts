import type { Em } from '../db/orm.js';
import { announce } from '../shared/events.js';
import { addJob } from '../shared/jobs.js';
import type { Appeal } from './appeal.entity.js';
import type { AppealStatus } from './appeal.lifecycle.js';

/** Tells the console alone that something about an appeal changed: it is no news for the partner that submitted it. */
export const tellConsole = (em: Em, appeal: Pick<Appeal, 'id' | 'region' | 'deputy'>): Promise<void> =>
  announce(em, { kind: 'appeal.changed', id: appeal.id, regionCode: appeal.region, deputyId: appeal.deputy ?? null, partnerId: null });

/**
 * Tells the servers that an appeal changed, and the partner that submitted it of a new status; with the transaction of the change.
 * @param undo while the move can be taken back, the partner is told of nothing
 */
export async function tellOfChange(em: Em, appeal: Appeal, before: AppealStatus, undo: { id: string; until: Date } | null = null): Promise<void> {
  await announce(em, { kind: 'appeal.changed', id: appeal.id, regionCode: appeal.region, deputyId: appeal.deputy ?? null, partnerId: undo ? null : appeal.partner ?? null });
  if (appeal.partner && appeal.status !== before) {
    await addJob(em, 'partner_news', { appealId: appeal.id, status: appeal.status, at: appeal.changedAt.toISOString(), ...(undo ? { undo: undo.id } : {}) }, undo ? { runAt: undo.until } : {});
  }
}
