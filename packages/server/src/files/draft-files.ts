import { sql } from 'kysely';
import { rowsOf, type Em } from '../db/orm.js';
import type { StaffActor } from '../shared/actor.js';
import { hashOf } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { Refusal } from '../shared/refusal.js';
import { takeUploads } from './attach.js';

interface Place {
  appealId: string;
  /** The unsent answer that they stay with; null: the draft that is being written. */
  keptDraftId: string | null;
}

/** Takes uploads of this person into a draft, behind what is there. @returns the hashes of those that were taken */
async function take(em: Em, author: StaffActor, hashes: readonly string[], { appealId, keptDraftId }: Place, behind: number, at: Date): Promise<Set<string>> {
  const { rows } = await sql<{ hash: string }>`
    select hash from attach_to_draft(${[...hashes]}::text[], ${appealId}::uuid, ${keptDraftId}::uuid, ${author.accountId}::text, ${behind}::int, ${at}::timestamptz) as taken (hash)`.execute(rowsOf(em));
  return new Set(rows.map(({ hash }) => hash));
}

/**
 * Puts uploads into the draft of an answer, which is there; what stands in it already is left as it is, and is no second file.
 * @param max the setting FILES_PER_LETTER
 * @throws Refusal FILES_TOO_MANY, UPLOAD_UNKNOWN
 */
export async function attachToDraft(em: Em, author: StaffActor, appealId: string, uploads: readonly string[], at: Date, max: number): Promise<void> {
  const standing = await rowsOf(em).selectFrom('attachment').where('draft_id', '=', appealId).select(['token_hash as hash', 'position', 'state']).execute();
  const there = new Set(standing.map(({ hash }) => hash));
  const count = standing.filter(({ state }) => state !== 'INFECTED').length;
  const behind = Math.max(0, ...standing.map(({ position }) => position));
  await takeUploads(uploads, { there, count, max }, (hashes) => take(em, author, hashes, { appealId, keptDraftId: null }, behind, at));
}

/** Takes one file out of the draft, for good; the store follows by a job. @returns false: it does not stand there */
export async function removeFromDraft(em: Em, appealId: string, attachmentId: string): Promise<boolean> {
  const gone = await rowsOf(em).deleteFrom('attachment').where('id', '=', attachmentId).where('draft_id', '=', appealId).returning('id').execute();
  if (gone.length > 0) await addJob(em, 'remove_files', { attachmentIds: [attachmentId] });
  return gone.length > 0;
}

/** Leaves uploads with an answer that was not sent, as many as a letter takes; what is not this person's any more is left out, since the words matter more. */
export async function keepWithDraft(em: Em, author: StaffActor, appealId: string, keptDraftId: string, uploads: readonly string[], at: Date, max: number): Promise<void> {
  const { count } = await rowsOf(em).selectFrom('attachment').where('kept_draft_id', '=', keptDraftId).select((eb) => eb.fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
  await take(em, author, [...new Set(uploads.map(hashOf))].slice(0, Math.max(0, max - Number(count))), { appealId, keptDraftId }, Number(count), at);
}

/**
 * Sends what stands in the draft with the message; what the scanner refused stays behind.
 * @param seen the files that the signature is given for; left out, whatever stands there
 * @returns the hashes of what was sent
 * @throws Refusal DRAFT_FILES_CHANGED
 */
export async function sendDraftFiles(em: Em, { appealId, messageId }: { appealId: string; messageId: string }, seen: readonly string[] | null | undefined, at: Date): Promise<ReadonlySet<string>> {
  const db = rowsOf(em);
  const standing = await db.selectFrom('attachment').where('draft_id', '=', appealId).where('state', 'in', ['READY', 'SCANNING']).select(['id', 'token_hash as hash']).orderBy('position').orderBy('id').execute();
  const ids = standing.map(({ id }) => id);
  if (seen && (new Set(seen).size !== ids.length || !seen.every((id) => ids.includes(id)))) throw new Refusal('DRAFT_FILES_CHANGED', 'draftAttachments');
  if (ids.length > 0) await sql`update attachment set draft_id = null, appeal_id = ${appealId}, message_id = ${messageId}, position = array_position(${ids}::uuid[], id), attached_at = ${at}
    where id = any (${ids}::uuid[])`.execute(db);
  return new Set(standing.map(({ hash }) => hash));
}

/**
 * What came with an answer that is taken back stands in its draft again, which is there. In the transaction of a job's rights: files of an
 * appeal are let go by nobody else.
 */
export async function returnToDraft(em: Em, appealId: string, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await rowsOf(em).updateTable('attachment').where('message_id', 'in', [...messageIds]).set({ appeal_id: null, message_id: null, draft_id: appealId }).execute();
}
