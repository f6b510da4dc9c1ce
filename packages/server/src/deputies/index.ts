export { DEPUTY_COLUMNS, DeputiesQueries, searchable, toDeputy, type DeputyColumns, type DeputyRow } from './deputies.queries.js';
