import { sql, type Expression, type SqlBool } from 'kysely';
import type { Actor } from '../shared/actor.js';

const MAX_SEARCH = 200;

/** The wall of lists of accounts and invitations (alias `a`, their deputy `d`). Says the same as `canSeeScope`; a test compares the two. */
export function accountsVisibleTo(actor: Actor): Expression<SqlBool> {
  if (actor.kind !== 'STAFF') return sql<SqlBool>`false`;
  if (actor.role === 'ADMINISTRATOR') return sql<SqlBool>`true`;
  if (actor.role !== 'COORDINATOR') return sql<SqlBool>`false`;
  const regions = [...actor.regions];
  return sql<SqlBool>`(a.regions && ${regions}::text[] or coalesce(d.region_code = any(${regions}::text[]), false))`;
}

/** A pattern for «contains», or null for an empty search. */
export function containing(search: string | null | undefined): string | null {
  const text = (search ?? '').trim().slice(0, MAX_SEARCH);
  return text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
}
