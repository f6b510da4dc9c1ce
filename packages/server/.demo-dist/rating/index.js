export { ExplanationQueries } from './explanation.queries.js';
export { RatingComputation } from './rating.computation.js';
export { RatingQueries } from './rating.queries.js';
