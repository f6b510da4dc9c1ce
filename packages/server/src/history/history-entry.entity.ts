import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { APPEAL_MOVES, APPEAL_STATUSES } from '../appeals/appeal.lifecycle.js';

/** Who stands behind an event. */
export const HISTORY_ACTOR_KINDS = ['MODERATOR', 'COORDINATOR', 'ADMINISTRATOR', 'ANALYST', 'DEPUTY', 'AIDE', 'APPLICANT', 'PARTNER', 'SYSTEM'] as const;
export type HistoryActorKind = (typeof HISTORY_ACTOR_KINDS)[number];

/** What is put on record; MOVE is every move of an appeal. */
export const HISTORY_EVENTS = [
  'MOVE', 'MOVE_UNDONE', 'APPEAL_OPENED', 'CONTACTS_OPENED', 'ORIGINAL_OPENED', 'NOTE_ADDED', 'FEEDBACK_GIVEN', 'COMMENT_MODERATED', 'APPEALS_HANDED_OVER', 'DATA_EXPORTED', 'DATA_ERASED',
  'ACCOUNT_INVITED', 'INVITATION_REVOKED', 'ACCOUNT_CREATED', 'ACCOUNT_CHANGED', 'ACCOUNT_DEACTIVATED', 'ACCOUNT_REACTIVATED', 'TWO_FACTOR_ENABLED',
  'TWO_FACTOR_DISABLED', 'PASSWORD_RESET', 'PARTNER_CREATED', 'PARTNER_CHANGED', 'PARTNER_SUSPENDED', 'PARTNER_RESUMED', 'KEY_CREATED', 'KEY_ROTATED',
  'KEY_REVOKED', 'WEBHOOK_CREATED', 'WEBHOOK_CHANGED', 'WEBHOOK_DELETED', 'PROMISE_ASKED', 'PROMISE_REPORTED', 'APPEALS_EXPORTED', 'ESCALATED', 'CALENDAR_LINKED', 'CALENDAR_UNLINKED', 'CAMPAIGN_JOINED',
  'CAMPAIGN_LEFT', 'BULK_MOVE_STARTED', 'MARKED_URGENT', 'URGENCY_REMOVED',
] as const;
export type HistoryEvent = (typeof HISTORY_EVENTS)[number];

/** Sorted by bytes: the same order on every server, for verify and for whoever compares digests. */
export const streamColumn = () => p.string().collation('C');
/** SHA-256 in base64url. */
const hash = () => p.string().columnType('char(43)');

const HistoryEntrySchema = defineEntity({
  name: 'HistoryEntry',
  comment: 'Append-only, chained by hash within a stream: who did what, when, why, from and to (rules §1, docs/adr/0010)',
  uniques: [{ properties: ['stream', 'position'] }],
  indexes: [{ properties: ['appeal', 'position'] }],
  // One that forbids TRUNCATE is in the migration alone: the schema tool cannot read it back.
  triggers: [{ name: 'history_is_append_only', timing: 'before', events: ['update', 'delete'],
    body: "raise exception 'history_entry is append-only'" }],
  properties: {
    id: id(),
    stream: streamColumn().comment("What it is the history of: 'appeal:<id>', 'account:<id>', 'partner:<id>', 'personal:<id>'"),
    appeal: p.uuid().name('appeal_id').nullable().generated(`(CASE WHEN ((stream)::text ~~ 'appeal:%'::text) THEN (substr((stream)::text, 8))::uuid ELSE NULL::uuid END) stored`)
      .comment('The appeal of an appeal stream; without a foreign key, for the record outlives what it is about'),
    position: p.integer().comment('1, 2, 3 … within the stream'),
    event: oneOf(HISTORY_EVENTS),
    move: oneOf(APPEAL_MOVES).nullable(),
    fromStatus: oneOf(APPEAL_STATUSES).nullable(),
    toStatus: oneOf(APPEAL_STATUSES).nullable(),
    actorKind: oneOf(HISTORY_ACTOR_KINDS),
    actorName: p.string(),
    account: p.string().nullable(),
    reason: p.string().nullable().comment('A code; words of people are in history_text'),
    textDigest: hash().nullable().comment('Salted digest of the words in history_text, which stays when they are erased'),
    at: instant(),
    prevHash: hash().comment('The hash of the entry before; 43 «A» before the first'),
    hash: hash().comment('Over everything above and the hash before (history/chain.ts)'),
  },
});
export class HistoryEntry extends HistoryEntrySchema.class {}
HistoryEntrySchema.setClass(HistoryEntry);
export { HistoryEntrySchema };
