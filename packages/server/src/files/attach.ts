import { sql } from 'kysely';
import { rowsOf, type Em } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { hashOf } from '../shared/ids.js';
import { Refusal, refuse } from '../shared/refusal.js';

interface Letter {
  appealId: string;
  /** Null: the letter that the appeal is. */
  messageId: string | null;
}

/**
 * Attaches uploads to a letter, in the transaction that writes it. Each is taken by whoever uploaded it alone, and once.
 * @param actor who uploaded: the caller, whoever the transaction acts for
 * @param uploads the secrets that the uploads gave; left out, nothing is attached
 * @param max the setting FILES_PER_LETTER
 * @returns how many were attached
 * @throws Refusal FILES_TOO_MANY, UPLOAD_UNKNOWN
 */
export async function attachUploads(em: Em, actor: Actor, uploads: readonly string[] | null | undefined, { appealId, messageId }: Letter, at: Date, max: number): Promise<number> {
  const hashes = [...new Set(uploads ?? [])].map(hashOf);
  if (hashes.length === 0) return 0;
  if (hashes.length > max) throw new Refusal('FILES_TOO_MANY', 'attachments', { max, count: hashes.length });
  const account = actor.kind === 'STAFF' ? actor.accountId : null;
  const partner = actor.kind === 'PARTNER' ? actor.partnerId : null;
  const { rows } = await sql<{ hash: string }>`
    select t.token_hash as hash from attach_uploads(${hashes}::text[], ${appealId}::uuid, ${messageId}::uuid, ${account}::text, ${partner}::uuid, ${at}::timestamptz) as attached (id)
      join attachment t on t.id = attached.id`.execute(rowsOf(em));
  if (rows.length === hashes.length) return rows.length;
  const { rows: found } = await sql<{ hash: string }>`select token_hash as hash from attachment where appeal_id = ${appealId} and token_hash = any(${hashes}::text[])`.execute(rowsOf(em));
  const taken = new Set(found.map(({ hash }) => hash));
  refuse([...new Set(uploads)].flatMap((upload, i) => (taken.has(hashOf(upload)) ? [] : [new Refusal('UPLOAD_UNKNOWN', `attachments.${i}`)])));
  return rows.length;
}

/**
 * What came with messages that are taken back waits to be attached again, by the same secrets, for another day. In the transaction of a
 * job's rights: files of an appeal are let go by nobody else.
 */
export async function detachUploads(em: Em, messageIds: readonly string[], at: Date): Promise<void> {
  if (messageIds.length === 0) return;
  await rowsOf(em).updateTable('attachment').where('message_id', 'in', [...messageIds]).set({ appeal_id: null, message_id: null, attached_at: null, created_at: at }).execute();
}
