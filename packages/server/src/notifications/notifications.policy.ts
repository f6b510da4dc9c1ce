import type { Actor } from '../shared/actor.js';

/** Letters to applicants of all regions stand in the outbox, so it is the administrator's alone. */
export const canReadOutbox = (actor: Actor): boolean => actor.kind === 'STAFF' && actor.role === 'ADMINISTRATOR';
