/**
 * Deadlines that explain themselves (rules §2): policy + calendar → a day, and the steps that led to it.
 * Pure: no clock, no database. Days are those of the region's time zone.
 */
import { addDays, daysBetween, localDay, localHour } from '../shared/day.js';
export { addDays, daysBetween, localDay, startOfLocalDay } from '../shared/day.js';
/** The rule that a deadline comes from. */
export const DEADLINE_RULES = [
    'REGISTRATION', 'FORWARDING', 'ANSWER', 'CLARIFICATION', 'FIRST_REACTION', 'FEEDBACK_WINDOW', 'FEEDBACK_REMINDER', 'REOPENING',
];
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
};
/** The default of rules §2; reopening and the hour of night are our own settings, the law has none. */
export const DEFAULT_POLICY = {
    code: 'default-2019', validFrom: '2019-03-20', unit: 'CALENDAR', start: 'NEXT', onHoliday: 'PRECEDING',
    registrationDays: 3, forwardDays: 7, answerDays: 30, extensionDays: 30, clarificationDays: 3, firstReactionWorkingDays: 3,
    feedbackWindowDays: 30, feedbackReminderDays: 14, reopenDays: 30, reopenTimes: 2, nightFromHour: 22,
};
/**
 * Rule → start → raw date → pause → extension → day off, in this order. Pause and extension are added to the raw date and only
 * the end is moved off a day off, so that n days of either count as exactly n days of the policy's unit before that one move.
 */
function deadline({ rule, event, days, policy, calendar, pausedDays = 0, extensionDays = 0 }) {
    for (const count of [days, pausedDays, extensionDays]) {
        if (!Number.isSafeInteger(count) || count < 0)
            throw new RangeError(`not a number of days: ${count}`);
    }
    const { unit, start } = policy;
    const add = (from, count) => unit === 'WORKING' && calendar ? calendar.addWorkingDays(from, count) : addDays(from, count);
    const uncounted = start === 'NEXT' ? event : addDays(event, -1);
    const first = add(uncounted, 1);
    const steps = [
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
    if (moved)
        steps.push(moved);
    return { dueOn: moved?.day ?? day, steps };
}
/** A short period inside long holidays would end before it began; then the following working day is taken, whatever the policy says. */
function moveOffDayOff(day, first, policy, calendar) {
    const because = calendar.reasonOf(day);
    if (!because)
        return null;
    const preceding = calendar.previousWorkingDay(day);
    const direction = policy === 'PRECEDING' && preceding >= first ? 'PRECEDING' : 'FOLLOWING';
    const to = direction === 'PRECEDING' ? preceding : calendar.nextWorkingDay(day);
    return { code: 'MOVED', day: to, params: { from: day, because, name: calendar.nameOf(day), direction } };
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
export function answerDeadline({ registeredOn, policy, calendar, extensionDays, pausedDays: paused }) {
    return deadline({ rule: 'ANSWER', event: registeredOn, days: policy.answerDays, policy, calendar, extensionDays, pausedDays: paused });
}
/** How many days the deadline may still be extended: once, by at most the policy's days (art. 12.2). */
export function maxExtension(policy, alreadyExtendedDays) {
    return alreadyExtendedDays > 0 ? 0 : policy.extensionDays;
}
/** Days that the clock stood still, from the day of the question to the day of the clarification, in the policy's unit. */
export function pausedDays(askedOn, clarifiedOn, policy, calendar) {
    if (clarifiedOn <= askedOn)
        return 0;
    return policy.unit === 'WORKING' ? calendar.workingDaysBetween(askedOn, clarifiedOn) : daysBetween(askedOn, clarifiedOn);
}
/** Until when a received appeal must be registered (art. 8.2). @param receivedOn what `registrationDay` gives */
export function registrationDeadline(receivedOn, policy, calendar, paused = 0) {
    return deadline({ rule: 'REGISTRATION', event: receivedOn, days: policy.registrationDays, policy, calendar, pausedDays: paused });
}
/** Until when an appeal outside the deputy's competence must be forwarded and the applicant told (art. 8.3). */
export function forwardDeadline(registeredOn, policy, calendar) {
    return deadline({ rule: 'FORWARDING', event: registeredOn, days: policy.forwardDays, policy, calendar });
}
/** Own target, shown and not law: the deputy's first reaction, always in working days after registration. */
export function firstReactionDeadline(registeredOn, policy, calendar) {
    const working = { ...policy, unit: 'WORKING', start: 'NEXT' };
    return deadline({ rule: 'FIRST_REACTION', event: registeredOn, days: policy.firstReactionWorkingDays, policy: working, calendar });
}
/** Periods of the applicant: calendar days from the day after, never cut short by a holiday. */
function applicantPeriod(rule, event, days, policy) {
    return deadline({ rule, event, days, policy: { ...policy, unit: 'CALENDAR', start: 'NEXT' }, calendar: null });
}
/** The last day on which the applicant may clarify; on the day after, the appeal lapses. */
export function clarificationDeadline(askedOn, policy) {
    return applicantPeriod('CLARIFICATION', askedOn, policy.clarificationDays, policy);
}
/** The last day on which an answer can be marked. @param answeredOn the day the answer was delivered */
export function feedbackWindowEnd(answeredOn, policy) {
    return applicantPeriod('FEEDBACK_WINDOW', answeredOn, policy.feedbackWindowDays, policy);
}
/** The day on which an applicant who gave no mark is reminded. */
export function feedbackReminder(answeredOn, policy) {
    return applicantPeriod('FEEDBACK_REMINDER', answeredOn, policy.feedbackReminderDays, policy);
}
/** The last day on which the applicant may reopen the appeal. */
export function reopenDeadline(answeredOn, policy) {
    return applicantPeriod('REOPENING', answeredOn, policy.reopenDays, policy);
}
/**
 * The working day on which a receipt counts: a receipt at night or on a day off, on the next working day (rules §2).
 * One night is one receipt day: late on Monday (from the policy's `nightFromHour`) and before dawn on Tuesday both give Tuesday.
 * @param timeZone the region's IANA time zone
 */
export function registrationDay(receivedAt, timeZone, calendar, policy = DEFAULT_POLICY) {
    const day = localDay(receivedAt, timeZone);
    const lateEvening = localHour(receivedAt, timeZone) >= policy.nightFromHour;
    return lateEvening || calendar.isDayOff(day) ? calendar.nextWorkingDay(day) : day;
}
