import type { StaffActor } from '../shared/actor.js';

/** Versions and their figures: for whoever decides by the suggestions, and for those who answer for the whole. */
export const canSeeModels = ({ role }: StaffActor): boolean => role === 'MODERATOR' || role === 'COORDINATOR' || role === 'ADMINISTRATOR' || role === 'ANALYST';
