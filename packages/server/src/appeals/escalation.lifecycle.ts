/**
 * The ladder of reminders about an answer's deadline (pure): whom a reminder goes to, and how many calendar days before the deadline,
 * after it when negative.
 */
import { addDays, type Day } from '../shared/day.js';

/** Whom a step reminds, in the order of the ladder. */
export const ESCALATION_STEPS = ['DEPUTY', 'AIDE', 'COORDINATOR'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/** Days before the deadline, per step; a step without a number is not made. */
export type EscalationLadder = Readonly<Partial<Record<EscalationStep, number>>>;

/** Our own default, no law: the deputy five days ahead, the aide two, the coordinator on the first day late. */
export const DEFAULT_LADDER: EscalationLadder = { DEPUTY: 5, AIDE: 2, COORDINATOR: -1 };

/** The last deadline whose step is made by today: an appeal due on it or sooner is reminded of. Null for a step that the ladder lacks. */
export function dueBy(ladder: EscalationLadder, step: EscalationStep, today: Day): Day | null {
  const days = ladder[step];
  return days === undefined ? null : addDays(today, days);
}
