import type { BodyLevel } from '../deputies/body.entity.js';
import type { FORMULA } from './formula.model.js';

/** What a snapshot was made with. */
export interface SnapshotMethod {
  readonly formula: typeof FORMULA;
  readonly templateFrom: number;
  readonly exclusions: readonly string[];
  /** The score of a deputy who does as the others of the level do, 0 to 1; a level where nobody is rated is left out. */
  readonly levelMeans: Readonly<Partial<Record<BodyLevel, number>>>;
  /** Hash of all inputs: the same inputs make no new snapshot. */
  readonly digest: string;
}

/** A score as it is shown: 0 to 100 with one decimal. */
export function shownScore(score: number): number;
export function shownScore(score: number | null | undefined): number | null;
export function shownScore(score: number | null | undefined): number | null {
  return score === null || score === undefined ? null : Math.round(score * 1000) / 10;
}
