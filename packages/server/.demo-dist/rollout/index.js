export { RolloutQueries } from './rollout.queries.js';
