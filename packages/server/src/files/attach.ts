import { sql } from 'kysely';
import { rowsOf, type Em } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { hashOf } from '../shared/ids.js';
import { Refusal, refuse } from '../shared/refusal.js';

interface Letter {
  appealId: string;
  /** Null: the letter that the appeal is. */
  messageId: string | null;
  /** Hashes of what it has already: these are no second files, and what is attached now stands behind them. */
  there?: ReadonlySet<string>;
}

/**
 * Attaches uploads to a letter, in the transaction that writes it. Each is taken by whoever uploaded it alone, and once.
 * @param actor who uploaded: the caller, whoever the transaction acts for
 * @param uploads the secrets that the uploads gave; left out, nothing is attached
 * @param max the setting FILES_PER_LETTER
 * @throws Refusal FILES_TOO_MANY, UPLOAD_UNKNOWN
 */
export async function attachUploads(em: Em, actor: Actor, uploads: readonly string[] | null | undefined, { appealId, messageId, there = new Set() }: Letter, at: Date, max: number): Promise<void> {
  const account = actor.kind === 'STAFF' ? actor.accountId : null;
  const partner = actor.kind === 'PARTNER' ? actor.partnerId : null;
  // The place in the list is the position, and no hash is empty.
  const behind = Array.from(there, () => '');
  await takeUploads(uploads ?? [], { there, count: there.size, max }, async (hashes) => {
    const { rows } = await sql`select from attach_uploads(${[...behind, ...hashes]}::text[], ${appealId}::uuid, ${messageId}::uuid, ${account}::text, ${partner}::uuid, ${at}::timestamptz)`.execute(rowsOf(em));
    if (rows.length === hashes.length) return new Set(hashes);
    const { rows: found } = await sql<{ hash: string }>`select token_hash as hash from attachment where appeal_id = ${appealId} and token_hash = any(${[...hashes]}::text[])`.execute(rowsOf(em));
    return new Set(found.map(({ hash }) => hash));
  });
}

/** What stands where uploads are to go: their hashes, and how many of them count. */
interface Standing {
  there: ReadonlySet<string>;
  count: number;
  /** The setting FILES_PER_LETTER. */
  max: number;
}

/**
 * The rule of every letter and draft: no more files than a letter has, each once, and none that is not there for whoever names it.
 * @param take takes those that do not stand there yet; gives back the hashes of those that do now
 * @throws Refusal FILES_TOO_MANY, UPLOAD_UNKNOWN
 */
export async function takeUploads(uploads: readonly string[], { there, count, max }: Standing, take: (hashes: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void> {
  const hashes = [...new Set(uploads.map(hashOf))].filter((hash) => !there.has(hash));
  if (hashes.length === 0) return;
  if (count + hashes.length > max) throw new Refusal('FILES_TOO_MANY', 'attachments', { max, count: count + hashes.length });
  const taken = await take(hashes);
  refuse(uploads.flatMap((upload, i) => (there.has(hashOf(upload)) || taken.has(hashOf(upload)) ? [] : [new Refusal('UPLOAD_UNKNOWN', `attachments.${i}`)])));
}
