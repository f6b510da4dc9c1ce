export { ExplanationQueries, type ExplanationRow, type ItemRow } from './explanation.queries.js';
export { RatingComputation } from './rating.computation.js';
export { RatingQueries, type RatingRow } from './rating.queries.js';
export type { EntryRow } from './rating.rows.js';
