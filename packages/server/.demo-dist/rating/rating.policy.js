import { isDeputySide } from '../shared/actor.js';
import { coversRegion } from '../shared/allow.js';
import { FORMULA } from './formula.model.js';
/**
 * The bottom of the rating: tier C, and whoever would be there with more data. A figure that is too uncertain for a league must
 * not expose a deputy whom the league would protect.
 */
export const isAtBottom = ({ state, aboveMean }) => state !== 'FEW_DATA' && aboveMean <= FORMULA.tierC;
/** «The bottom is shown to the deputy and the coordinator only» (rules §4); administrator and analyst answer for the whole. */
export const seesBottom = (actor) => actor.kind === 'SYSTEM' || (actor.kind === 'STAFF' && ['COORDINATOR', 'ADMINISTRATOR', 'ANALYST'].includes(actor.role));
const isOwn = (actor, entry) => actor.kind === 'STAFF' && isDeputySide(actor) && actor.deputyId !== null && actor.deputyId === entry.deputyId;
/** @param ownBodyId the body of the deputy whom a deputy's or aide's account belongs to */
export function canSeeEntry(actor, ownBodyId, entry) {
    if (actor.kind === 'SYSTEM' || isOwn(actor, entry))
        return true;
    if (actor.kind !== 'STAFF')
        return false;
    const within = isDeputySide(actor) ? ownBodyId !== null && ownBodyId === entry.bodyId : coversRegion(actor, entry.regionCode);
    return within && (seesBottom(actor) || !isAtBottom(entry));
}
/** How a figure came about, down to the single appeal: for the deputy and the aide, and for the staff of the territory. */
export const canExplain = (actor, ownBodyId, entry) => canSeeEntry(actor, ownBodyId, entry) && (actor.kind !== 'STAFF' || !isDeputySide(actor) || isOwn(actor, entry));
