/**
 * Deadlines that explain themselves (rules §2): policy + calendar → a day, and the steps that led to it.
 * Pure: no clock, no database. Days are those of the region's time zone.
 */
import { addDays, daysBetween, localDay, localHour } from '../shared/day.js';
import type { Day } from '../shared/day.js';
import type { EscalationLadder } from './escalation.lifecycle.js';
import type { DayOffReason, WorkCalendar } from './work-calendar.js';

export { addDays, daysBetween, localDay, startOfLocalDay } from '../shared/day.js';
export type { Day } from '../shared/day.js';

/** The rule that a deadline comes from. */
export const DEADLINE_RULES = [
  'REGISTRATION', 'FORWARDING', 'ANSWER', 'CLARIFICATION', 'FIRST_REACTION', 'FEEDBACK_WINDOW', 'FEEDBACK_REMINDER', 'REOPENING',
] as const;
export type DeadlineRule = (typeof DEADLINE_RULES)[number];

/** Where a rule is written: an article of federal law 59-ФЗ, the practice of «Наш город», our own target or setting. */
export const RULE_SOURCES = {
  REGISTRATION: 'FZ59_8_2',
  FORWARDING: 'FZ59_8_3',
  ANSWER: 'FZ59_12_1',
  CLARIFICATION: 'PRACTICE',
  FIRST_REACTION: 'OWN_TARGET',
  FEEDBACK_WINDOW: 'OWN_SETTING',
  FEEDBACK_REMINDER: 'OWN_SETTING',
  REOPENING: 'OWN_SETTING',
  EXTENSION: 'FZ59_12_2',
} as const satisfies Record<DeadlineRule | 'EXTENSION', string>;
export type RuleSource = (typeof RULE_SOURCES)[keyof typeof RULE_SOURCES];

/**
 * The service policy: data, versioned by date; an appeal keeps the one that it was registered under (rules §2).
 * Whether the law binds a deputy is disputed and it is silent about the unit and the start, hence settings.
 */
export interface DeadlinePolicy {
  /** Which policy this is, kept on each appeal. */
  readonly code: string;
  /** The first day on which appeals are registered under it. */
  readonly validFrom: Day;
  /** Whether days of a period are calendar or working ones. */
  readonly unit: 'CALENDAR' | 'WORKING';
  /** Whether the day of the event is counted: NEXT starts on the day after, SAME on the day itself. */
  readonly start: 'NEXT' | 'SAME';
  /** Where a deadline goes that falls on a day off. */
  readonly onHoliday: 'PRECEDING' | 'FOLLOWING';
  /** Registered within this many days after receipt. */
  readonly registrationDays: number;
  /** Forwarded, and the applicant told, within this many days after registration. */
  readonly forwardDays: number;
  /** Answered within this many days after registration. */
  readonly answerDays: number;
  /** Extended once by at most this many days. */
  readonly extensionDays: number;
  /** The applicant is waited for this many calendar days when asked to clarify. */
  readonly clarificationDays: number;
  /** Own target for the first human reaction of a deputy, working days. */
  readonly firstReactionWorkingDays: number;
  /** The applicant can mark an answer for this many calendar days. */
  readonly feedbackWindowDays: number;
  /** Reminded of the mark after this many calendar days. */
  readonly feedbackReminderDays: number;
  /** The applicant can reopen within this many calendar days after the answer. */
  readonly reopenDays: number;
  /** The applicant can reopen at most this many times. */
  readonly reopenTimes: number;
  /** A receipt at or after this local hour is counted on the next working day; the hours after midnight on the day that begins. */
  readonly nightFromHour: number;
  /** Whom reminders of the deadline go to, and when; left out: `DEFAULT_LADDER`. */
  readonly escalations?: EscalationLadder;
}

/** The default of rules §2; reopening and the hour of night are our own settings, the law has none. */
export const DEFAULT_POLICY: DeadlinePolicy = {
  code: 'default-2019', validFrom: '2019-03-20', unit: 'CALENDAR', start: 'NEXT', onHoliday: 'PRECEDING',
  registrationDays: 3, forwardDays: 7, answerDays: 30, extensionDays: 30, clarificationDays: 3, firstReactionWorkingDays: 3,
  feedbackWindowDays: 30, feedbackReminderDays: 14, reopenDays: 30, reopenTimes: 2, nightFromHour: 22,
};

/** One reason for the date; `day` is where the calculation stands after it. Codes and numbers only: words are made on screen. */
export type DeadlineStep =
  | { readonly code: 'RULE'; readonly day: Day; readonly params: {
    readonly rule: DeadlineRule; readonly source: RuleSource; readonly days: number; readonly unit: DeadlinePolicy['unit'];
    readonly policy: string; } }
  | { readonly code: 'START'; readonly day: Day; readonly params: { readonly start: DeadlinePolicy['start']; readonly event: Day } }
  | { readonly code: 'RAW'; readonly day: Day; readonly params: { readonly days: number; readonly unit: DeadlinePolicy['unit'] } }
  | { readonly code: 'PAUSE'; readonly day: Day; readonly params: { readonly days: number; readonly unit: DeadlinePolicy['unit'] } }
  | { readonly code: 'EXTENSION'; readonly day: Day; readonly params: {
    readonly days: number; readonly unit: DeadlinePolicy['unit']; readonly source: RuleSource; } }
  | { readonly code: 'MOVED'; readonly day: Day; readonly params: {
    readonly from: Day; readonly because: DayOffReason; readonly name: string | null; readonly direction: DeadlinePolicy['onHoliday']; } };

/** A deadline and why it is this day. */
export interface Deadline {
  /** The last day in time. */
  readonly dueOn: Day;
  readonly steps: readonly DeadlineStep[];
}

interface Period {
  readonly rule: DeadlineRule;
  /** The day of the event that the period is counted from. */
  readonly event: Day;
  readonly days: number;
  readonly policy: Pick<DeadlinePolicy, 'code' | 'unit' | 'start' | 'onHoliday'>;
  /** Null leaves the date on a day off: those are days of the applicant, who writes on Sundays. */
  readonly calendar: WorkCalendar | null;
  readonly pausedDays?: number;
  readonly extensionDays?: number;
}

/**
 * Rule → start → raw date → pause → extension → day off, in this order. Pause and extension are added to the raw date and only
 * the end is moved off a day off, so that n days of either count as exactly n days of the policy's unit before that one move.
 */
function deadline({ rule, event, days, policy, calendar, pausedDays = 0, extensionDays = 0 }: Period): Deadline {
  for (const count of [days, pausedDays, extensionDays]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`);
  }
  const { unit, start } = policy;
  const add = (from: Day, count: number): Day =>
    unit === 'WORKING' && calendar ? calendar.addWorkingDays(from, count) : addDays(from, count);
  const uncounted = start === 'NEXT' ? event : addDays(event, -1);
  const first = add(uncounted, 1);
  const steps: DeadlineStep[] = [
    { code: 'RULE', day: event, params: { rule, source: RULE_SOURCES[rule], days, unit, policy: policy.code } },
    { code: 'START', day: first, params: { start, event } },
  ];
  let day = days === 0 ? event : add(uncounted, days);
  steps.push({ code: 'RAW', day, params: { days, unit } });
  if (pausedDays > 0) {
    day = add(day, pausedDays);
    steps.push({ code: 'PAUSE', day, params: { days: pausedDays, unit } });
  }
  if (extensionDays > 0) {
    day = add(day, extensionDays);
    steps.push({ code: 'EXTENSION', day, params: { days: extensionDays, unit, source: RULE_SOURCES.EXTENSION } });
  }
  const moved = calendar && moveOffDayOff(day, first, policy.onHoliday, calendar);
  if (moved) steps.push(moved);
  return { dueOn: moved?.day ?? day, steps };
}

/** A short period inside long holidays would end before it began; then the following working day is taken, whatever the policy says. */
function moveOffDayOff(day: Day, first: Day, policy: DeadlinePolicy['onHoliday'], calendar: WorkCalendar): DeadlineStep | null {
  const because = calendar.reasonOf(day);
  if (!because) return null;
  const preceding = calendar.previousWorkingDay(day);
  const direction = policy === 'PRECEDING' && preceding >= first ? 'PRECEDING' : 'FOLLOWING';
  const to = direction === 'PRECEDING' ? preceding : calendar.nextWorkingDay(day);
  return { code: 'MOVED', day: to, params: { from: day, because, name: calendar.nameOf(day), direction } };
}

/** What the answer's deadline is counted from. */
export interface AnswerDeadlineInput {
  readonly registeredOn: Day;
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkCalendar;
  /** Days of the extension, 0 when there is none; `maxExtension` says how many are allowed. */
  readonly extensionDays?: number;
  /** Days that the clock stood still for a clarification, in the policy's unit: see `pausedDays`. */
  readonly pausedDays?: number;
}

/**
 * When the answer is due (rules §2).
 *
 * The property «a pause of n days moves the date by n days» holds exactly for the date before it is moved off a day off, and so
 * - in the CALENDAR unit the result is that of an appeal registered n days later, and differs by exactly n days whenever neither
 *   date is a day off;
 * - in the WORKING unit, where n are working days and no date needs moving, the result differs by exactly n working days.
 * A deadline that kept n days to the letter would fall on Sundays.
 * @throws RangeError when a number of days is negative or no whole number
 */
export function answerDeadline({ registeredOn, policy, calendar, extensionDays, pausedDays: paused }: AnswerDeadlineInput): Deadline {
  return deadline({ rule: 'ANSWER', event: registeredOn, days: policy.answerDays, policy, calendar, extensionDays, pausedDays: paused });
}

/** How many days the deadline may still be extended: once, by at most the policy's days (art. 12.2). */
export function maxExtension(policy: DeadlinePolicy, alreadyExtendedDays: number): number {
  return alreadyExtendedDays > 0 ? 0 : policy.extensionDays;
}

/** Days that the clock stood still, from the day of the question to the day of the clarification, in the policy's unit. */
export function pausedDays(askedOn: Day, clarifiedOn: Day, policy: DeadlinePolicy, calendar: WorkCalendar): number {
  if (clarifiedOn <= askedOn) return 0;
  return policy.unit === 'WORKING' ? calendar.workingDaysBetween(askedOn, clarifiedOn) : daysBetween(askedOn, clarifiedOn);
}

/** Until when a received appeal must be registered (art. 8.2). @param receivedOn what `registrationDay` gives */
export function registrationDeadline(receivedOn: Day, policy: DeadlinePolicy, calendar: WorkCalendar, paused = 0): Deadline {
  return deadline({ rule: 'REGISTRATION', event: receivedOn, days: policy.registrationDays, policy, calendar, pausedDays: paused });
}

/** Until when an appeal outside the deputy's competence must be forwarded and the applicant told (art. 8.3). */
export function forwardDeadline(registeredOn: Day, policy: DeadlinePolicy, calendar: WorkCalendar): Deadline {
  return deadline({ rule: 'FORWARDING', event: registeredOn, days: policy.forwardDays, policy, calendar });
}

/** Own target, shown and not law: the deputy's first reaction, always in working days after registration. */
export function firstReactionDeadline(registeredOn: Day, policy: DeadlinePolicy, calendar: WorkCalendar): Deadline {
  const working = { ...policy, unit: 'WORKING', start: 'NEXT' } as const;
  return deadline({ rule: 'FIRST_REACTION', event: registeredOn, days: policy.firstReactionWorkingDays, policy: working, calendar });
}

/**
 * The last day of registration whose first reaction is overdue today: whoever was registered then or earlier and has not reacted is late.
 * The target falls on a working day, so it lies before today when it is no later than the working day before today.
 */
export function lastLateForFirstReaction(today: Day, policy: Pick<DeadlinePolicy, 'firstReactionWorkingDays'>, calendar: WorkCalendar): Day {
  const count = policy.firstReactionWorkingDays;
  if (count === 0) return addDays(today, -1);
  return addDays(calendar.addWorkingDays(calendar.previousWorkingDay(today), 1 - count), -1);
}

/** Periods of the applicant: calendar days from the day after, never cut short by a holiday. */
function applicantPeriod(rule: DeadlineRule, event: Day, days: number, policy: DeadlinePolicy): Deadline {
  return deadline({ rule, event, days, policy: { ...policy, unit: 'CALENDAR', start: 'NEXT' }, calendar: null });
}

/** The last day on which the applicant may clarify; on the day after, the appeal lapses. */
export function clarificationDeadline(askedOn: Day, policy: DeadlinePolicy): Deadline {
  return applicantPeriod('CLARIFICATION', askedOn, policy.clarificationDays, policy);
}

/** The last day on which an answer can be marked. @param answeredOn the day the answer was delivered */
export function feedbackWindowEnd(answeredOn: Day, policy: DeadlinePolicy): Deadline {
  return applicantPeriod('FEEDBACK_WINDOW', answeredOn, policy.feedbackWindowDays, policy);
}

/** The day on which an applicant who gave no mark is reminded. */
export function feedbackReminder(answeredOn: Day, policy: DeadlinePolicy): Deadline {
  return applicantPeriod('FEEDBACK_REMINDER', answeredOn, policy.feedbackReminderDays, policy);
}

/** The last day on which the applicant may reopen the appeal. */
export function reopenDeadline(answeredOn: Day, policy: DeadlinePolicy): Deadline {
  return applicantPeriod('REOPENING', answeredOn, policy.reopenDays, policy);
}

/**
 * The working day on which a receipt counts: a receipt at night or on a day off, on the next working day (rules §2).
 * One night is one receipt day: late on Monday (from the policy's `nightFromHour`) and before dawn on Tuesday both give Tuesday.
 * @param timeZone the region's IANA time zone
 */
export function registrationDay(receivedAt: Date, timeZone: string, calendar: WorkCalendar, policy: DeadlinePolicy = DEFAULT_POLICY): Day {
  const day = localDay(receivedAt, timeZone);
  const lateEvening = localHour(receivedAt, timeZone) >= policy.nightFromHour;
  return lateEvening || calendar.isDayOff(day) ? calendar.nextWorkingDay(day) : day;
}
