export { datedPromises } from './dated-promises.js';
export { HintsQueries } from './hints.queries.js';
export { TemplatesQueries } from './templates.queries.js';
export { TemplatesService } from './templates.service.js';
