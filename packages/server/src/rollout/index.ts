export { RolloutQueries, type RolloutRow } from './rollout.queries.js';
