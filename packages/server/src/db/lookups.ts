import { sql } from 'kysely';
import { ANONYMOUS } from '../shared/actor.js';
import { rowsFor } from './acting.js';
import type { Orm } from './orm.js';

// The questions that are asked before anybody's rights are known. Each goes through a door of the database (walls/functions.ts) and is
// answered with no more than the caller compares or goes on with; everything else is read as the applicant of the appeal that was found.

/** An appeal by its number, for whoever knows its code. */
export async function appealByNumber(orm: Orm, number: string): Promise<{ id: string; codeHash: string; partnerId: string | null } | null> {
  const { rows: [row] } = await sql<{ id: string; codeHash: string; partnerId: string | null }>`
    select id, code_hash as "codeHash", partner_id as "partnerId" from appeal_by_number(${number})`.execute(rowsFor(orm, ANONYMOUS));
  return row ?? null;
}

/** The appeal that was sent with a client key by this partner, or by nobody's app. */
export async function appealByClientKey(orm: Orm, clientKey: string, partnerId: string | null): Promise<string | null> {
  return theId(sql`select appeal_by_client_key(${clientKey}, ${partnerId}::uuid) as id`.execute(rowsFor(orm, ANONYMOUS)));
}

/** The appeal whose answer a link is for, by the hash of the link's token or of what continues it. */
export async function appealByFeedbackLink(orm: Orm, hash: string): Promise<string | null> {
  return theId(sql`select appeal_by_feedback_link(${hash}) as id`.execute(rowsFor(orm, ANONYMOUS)));
}

/** The appeal whose promise a link asks about, by the hash of the link's token. */
export async function appealByPromiseLink(orm: Orm, hash: string): Promise<string | null> {
  return theId(sql`select appeal_by_promise_link(${hash}) as id`.execute(rowsFor(orm, ANONYMOUS)));
}

async function theId(found: Promise<{ rows: unknown[] }>): Promise<string | null> {
  return (await found).rows.map((row) => (row as { id: string | null }).id)[0] ?? null;
}
