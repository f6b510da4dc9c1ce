import { sql, type Expression, type SqlBool } from 'kysely';
import { isDeputySide, seesWholeCountry, type Actor } from '../shared/actor.js';

const NOTHING = sql<SqlBool>`false`;

/**
 * The wall of every list, search and count: which appeals (alias `a`) the actor may see. Says the same as `canRead`;
 * a test compares the two over every role.
 */
export function visibleTo(actor: Actor): Expression<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  if (actor.kind !== 'STAFF') return NOTHING;
  if (seesWholeCountry(actor)) return sql<SqlBool>`true`;
  if (isDeputySide(actor)) return actor.deputyId ? sql<SqlBool>`((a.deputy_id = ${actor.deputyId} and a.registered_on is not null) or (a.forwarded_to_id = ${actor.deputyId} and a.status = 'FORWARDED'))` : NOTHING;
  return actor.regions.length === 1
    ? sql<SqlBool>`a.region_code = ${actor.regions[0]!}`
    : sql<SqlBool>`a.region_code = any(${[...actor.regions]})`;
}
