import { isDeputySide, type StaffActor } from '../shared/actor.js';

/** The board compares deputies, so it is for staff of the region and the whole country; deputies have their own page. */
export const canReadBoard = (actor: StaffActor): boolean => !isDeputySide(actor);
