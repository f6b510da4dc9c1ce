import type { InvitationState } from './invitation.entity.js';

/** Why a link cannot be used any more. */
export const REASON_OF_STATE: Record<Exclude<InvitationState, 'WAITING'>, string> = {
  ACCEPTED: 'INVITATION_USED', EXPIRED: 'INVITATION_EXPIRED', REVOKED: 'INVITATION_REVOKED',
};
