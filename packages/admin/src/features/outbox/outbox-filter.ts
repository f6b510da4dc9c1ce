import type { MailKind, MailState, OutboxFilter } from '../../gql/schema';
import type { Tone } from '../../ui/tone';

export const MAIL_KINDS = [
  'SUBMITTED',
  'REGISTERED',
  'CLARIFICATION_REQUEST',
  'REJECTED',
  'WITHDRAWN',
  'FORWARDED_OUTSIDE',
  'EXTENDED',
  'DEPUTY_CHANGED',
  'REOPENED',
  'ANSWERED',
  'FEEDBACK_REMINDER',
  'INVITATION',
  'PASSWORD_RESET',
  'APPEAL_SUBMITTED',
  'APPEAL_NEW',
  'APPEAL_FORWARDED',
  'APPEAL_REOPENED',
  'ESCALATION',
  'DIGEST',
] as const satisfies readonly MailKind[];
export const MAIL_STATES = ['FAILED', 'WAITING', 'SENT', 'KEPT'] as const satisfies readonly MailState[];
export const STATE_TONE: Record<MailState, Tone> = { FAILED: 'danger', WAITING: 'waiting', SENT: 'good', KEPT: 'quiet' };

/** The address of the outbox; `mail` is the one that is open. */
export interface OutboxSearch {
  search?: string;
  kind?: MailKind[];
  state?: MailState;
  mail?: string;
  after?: string;
  page?: number;
}

/** What the address asks the server for. */
export function outboxFilter({ search, kind, state }: OutboxSearch): OutboxFilter {
  return { ...(search && { search }), ...(kind && { kind }), ...(state && { state }) };
}
