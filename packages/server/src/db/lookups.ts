import { rowsFor } from './acting.js';
import type { Orm } from './orm.js';
import { SYSTEM } from '../shared/actor.js';

// The questions that are asked before anybody's rights are known. Each answers with no more than the caller compares or goes on with;
// everything else is read as the applicant of the appeal that was found.

/** An appeal by its number, for whoever knows its code. */
export async function appealByNumber(orm: Orm, number: string): Promise<{ id: string; codeHash: string } | null> {
  return await rowsFor(orm, SYSTEM).selectFrom('appeal').where('number', '=', number).select(['id', 'code_hash as codeHash']).executeTakeFirst() ?? null;
}

/** The appeal that was sent with a client key. */
export async function appealByClientKey(orm: Orm, clientKey: string): Promise<string | null> {
  const row = await rowsFor(orm, SYSTEM).selectFrom('appeal').where('client_key', '=', clientKey).select('id').executeTakeFirst();
  return row?.id ?? null;
}

/** The appeal whose answer a link is for, by the hash of the link's token or of what continues it. */
export async function appealByFeedbackLink(orm: Orm, hash: string): Promise<string | null> {
  const row = await rowsFor(orm, SYSTEM).selectFrom('feedback_link as l').innerJoin('message as m', 'm.id', 'l.answer_id')
    .where((eb) => eb.or([eb('l.token_hash', '=', hash), eb('l.continuation_hash', '=', hash)])).select('m.appeal_id').executeTakeFirst();
  return row?.appeal_id ?? null;
}
