import type { Actor } from '../shared/actor.js';

/** Partners, their keys and webhooks are the administrator's alone: a key opens a door to every region. */
export const canAdministerPartners = (actor: Actor): boolean => actor.kind === 'STAFF' && actor.role === 'ADMINISTRATOR';

export type KeyState = 'ACTIVE' | 'ROTATED' | 'EXPIRED' | 'REVOKED';
export const KEY_STATES: readonly KeyState[] = ['ACTIVE', 'ROTATED', 'EXPIRED', 'REVOKED'];

interface KeyFacts {
  revokedAt: Date | null;
  expiresAt: Date | null;
  successor: string | null;
}

/** A rotated key works beside its successor until it expires. */
export function keyState({ revokedAt, expiresAt, successor }: KeyFacts, now: Date): KeyState {
  if (revokedAt !== null) return 'REVOKED';
  if (expiresAt !== null && expiresAt <= now) return 'EXPIRED';
  return successor === null ? 'ACTIVE' : 'ROTATED';
}

/** Why a key does not open the door; null when it does. */
export function refusalOfKey(key: KeyFacts, suspendedAt: Date | null, now: Date): 'KEY_REVOKED' | 'KEY_EXPIRED' | 'PARTNER_SUSPENDED' | null {
  const state = keyState(key, now);
  if (state === 'REVOKED') return 'KEY_REVOKED';
  if (state === 'EXPIRED') return 'KEY_EXPIRED';
  return suspendedAt === null ? null : 'PARTNER_SUSPENDED';
}
