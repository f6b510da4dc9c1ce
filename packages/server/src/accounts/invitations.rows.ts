import { sql } from 'kysely';
import { rowsOf, type Em } from '../db/orm.js';

/** What a person may not answer for any more must not bring anybody in. @returns their ids */
export async function revokeInvitationsOf(em: Em, accountId: string, now: Date): Promise<string[]> {
  const rows = await rowsOf(em).updateTable('invitation').set({ revoked_at: now })
    .where('invited_by', '=', accountId).where('accepted_at', 'is', null).where('revoked_at', 'is', null).returning('id').execute();
  return rows.map(({ id }) => id);
}

/** The account that this e-mail signs in to, active or not; null when there is none. */
export async function accountIdByEmail(em: Em, email: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select a.id from auth."user" u join account a on a.id = u.id where u.email = ${email}`.execute(rowsOf(em));
  return rows[0]?.id ?? null;
}
