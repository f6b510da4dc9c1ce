import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v5 } from 'uuid';
import type { Appeal } from '../appeals/appeal.entity.js';
import type { AppealMove, AppealStatus } from '../appeals/appeal.lifecycle.js';
import type { Em } from '../db/orm.js';
import { rowsOf } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { newId } from '../shared/ids.js';
import { appended, digestOfText, GENESIS, type ChainedEntry, type ChainHead } from './chain.js';
import type { HistoryActorKind, HistoryEvent } from './history-entry.entity.js';
import { appealStream, type Stream } from './streams.js';

/** How an actor stands in the record: in which role and under what name. */
export function recordedActor(actor: Actor): { actorKind: HistoryActorKind; actorName: string; account: string | null } {
  switch (actor.kind) {
    case 'STAFF': return { actorKind: actor.role, actorName: actor.name, account: actor.accountId };
    case 'PARTNER': return { actorKind: 'PARTNER', actorName: actor.name, account: null };
    case 'SYSTEM': return { actorKind: 'SYSTEM', actorName: 'Система', account: null };
    case 'UNSECURED': return { actorKind: actor.role, actorName: actor.name, account: actor.accountId };
    case 'APPLICANT':
    case 'ANONYMOUS': return { actorKind: 'APPLICANT', actorName: 'Заявитель', account: null };
  }
}

/** What happened, as it goes on record. */
export interface Happened {
  event: HistoryEvent;
  move?: AppealMove | null;
  from?: AppealStatus | null;
  to?: AppealStatus | null;
  /** A code of the product, kept for good: never what a person typed. */
  reason?: Uppercase<string> | null;
  /** What a person wrote, or anything else that may hold personal data: it can be erased, and the chain stays whole. */
  text?: string | null;
}

/** A move or another event of an appeal, in the transaction of the change itself. */
export const record = (em: Em, appeal: Appeal, actor: Actor, at: Date, happened: Omit<Happened, 'to'>): Promise<void> =>
  recordIn(em, appealStream(appeal.id), actor, at, { ...happened, to: happened.move ? appeal.status : null });

/**
 * One entry at the end of a stream, in the transaction of the change itself: two statements, however long the stream is. Appends to
 * one stream wait for each other at its head until the transaction ends; so where an appeal is locked too, it is locked first.
 */
export async function recordIn(em: Em, stream: Stream, actor: Actor, at: Date, happened: Happened): Promise<void> {
  if (!await append(em, stream, actor, at, happened, newId())) throw new Error('an entry of history with this id is there already');
}

/** The same for what is put on record once: of all who say it with the same words for `once`, the first makes the entry. */
export async function recordOnceIn(em: Em, stream: Stream, actor: Actor, at: Date, happened: Happened, once: string): Promise<void> {
  await append(em, stream, actor, at, happened, onceId(stream, once));
}

/** The id of an entry that is made once: whoever has it may ask whether it is there. */
export const onceId = (stream: Stream, once: string): string => v5(`${stream} ${once}`, ONCE);
const ONCE = 'b1c9a2f4-5d0e-5b7a-9c3d-2f6e8a7b4c10';

/** @returns false when an entry of this id was there already */
async function append(em: Em, stream: Stream, actor: Actor, at: Date, happened: Happened, id: string): Promise<boolean> {
  const db = rowsOf(em);
  const { rows: [head] } = await sql<ChainHead>`
    insert into history_head as h (stream, position, hash) values (${stream}, 0, ${GENESIS})
    on conflict (stream) do update set stream = h.stream returning position, hash`.execute(db);
  const who = recordedActor(actor);
  // What PostgreSQL would replace must be replaced before it is hashed.
  const text = happened.text?.toWellFormed() ?? null;
  const salt = text === null ? null : randomBytes(16).toString('base64url');
  const entry: ChainedEntry = {
    stream, position: head!.position + 1, id, event: happened.event, move: happened.move ?? null, fromStatus: happened.from ?? null,
    toStatus: happened.to ?? null, actorKind: who.actorKind, actorName: who.actorName.toWellFormed(), account: who.account,
    reason: happened.reason ?? null, textDigest: salt === null ? null : digestOfText(salt, text!), at,
  };
  const { hash } = appended(entry, head!);
  const { numAffectedRows } = await sql`
    with entry as (
      insert into history_entry (id, stream, position, event, move, from_status, to_status, actor_kind, actor_name, account, reason, text_digest, at, prev_hash, hash)
      values (${id}, ${stream}, ${entry.position}, ${entry.event}, ${entry.move}, ${entry.fromStatus}, ${entry.toStatus}, ${entry.actorKind},
        ${entry.actorName}, ${entry.account}, ${entry.reason}, ${entry.textDigest}, ${at}, ${head!.hash}, ${hash})
      on conflict (id) do nothing returning id
    ), words as (
      insert into history_text (entry_id, salt, text) select id, ${salt}::text, ${text}::text from entry where ${salt}::text is not null
    )
    update history_head set position = ${entry.position}, hash = ${hash} where stream = ${stream} and exists (select from entry)`.execute(db);
  return numAffectedRows === 1n;
}
