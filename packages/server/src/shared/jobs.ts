import { sql } from 'kysely';
import { rowsOf, type Em } from '../db/orm.js';

/** Why personal data is erased. */
export type ErasureCause = 'ASKED_BY_APPLICANT' | 'ASKED_BY_ADMINISTRATOR' | 'RETENTION';

/** What the worker can do, with what it is given; each task has its file in the feature that it belongs to. */
export interface JobPayloads {
  /** Tells the applicant what happened. `code` is there once, for the first mail; the database keeps only its hash. `undo` is the way back that the news waited for. */
  appeal_news: { appealId: string; news: 'SUBMITTED' | 'CLARIFICATION_REQUEST' | 'REJECTED' | 'REGISTERED' | 'ANSWERED' | 'WITHDRAWN' | 'FEEDBACK_REMINDER' | 'FORWARDED_OUTSIDE' | 'EXTENDED' | 'DEPUTY_CHANGED' | 'REOPENED' | 'PROMISE_DUE'; messageId?: string; promiseId?: string; code?: string; undo?: string };
  /** Writes to somebody of the console. The token is the secret of the link; the database keeps its hash alone. */
  account_mail:
    | { mail: 'INVITATION'; invitationId: string; token: string }
    | { mail: 'PASSWORD_RESET'; accountId: string; token: string; expiresAt: string };
  /** Turns an appeal's new status into messages for the webhooks of the partner that submitted it. */
  partner_news: { appealId: string; status: string; at: string; undo?: string };
  /** Looks for whom a new appeal could go to. */
  look_at_appeal: { appealId: string };
  /** Looks whether a new appeal is one of many about one thing. */
  find_campaign: { appealId: string };
  /** Reads what waits for a moderator and was read by no version of the model or by an older one. */
  read_waiting: Record<string, never>;
  /** Teaches the model what moderators decided, and measures it. */
  train_suggestions: Record<string, never>;
  deliver_webhook: { deliveryId: string };
  /** Makes the steps of the ladder of reminders that are due. */
  escalate: Record<string, never>;
  /** Tells people of the console what happened to an appeal. `occasion` tells one such event from the next. */
  staff_news: { appealId: string; event: 'APPEAL_SUBMITTED' | 'APPEAL_NEW' | 'APPEAL_FORWARDED' | 'APPEAL_REOPENED' | 'ESCALATION'; occasion: string; step?: 'DEPUTY' | 'AIDE' | 'COORDINATOR'; undo?: string };
  send_digests: Record<string, never>;
  send_mail: { mailId: string };
  /** Anonymises appeals of one person; the pseudonym stands for that person from then on. */
  erase_applicant: { appealIds: string[]; pseudonym: string; cause: ErasureCause };
  /** Asks the virus scanner again about a file of which it gave no verdict. */
  scan_file: { attachmentId: string };
  /** Removes what is stored of attachments whose rows are gone. */
  remove_files: { attachmentIds: string[] };
  /** Removes what was uploaded and never attached. */
  forget_uploads: Record<string, never>;
  retention: Record<string, never>;
  lapse_clarifications: Record<string, never>;
  close_feedback_windows: Record<string, never>;
  compute_rating: Record<string, never>;
  ask_promises: Record<string, never>;
  forget_quotas: Record<string, never>;
  forget_deliveries: Record<string, never>;
  forget_undo_steps: Record<string, never>;
  /** Lets drafts of answers go whose appeals ended otherwise. */
  forget_drafts: Record<string, never>;
  /** Makes the next batch of a bulk move, or of its taking back. */
  run_bulk_move: { bulkMoveId: string };
  forget_bulk_moves: Record<string, never>;
  forget_presence: Record<string, never>;
  /** Takes words out of the search's list that no appeal has any more. */
  forget_words: Record<string, never>;
}
export type JobName = keyof JobPayloads;

/** A job that is added again under the same key before it ran replaces the one that waits. */
interface JobOptions {
  key?: string;
  /** Jobs of one queue run one after another. */
  queue?: string;
  runAt?: Date;
  /** Instead of `runAt`: a pause in milliseconds, by the clock of the queue. */
  afterMs?: number;
  /** 25 when left out. */
  maxAttempts?: number;
}

/** Adds a job with the transaction: no mail is lost in a crash and none is sent for a change that was rolled back. */
export async function addJob<N extends JobName>(em: Em, name: N, payload: JobPayloads[N], { key, queue, runAt, afterMs, maxAttempts }: JobOptions = {}): Promise<void> {
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${key ?? null}::text,
      coalesce(${runAt ?? null}::timestamptz, now() + ${afterMs ?? null}::float8 * interval '1 millisecond'), ${maxAttempts ?? null}::int, ${queue ?? null}::text)`
    .execute(rowsOf(em));
}

/** The rating follows answers and marks within seconds, and a burst of them costs one computation. */
const RATING_DELAY_MS = 2_000;

export const ratingSoon = (em: Em, now: Date): Promise<void> =>
  addJob(em, 'compute_rating', {}, { key: 'compute_rating', runAt: new Date(now.getTime() + RATING_DELAY_MS) });
