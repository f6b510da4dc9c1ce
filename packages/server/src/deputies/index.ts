export { DEPUTY_MANDATE_COLUMNS, DEPUTY_OWN_COLUMNS, DeputiesQueries, searchable, toDeputy, type DeputyColumns, type DeputyRow } from './deputies.queries.js';
