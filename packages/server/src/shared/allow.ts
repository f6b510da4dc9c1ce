import { isDeputySide, type Actor, type PartnerActor, type SignedIn, type StaffActor } from './actor.js';
import { Failure, forbidden, unauthenticated } from './failures.js';

/** Goes on when the policy said yes. */
export function allow(permitted: boolean): void {
  if (!permitted) throw forbidden();
}

/** The person who works here: UNAUTHENTICATED for others, FORBIDDEN with TWO_FACTOR_REQUIRED while the second factor is missing. */
export function staff(actor: Actor): StaffActor {
  if (actor.kind === 'UNSECURED') throw new Failure('FORBIDDEN', 'TWO_FACTOR_REQUIRED');
  if (actor.kind !== 'STAFF') throw unauthenticated();
  return actor;
}

/** The person of the session, also before the second factor is set up; UNAUTHENTICATED without a session. For what is one's own. */
export function signedIn(actor: Actor): SignedIn {
  if (actor.kind !== 'STAFF' && actor.kind !== 'UNSECURED') throw unauthenticated();
  return actor;
}

/** The partner's app that calls with a key, or UNAUTHENTICATED. */
export function keyed(actor: Actor): PartnerActor {
  if (actor.kind !== 'PARTNER') throw unauthenticated();
  return actor;
}

/** Whether a row of this region lies within the actor's territory; deputies and aides have none. */
export const coversRegion = (actor: StaffActor, regionCode: string): boolean =>
  actor.role === 'ADMINISTRATOR' || actor.role === 'ANALYST' || (!isDeputySide(actor) && actor.regions.includes(regionCode));
