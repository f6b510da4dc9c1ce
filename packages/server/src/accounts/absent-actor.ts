import { sql } from 'kysely';
import type { Config } from '../config.js';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM, type Role, type StaffActor } from '../shared/actor.js';

/** A job has no session; whoever it acts for is asked for anew each time. */
const NO_SESSION = { sessionId: '', sessionExpiresAt: new Date(0) };

/**
 * The person for whom a job does what they asked for, with the rights of this moment; null when the account was closed meanwhile.
 */
export async function absentActor(orm: Orm, accountId: string, config: Pick<Config, 'aideMaySign'>): Promise<StaffActor | null> {
  const { rows: [account] } = await sql<{ role: Role; name: string; email: string; regions: string[]; deputy_id: string | null }>`
    select a.role, a.name, u.email, a.regions, a.deputy_id from account a join auth."user" u on u.id = a.id where a.id = ${accountId} and a.deactivated_at is null`
    .execute(rowsFor(orm, SYSTEM));
  return account ? {
    kind: 'STAFF', accountId, ...NO_SESSION, name: account.name, email: account.email, role: account.role, regions: account.regions, deputyId: account.deputy_id,
    signsForDeputy: account.role === 'AIDE' && config.aideMaySign,
  } : null;
}
