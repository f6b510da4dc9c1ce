import type { StaffActor } from '../shared/actor.js';

/** Campaigns are joined, split and accepted by those who moderate; which appeals, each of them is asked. */
export const canModerateCampaigns = ({ role }: StaffActor): boolean => role === 'MODERATOR' || role === 'COORDINATOR' || role === 'ADMINISTRATOR';

/** The deputy signs the one answer for many. */
export const canAnswerCampaigns = ({ role }: StaffActor): boolean => role === 'DEPUTY';
