/** How well a version does on decisions that were held back from it; shares from 0 to 1, null where nothing was held back. */
export interface Figures {
  readonly topics: { readonly count: number; readonly first: number | null; readonly amongThree: number | null; readonly byTopic: readonly TopicFigure[] };
  readonly kinds: { readonly count: number; readonly right: number | null };
  readonly reasons: { readonly count: number; readonly precision: number | null; readonly recall: number | null };
  /** Versions of before urgency was learned have none. */
  readonly urgency?: UrgencyFigures;
}

export interface UrgencyFigures {
  readonly count: number;
  /** Of those, urgent ones. */
  readonly urgent: number;
  /** Of the urgent ones, the share that was found; and what the rules alone find. */
  readonly recall: number | null;
  readonly rulesRecall: number | null;
  /** Of the letters that gave an alarm, the share that is urgent. */
  readonly precision: number | null;
}

export interface TopicFigure {
  readonly code: string;
  readonly count: number;
  /** How many were right the first time. */
  readonly first: number;
}

/** A version that is so much worse than the one in use on the same letters is stored, but not used. */
const WORSE = 0.03;
/** Urgent letters more than the one in use passes over; one of a few is chance. */
const MISSES = 2;

/** Whether a version is worse than the one in use: it guesses fewer topics, or passes over urgent letters. */
export function isWorse(now: Figures, before: Figures): boolean {
  if (now.topics.first !== null && now.topics.first < (before.topics.first ?? 0) - WORSE) return true;
  const lost = (before.urgency?.recall ?? 0) - (now.urgency?.recall ?? 0);
  return lost > WORSE && Math.round(lost * (now.urgency?.urgent ?? 0)) >= MISSES;
}
