import { rowsOf } from '../db/orm.js';
import { HistoryEntry } from './history-entry.entity.js';
/** How an actor stands in the record: in which role and under what name. */
export function recordedActor(actor) {
    switch (actor.kind) {
        case 'STAFF': return { actorKind: actor.role, actorName: actor.name, account: actor.accountId };
        case 'SYSTEM': return { actorKind: 'SYSTEM', actorName: 'Система', account: null };
        case 'APPLICANT':
        case 'ANONYMOUS': return { actorKind: 'APPLICANT', actorName: 'Заявитель', account: null };
    }
}
/** One row of the appeal's history, in the transaction of the change itself. */
export async function record(em, appeal, actor, at, { event, move, from, reason }) {
    const { last } = await rowsOf(em).selectFrom('history_entry').where('appeal_id', '=', appeal.id)
        .select((eb) => eb.fn.max('position').as('last')).executeTakeFirstOrThrow();
    em.persist(em.create(HistoryEntry, {
        appeal: appeal.id, position: (last ?? 0) + 1, event, move: move ?? null, fromStatus: from ?? null, toStatus: move ? appeal.status : null,
        ...recordedActor(actor), reason: reason ?? null, at,
    }));
}
