import { sql } from 'kysely';
import { isDeputySide, seesWholeCountry } from '../shared/actor.js';
const NOTHING = sql `false`;
/**
 * The wall of every list, search and count: which appeals (alias `a`) the actor may see. Says the same as `canRead`;
 * a test compares the two over every role.
 */
export function visibleTo(actor) {
    if (actor.kind === 'SYSTEM')
        return sql `true`;
    if (actor.kind !== 'STAFF')
        return NOTHING;
    if (seesWholeCountry(actor))
        return sql `true`;
    if (isDeputySide(actor))
        return actor.deputyId ? sql `(a.deputy_id = ${actor.deputyId} and a.registered_on is not null)` : NOTHING;
    return actor.regions.length === 1
        ? sql `a.region_code = ${actor.regions[0]}`
        : sql `a.region_code = any(${[...actor.regions]})`;
}
