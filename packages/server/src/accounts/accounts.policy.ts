import type { Actor, Role } from '../shared/actor.js';

/** Where an account works, or an invited one would, with the region of its deputy. */
export interface ScopeFacts {
  readonly role: Role;
  readonly regions: readonly string[];
  readonly deputyRegion: string | null;
}

/** What of an account decides who may see and change it. */
export interface AccountFacts extends ScopeFacts {
  readonly id: string;
}

const isDeputySide = (role: Role): boolean => role === 'DEPUTY' || role === 'AIDE';

/** Who works with accounts at all: the administrator with all, a coordinator with those of own regions. */
export const canListAccounts = (actor: Actor): boolean => actor.kind === 'STAFF' && (actor.role === 'ADMINISTRATOR' || actor.role === 'COORDINATOR');

/** Whether an account (or invitation) of this scope lies within what the actor may look at. A test compares it with `accountsVisibleTo`. */
export const canSeeScope = (actor: Actor, { regions, deputyRegion }: ScopeFacts): boolean => {
  if (actor.kind !== 'STAFF') return false;
  if (actor.role === 'ADMINISTRATOR') return true;
  return actor.role === 'COORDINATOR'
    && (regions.some((code) => actor.regions.includes(code)) || (deputyRegion !== null && actor.regions.includes(deputyRegion)));
};

/** Everyone sees the own account. */
export const canSeeAccount = (actor: Actor, account: AccountFacts): boolean =>
  canSeeScope(actor, account) || (actor.kind === 'STAFF' && actor.accountId === account.id);

/** The administrator hands out every role; a coordinator those of deputies and aides in own regions; nobody else any. */
export const canGrant = (actor: Actor, scope: ScopeFacts): boolean => {
  if (actor.kind !== 'STAFF') return false;
  if (actor.role === 'ADMINISTRATOR') return true;
  return actor.role === 'COORDINATOR' && isDeputySide(scope.role) && scope.deputyRegion !== null && actor.regions.includes(scope.deputyRegion);
};

/** Whom one may have invited, one may change, but never oneself: nobody raises the own rights or locks the own door by a slip. */
export const canChange = (actor: Actor, account: AccountFacts): boolean =>
  canGrant(actor, account) && !(actor.kind === 'STAFF' && actor.accountId === account.id);

/** The same for taking an account out of use and back; that an administrator is left is checked under a lock. */
export const canDeactivate = canChange;
