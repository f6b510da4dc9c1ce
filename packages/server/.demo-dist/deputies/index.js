export { DEPUTY_COLUMNS, DeputiesQueries, searchable, toDeputy } from './deputies.queries.js';
