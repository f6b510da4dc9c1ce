import { addDays, daysBetween, type Day } from '../shared/day.js';

/**
 * OPEN until its day; ASKED once the applicant was asked; KEPT, PARTLY or BROKEN by the applicant's word; UNKNOWN when none came:
 * silence is never read as satisfaction.
 */
export const PROMISE_STATES = ['OPEN', 'ASKED', 'KEPT', 'PARTLY', 'BROKEN', 'UNKNOWN'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** What an applicant can say: «сделано / частично / нет». */
export const PROMISE_OUTCOMES = ['KEPT', 'PARTLY', 'BROKEN'] as const;
export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];

/** The most promises of one answer: more is a plan of works. */
export const MAX_PROMISES = 10;
/** How many days the applicant has to say it, from the day of the question. */
export const OUTCOME_DAYS = 30;
/** The hour of the applicant's region from which people are asked: nobody is woken by a mail. */
export const ASKING_HOUR = 9;
const MAX_YEARS = 5;

/** Whether a day can be promised today. @returns a code, or null when it can */
export function wrongPromiseDay(dueOn: Day, today: Day): 'PROMISE_DAY_PAST' | 'PROMISE_DAY_TOO_FAR' | null {
  if (dueOn < today) return 'PROMISE_DAY_PAST';
  return daysBetween(today, dueOn) > MAX_YEARS * 366 ? 'PROMISE_DAY_TOO_FAR' : null;
}

/** The last day on which the applicant may say it, or say it anew. */
export const outcomeBy = (askedOn: Day): Day => addDays(askedOn, OUTCOME_DAYS);
