import type { AccountFilter, AccountState, InvitationFilter, InvitationState, Role } from '../../gql/schema';
import type { Tone } from '../../ui/tone';

export const ROLES = ['ADMINISTRATOR', 'ANALYST', 'COORDINATOR', 'MODERATOR', 'DEPUTY', 'AIDE'] as const satisfies readonly Role[];
export const ACCOUNT_STATES = ['ACTIVE', 'DEACTIVATED'] as const satisfies readonly AccountState[];
export const INVITATION_STATES = ['WAITING', 'EXPIRED', 'ACCEPTED', 'REVOKED'] as const satisfies readonly InvitationState[];
export const INVITATION_TONE: Record<InvitationState, Tone> = { WAITING: 'waiting', EXPIRED: 'warning', ACCEPTED: 'good', REVOKED: 'quiet' };

/** The address of the list of accounts. */
export interface AccountSearch {
  search?: string;
  role?: Role[];
  region?: string[];
  state?: AccountState;
  invite?: true;
  after?: string;
  page?: number;
}

/** What the address asks the server for. */
export function accountFilter({ search, role, region, state }: AccountSearch): AccountFilter {
  return { ...(search && { search }), ...(role && { role }), ...(region && { regionCode: region }), ...(state && { state }) };
}

/** The address of the list of invitations. */
export interface InvitationSearch {
  search?: string;
  state?: InvitationState;
  invite?: true;
  after?: string;
  page?: number;
}

/** What the address asks the server for. */
export function invitationFilter({ search, state }: InvitationSearch): InvitationFilter {
  return { ...(search && { search }), ...(state && { state }) };
}
