import { sql } from 'kysely';
import { isDeputySide, seesWholeCountry } from '../shared/actor.js';
import { FORMULA } from './formula.model.js';
import { seesBottom } from './rating.policy.js';
const NOTHING = sql `false`;
const EVERYTHING = sql `true`;
const NOT_AT_BOTTOM = sql `(e.state = 'FEW_DATA' or (e.output->>'aboveMean')::float8 > ${FORMULA.tierC}::float8)`;
/** The territory of the actor over `rating_entry as e`: regions of the staff, the own body of a deputy. */
export function territoryOf(actor) {
    if (actor.kind === 'SYSTEM')
        return EVERYTHING;
    if (actor.kind !== 'STAFF')
        return NOTHING;
    if (seesWholeCountry(actor))
        return EVERYTHING;
    if (!isDeputySide(actor))
        return sql `e.region_code = any(${[...actor.regions]})`;
    return actor.deputyId
        ? sql `e.body_id in (select m.body_id from mandate m where m.deputy_id = ${actor.deputyId} and m.is_current)`
        : NOTHING;
}
/** The wall of every list and count of entries (alias `e`). Says the same as `canSeeEntry`; a test compares the two over every role. */
export function entriesVisibleTo(actor) {
    const territory = territoryOf(actor);
    if (seesBottom(actor))
        return territory;
    if (actor.kind === 'STAFF' && isDeputySide(actor) && actor.deputyId) {
        return sql `(e.deputy_id = ${actor.deputyId} or (${territory} and ${NOT_AT_BOTTOM}))`;
    }
    return sql `(${territory} and ${NOT_AT_BOTTOM})`;
}
