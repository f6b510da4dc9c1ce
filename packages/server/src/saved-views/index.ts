export { SavedViewsQueries } from './saved-views.queries.js';
export { SavedViewsService } from './saved-views.service.js';
