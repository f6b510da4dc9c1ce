import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { APPEAL_MOVES, APPEAL_STATUSES } from '../appeals/appeal.lifecycle.js';
/** Who stands behind an event. */
export const HISTORY_ACTOR_KINDS = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'];
/** Events that are no move. */
export const HISTORY_EVENTS = ['MOVE', 'CONTACTS_OPENED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED'];
const HistoryEntrySchema = defineEntity({
    name: 'HistoryEntry',
    comment: 'Append-only: who did what, when, why, from and to (rules §1)',
    uniques: [{ properties: ['appeal', 'position'] }],
    triggers: [{ name: 'history_is_append_only', timing: 'before', events: ['update', 'delete'],
            body: "raise exception 'history_entry is append-only'" }],
    properties: {
        id: id(),
        appeal: () => p.manyToOne(Appeal).mapToPk(),
        position: p.integer().comment('1, 2, 3 … within the appeal'),
        event: oneOf(HISTORY_EVENTS),
        move: oneOf(APPEAL_MOVES).nullable(),
        fromStatus: oneOf(APPEAL_STATUSES).nullable(),
        toStatus: oneOf(APPEAL_STATUSES).nullable(),
        actorKind: oneOf(HISTORY_ACTOR_KINDS),
        actorName: p.string(),
        account: p.string().nullable(),
        reason: p.text().nullable(),
        at: instant(),
    },
});
export class HistoryEntry extends HistoryEntrySchema.class {
}
HistoryEntrySchema.setClass(HistoryEntry);
export { HistoryEntrySchema };
