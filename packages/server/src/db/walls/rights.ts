import type { Tables } from '../orm.js';
import { APPEAL, APPLICANT, ATTACHMENT, BULK_MOVE, BULK_MOVE_ITEM, CAMPAIGN, FEEDBACK_LINK, HISTORY, HISTORY_HEAD, HISTORY_TEXT, MAIL, MODELS, NOTE, ofAppeal, PARTNERS, SAVED_VIEW, SYSTEM_ALONE, TEMPLATE, type Wall } from './policies.js';

type Right = 'select' | 'insert' | 'update' | 'delete';

/** What the server's role may do with a table, and the wall that stands in it; null where every row is everybody's. */
export interface TableRights {
  readonly rights: readonly Right[];
  readonly wall: Wall | null;
}

const READ = ['select'] as const;
const APPEND = ['select', 'insert'] as const;
const WRITE = ['select', 'insert', 'update'] as const;
const EVERYTHING = ['select', 'insert', 'update', 'delete'] as const;

const table = (rights: readonly Right[], wall: Wall | null = null): TableRights => ({ rights, wall });

/**
 * Every table of ours: a new one without a line is a type error, and a test compares the list with the database. Nobody but the owner
 * changes or deletes history, and nobody but the import writes reference data.
 */
export const TABLES: Record<keyof Tables, TableRights> = {
  region: table(READ),
  topic: table(READ),
  calendar_day: table(READ),
  region_stage: table(READ),
  representative_body: table(READ),
  faction: table(READ),
  district: table(READ),
  deputy: table(READ),
  mandate: table(READ),
  deadline_policy: table(READ),
  retention_rule: table(READ),
  account: table(WRITE),
  invitation: table(WRITE),
  saved_view: table(EVERYTHING, SAVED_VIEW),
  calendar_feed: table(EVERYTHING, SYSTEM_ALONE),
  quota_window: table(EVERYTHING),
  appeal_number: table(WRITE),
  applicant: table(WRITE, APPLICANT),
  appeal: table(WRITE, APPEAL),
  question: table(EVERYTHING, ofAppeal('question.appeal_id')),
  notification_setting: table(EVERYTHING, SYSTEM_ALONE),
  digest_item: table(EVERYTHING, SYSTEM_ALONE),
  escalation: table(APPEND, ofAppeal('escalation.appeal_id')),
  presence: table(EVERYTHING, ofAppeal('presence.appeal_id')),
  kept_draft: table(EVERYTHING, ofAppeal('kept_draft.appeal_id')),
  undo_step: table(EVERYTHING, ofAppeal('undo_step.appeal_id')),
  message: table(APPEND, ofAppeal('message.appeal_id')),
  promise: table(WRITE, ofAppeal('promise.appeal_id')),
  note: table(APPEND, NOTE),
  attachment: table(EVERYTHING, ATTACHMENT),
  template: table(WRITE, TEMPLATE),
  answer_draft: table(EVERYTHING, ofAppeal('answer_draft.appeal_id')),
  history_entry: table(APPEND, HISTORY),
  history_text: table(APPEND, HISTORY_TEXT),
  history_head: table(WRITE, HISTORY_HEAD),
  feedback: table(WRITE, ofAppeal('feedback.appeal_id')),
  feedback_link: table(WRITE, FEEDBACK_LINK),
  mail: table(WRITE, MAIL),
  partner: table(WRITE, PARTNERS),
  partner_key: table(WRITE, PARTNERS),
  partner_usage_day: table(WRITE, PARTNERS),
  webhook: table(EVERYTHING, PARTNERS),
  webhook_delivery: table(EVERYTHING, PARTNERS),
  search_entry: table(READ, ofAppeal('search_entry.appeal_id')),
  // Of every region's appeals: only what an appeal within the walls has is ever told of it (functions.ts).
  search_word: table([]),
  rating_snapshot: table(['select', 'insert', 'delete']),
  rating_entry: table(['select', 'insert', 'delete']),
  suggestion: table(WRITE, ofAppeal('suggestion.appeal_id')),
  suggestion_model: table(WRITE, MODELS),
  bulk_move: table(EVERYTHING, BULK_MOVE),
  bulk_move_item: table(EVERYTHING, BULK_MOVE_ITEM),
  campaign: table(APPEND, CAMPAIGN),
  campaign_member: table(EVERYTHING, ofAppeal('campaign_member.appeal_id')),
  campaign_split: table(EVERYTHING, ofAppeal('campaign_split.appeal_id')),
  appeal_print: table(EVERYTHING, ofAppeal('appeal_print.appeal_id')),
};

/** What the server's role may do with better-auth's tables: who somebody is, and when they were last here; no password, no token. */
export const AUTH_RIGHTS: readonly string[] = [
  'select on auth."user"',
  'update ("lastSeenAt") on auth."user"',
  'select ("userId", "providerId", "accountId") on auth.account',
  'select (id, "userId", "createdAt", "updatedAt", "expiresAt") on auth.session',
  'update ("updatedAt") on auth.session',
];
