import { isDeputySide } from './actor.js';
import { forbidden, unauthenticated } from './failures.js';
/** Goes on when the policy said yes. */
export function allow(permitted) {
    if (!permitted)
        throw forbidden();
}
/** The signed-in person, or UNAUTHENTICATED. */
export function staff(actor) {
    if (actor.kind !== 'STAFF')
        throw unauthenticated();
    return actor;
}
/** Whether a row of this region lies within the actor's territory; deputies and aides have none. */
export const coversRegion = (actor, regionCode) => actor.role === 'ADMINISTRATOR' || actor.role === 'ANALYST' || (!isDeputySide(actor) && actor.regions.includes(regionCode));
