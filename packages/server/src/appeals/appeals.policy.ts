import { isDeputySide, type Actor, type StaffActor } from '../shared/actor.js';
import { coversRegion } from '../shared/allow.js';
import { canMove, isOpen, LIFECYCLE, movesFrom, type ActorKind, type AppealMove, type AppealStatus } from './appeal.lifecycle.js';

/** What of an appeal decides who may do what. */
export interface AppealFacts {
  status: AppealStatus;
  regionCode: string;
  deputyId: string | null;
  registeredOn: string | null;
  forwardedOutside: boolean;
  /** The deputy who has yet to accept it. */
  forwardedToId: string | null;
}

/** A deputy sees an appeal from its registration on: moderation is not the deputy's business. */
const isTheirs = (actor: StaffActor, appeal: AppealFacts): boolean =>
  isDeputySide(actor) && actor.deputyId !== null && actor.deputyId === appeal.deputyId && appeal.registeredOn !== null;

/** Forwarded to this deputy, who has yet to say yes or no. */
const isOfferedTo = (actor: StaffActor, appeal: AppealFacts): boolean =>
  isDeputySide(actor) && actor.deputyId !== null && actor.deputyId === appeal.forwardedToId && appeal.status === 'FORWARDED';

export const canRead = (actor: Actor, appeal: AppealFacts): boolean =>
  actor.kind === 'SYSTEM' || (actor.kind === 'STAFF' && (coversRegion(actor, appeal.regionCode) || isTheirs(actor, appeal) || isOfferedTo(actor, appeal)));

/** Moderation of this appeal is the actor's job, whatever its status. */
export const canModerate = (actor: Actor, appeal: AppealFacts): boolean =>
  actor.kind === 'STAFF' && (actor.role === 'MODERATOR' || actor.role === 'COORDINATOR' || actor.role === 'ADMINISTRATOR')
  && coversRegion(actor, appeal.regionCode);

/** The urgent mark is for those who moderate, while the appeal still waits for something. */
export const canMarkUrgent = (actor: Actor, appeal: AppealFacts): boolean => canModerate(actor, appeal) && isOpen(appeal.status, appeal.forwardedOutside);

/** Working on the appeal: its deputy or that deputy's aide. */
export const canWorkOn = (actor: Actor, appeal: AppealFacts): boolean => actor.kind === 'STAFF' && isTheirs(actor, appeal);

/** The deputy signs; an aide prepares. */
export const canAnswer = (actor: Actor, appeal: AppealFacts): boolean => canMakeMove(actor, 'ANSWER', appeal);

export const canDraft = (actor: Actor, appeal: AppealFacts): boolean =>
  canWorkOn(actor, appeal) && canMove('ANSWER', appeal.status, 'DEPUTY', appeal.forwardedOutside);

/** Contacts are for the moderator and the addressee alone (rules §6); the analyst never sees them. */
export const canOpenContacts = (actor: Actor, appeal: AppealFacts): boolean => canModerate(actor, appeal) || canWorkOn(actor, appeal) || (actor.kind === 'STAFF' && isOfferedTo(actor, appeal));

/** Notes are for whoever works on the appeal: who moderates it, its deputy and aide, and the deputy whom it is offered to. The analyst reads appeals, not what colleagues say of people. */
export const canSeeNotes = (actor: Actor, appeal: AppealFacts): boolean => canModerate(actor, appeal) || canWorkOn(actor, appeal) || (actor.kind === 'STAFF' && isOfferedTo(actor, appeal));

/** A deputy's open work is handed over by those who answer for the region. */
export const canHandOver = (actor: Actor, regionCode: string): boolean =>
  actor.kind === 'STAFF' && (actor.role === 'ADMINISTRATOR' || (actor.role === 'COORDINATOR' && coversRegion(actor, regionCode)));

/** A partner sees the appeals that its apps submitted, and no other. */
export const isSubmittedBy = (actor: Actor, partnerId: string | null): boolean => actor.kind === 'PARTNER' && actor.partnerId === partnerId;

/** As which kind of actor of the table this one stands before this appeal; null when it is none of theirs. */
export function actorKindFor(actor: Actor, appeal: AppealFacts): ActorKind | null {
  if (actor.kind === 'SYSTEM') return 'SYSTEM';
  if (actor.kind === 'APPLICANT') return 'APPLICANT';
  if (actor.kind !== 'STAFF' || actor.role === 'ANALYST') return null;
  return canRead(actor, appeal) ? actor.role : null;
}

/** What only the deputy may do to whom it was forwarded, and nobody else of the deputies' side. */
const RECEIVERS_MOVES: readonly AppealMove[] = ['ACCEPT_FORWARDED', 'RETURN_FORWARDED'];

/** Whether the move is this actor's at all, whatever the status: the table speaks of roles, this of the two deputies of a forwarded appeal. */
export function isTheirMove(actor: Actor, move: AppealMove, appeal: AppealFacts): boolean {
  if (actor.kind !== 'STAFF' || !isDeputySide(actor)) return true;
  return RECEIVERS_MOVES.includes(move) ? isOfferedTo(actor, appeal) : isTheirs(actor, appeal);
}

/** As which kind of actor this one makes this move: an aide who may sign does so as the deputy would. */
export function kindForMove(actor: Actor, move: AppealMove, appeal: AppealFacts): ActorKind | null {
  const kind = actorKindFor(actor, appeal);
  return move === 'ANSWER' && kind === 'AIDE' && actor.kind === 'STAFF' && actor.signsForDeputy ? 'DEPUTY' : kind;
}

/** Why the actor cannot make this move: FORBIDDEN when it is never theirs, MOVE_NOT_ALLOWED when it is not possible now, null when nothing stands against it. */
export function whyNot(actor: Actor, move: AppealMove, appeal: AppealFacts): 'FORBIDDEN' | 'MOVE_NOT_ALLOWED' | null {
  const kind = kindForMove(actor, move, appeal);
  if (kind === null || !LIFECYCLE.some((rule) => rule.move === move && rule.by.includes(kind)) || !isTheirMove(actor, move, appeal)) return 'FORBIDDEN';
  return canMove(move, appeal.status, kind, appeal.forwardedOutside) ? null : 'MOVE_NOT_ALLOWED';
}

export function canMakeMove(actor: Actor, move: AppealMove, appeal: AppealFacts): boolean {
  return whyNot(actor, move, appeal) === null;
}

/** Moves that come with something else and are called by nobody: with feedback, with a deputy's whole work, with time. */
const NOT_CALLED: readonly AppealMove[] = ['HAND_OVER', 'CLOSE', 'LAPSE'];

/** What the actor may do now, in the table's order. */
export function availableMoves(actor: Actor, appeal: AppealFacts): AppealMove[] {
  return movesFrom(appeal.status, appeal.forwardedOutside)
    .filter((rule) => rule.by.some((kind) => kind === kindForMove(actor, rule.move, appeal)) && !NOT_CALLED.includes(rule.move) && isTheirMove(actor, rule.move, appeal))
    .map((rule) => rule.move);
}
