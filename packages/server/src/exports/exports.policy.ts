import type { Actor } from '../shared/actor.js';

/** Whoever has a list in the console may take it along; the walls of the list are those of the file. */
export const canExportAppeals = (actor: Actor): boolean => actor.kind === 'STAFF';
