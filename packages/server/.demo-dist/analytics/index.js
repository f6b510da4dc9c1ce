export { AttentionQueries } from './attention.queries.js';
