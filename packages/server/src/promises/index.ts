export { PromisesQueries } from './promises.queries.js';
export { PromisesService } from './promises.service.js';
