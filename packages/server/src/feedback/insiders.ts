import { sql } from 'kysely';
import type { Db } from '../db/orm.js';
import type { Vault } from '../shared/vault.js';

/** Contacts whose marks count as one: of the staff, and of each deputy with the deputy's accounts (aides too), as contact hashes. */
export interface Insiders {
  readonly staff: ReadonlySet<string>;
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
}

export async function readInsiders(db: Db, vault: Vault): Promise<Insiders> {
  const { rows } = await sql<{ email: string; deputy_id: string | null }>`
    select u.email, a.deputy_id from auth."user" u join account a on a.id = u.id
    union all select d.email, d.id from deputy d where d.email is not null`.execute(db);
  const staff = new Set<string>();
  const own = new Map<string, Set<string>>();
  for (const { email, deputy_id: deputyId } of rows) {
    const hash = vault.contactHash(email, null);
    if (deputyId === null) staff.add(hash);
    else own.set(deputyId, (own.get(deputyId) ?? new Set()).add(hash));
  }
  return { staff, own };
}
