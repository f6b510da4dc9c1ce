import type { Day } from '../shared/day.js';
import { Refusal } from '../shared/refusal.js';
import type { Appeal } from './appeal.entity.js';
import type { AppealStatus } from './appeal.lifecycle.js';
import { answerDeadline, reopenDeadline, type DeadlinePolicy } from './deadline.js';
import type { WorkCalendar } from './work-calendar.js';

/** Whether the applicant may reopen today, until when, and how often still (rules §1: the policy's days, the policy's times). */
export type Reopening = { readonly left: number; readonly by: Day | null } & ({ readonly allowed: true } | { readonly allowed: false; readonly refusal: Refusal });

export function reopeningOf(
  { status, answeredOn, reopenedTimes }: { status: AppealStatus; answeredOn: Day | null; reopenedTimes: number }, policy: DeadlinePolicy, today: Day,
): Reopening {
  const left = Math.max(0, policy.reopenTimes - reopenedTimes);
  const by = answeredOn === null ? null : reopenDeadline(answeredOn, policy).dueOn;
  if (by === null || (status !== 'ANSWERED' && status !== 'CLOSED')) return { allowed: false, left, by, refusal: new Refusal('MOVE_NOT_ALLOWED') };
  if (left === 0) return { allowed: false, left, by, refusal: new Refusal('REOPENED_TOO_OFTEN', null, { max: policy.reopenTimes }) };
  if (today > by) return { allowed: false, left, by, refusal: new Refusal('REOPEN_TOO_LATE', null, { days: policy.reopenDays }) };
  return { allowed: true, left, by };
}

/** A new round: its deadline is counted like that of the first answer, from the day of reopening. */
export function reopened(appeal: Appeal, move: 'REOPEN' | 'REOPEN_BY_STAFF', on: Day, policy: DeadlinePolicy, calendar: WorkCalendar, at: Date): void {
  appeal.reopen(move, { on, dueOn: answerDeadline({ registeredOn: on, policy, calendar }).dueOn }, at);
}
