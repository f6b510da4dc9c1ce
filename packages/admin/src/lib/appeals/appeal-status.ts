import type { AppealStatus, DeadlineState } from '../../gql/schema';
import type { Tone } from '../../ui/tone';

/** What a status means to whoever works: waits for staff, for the deputy, for the applicant, or is over. */
export const STATUS_TONE: Record<AppealStatus, Tone> = {
  SUBMITTED: 'accent',
  CLARIFICATION: 'waiting',
  REJECTED: 'quiet',
  REGISTERED: 'accent',
  IN_PROGRESS: 'accent',
  FORWARDED: 'waiting',
  ANSWERED: 'good',
  REOPENED: 'warning',
  CLOSED: 'quiet',
  WITHDRAWN: 'quiet',
};

/** Late, today and at risk are the only colours that a deadline has; in time stays grey. */
export const DEADLINE_TONE: Record<DeadlineState, Tone> = { LATE: 'danger', TODAY: 'warning', AT_RISK: 'warning', IN_TIME: 'quiet' };

export const APPEAL_STATUSES = [
  'SUBMITTED',
  'CLARIFICATION',
  'REJECTED',
  'REGISTERED',
  'IN_PROGRESS',
  'FORWARDED',
  'ANSWERED',
  'REOPENED',
  'CLOSED',
  'WITHDRAWN',
] as const satisfies readonly AppealStatus[];
export const APPEAL_KINDS = ['PROPOSAL', 'APPLICATION', 'COMPLAINT', 'GRATITUDE'] as const;
export const DEADLINE_STATES = ['LATE', 'TODAY', 'AT_RISK', 'IN_TIME'] as const satisfies readonly DeadlineState[];
export const CHANNELS = ['PORTAL', 'PARTNER', 'STAFF'] as const;
export const QUESTION_RESULTS = ['EXPLAINED', 'MEASURES_TAKEN', 'SUPPORTED', 'NOT_SUPPORTED', 'FORWARDED', 'LEFT'] as const;
