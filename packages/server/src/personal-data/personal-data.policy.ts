import type { Actor } from '../shared/actor.js';

/** A person is looked up by the contact, and erased at the person's wish, by the administrator alone (rules §6). */
export const canSearchPeople = (actor: Actor): boolean => actor.kind === 'STAFF' && actor.role === 'ADMINISTRATOR';

/** What the retention policy would anonymise tells nothing about anybody: the analyst may see it too. */
export const canSeeRetention = (actor: Actor): boolean => actor.kind === 'STAFF' && (actor.role === 'ADMINISTRATOR' || actor.role === 'ANALYST');
