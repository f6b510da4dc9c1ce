import type { Appeal } from '../appeals/appeal.entity.js';
import type { AppealMove, AppealStatus } from '../appeals/appeal.lifecycle.js';
import type { Em } from '../db/orm.js';
import { rowsOf } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { HistoryEntry, type HistoryActorKind, type HistoryEvent } from './history-entry.entity.js';

/** How an actor stands in the record: in which role and under what name. */
export function recordedActor(actor: Actor): { actorKind: HistoryActorKind; actorName: string; account: string | null } {
  switch (actor.kind) {
    case 'STAFF': return { actorKind: actor.role, actorName: actor.name, account: actor.accountId };
    case 'PARTNER': return { actorKind: 'PARTNER', actorName: actor.name, account: null };
    case 'SYSTEM': return { actorKind: 'SYSTEM', actorName: 'Система', account: null };
    case 'APPLICANT':
    case 'ANONYMOUS': return { actorKind: 'APPLICANT', actorName: 'Заявитель', account: null };
  }
}

interface Happened {
  event: HistoryEvent;
  move?: AppealMove;
  from?: AppealStatus | null;
  reason?: string | null;
}

/** One row of the appeal's history, in the transaction of the change itself. */
export async function record(em: Em, appeal: Appeal, actor: Actor, at: Date, { event, move, from, reason }: Happened): Promise<void> {
  const { last } = await rowsOf(em).selectFrom('history_entry').where('appeal_id', '=', appeal.id)
    .select((eb) => eb.fn.max('position').as('last')).executeTakeFirstOrThrow();
  em.persist(em.create(HistoryEntry, {
    appeal: appeal.id, position: (last ?? 0) + 1, event, move: move ?? null, fromStatus: from ?? null, toStatus: move ? appeal.status : null,
    ...recordedActor(actor), reason: reason ?? null, at,
  }));
}
