export { AttentionQueries } from './attention.queries.js';
export { DeadlineBoardQueries } from './deadline-board.queries.js';
