import { sql, type Expression, type SqlBool } from 'kysely';
import { isDeputySide, seesWholeCountry, type Actor } from '../shared/actor.js';
import { FORMULA } from './formula.model.js';
import { seesBottom } from './rating.policy.js';

const NOTHING = sql<SqlBool>`false`;
const EVERYTHING = sql<SqlBool>`true`;
const NOT_AT_BOTTOM = sql<SqlBool>`(e.state = 'FEW_DATA' or (e.output->>'aboveMean')::float8 > ${FORMULA.tierC}::float8)`;

/** The territory of the actor over `rating_entry as e`: regions of the staff, the own body of a deputy. */
export function territoryOf(actor: Actor): Expression<SqlBool> {
  if (actor.kind === 'SYSTEM') return EVERYTHING;
  if (actor.kind !== 'STAFF') return NOTHING;
  if (seesWholeCountry(actor)) return EVERYTHING;
  if (!isDeputySide(actor)) return sql<SqlBool>`e.region_code = any(${[...actor.regions]})`;
  return actor.deputyId
    ? sql<SqlBool>`e.body_id in (select m.body_id from mandate m where m.deputy_id = ${actor.deputyId} and m.is_current)`
    : NOTHING;
}

/** The wall of every list and count of entries (alias `e`). Says the same as `canSeeEntry`; a test compares the two over every role. */
export function entriesVisibleTo(actor: Actor): Expression<SqlBool> {
  const territory = territoryOf(actor);
  if (seesBottom(actor)) return territory;
  if (actor.kind === 'STAFF' && isDeputySide(actor) && actor.deputyId) {
    return sql<SqlBool>`(e.deputy_id = ${actor.deputyId} or (${territory} and ${NOT_AT_BOTTOM}))`;
  }
  return sql<SqlBool>`(${territory} and ${NOT_AT_BOTTOM})`;
}
