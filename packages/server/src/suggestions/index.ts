export { CALM_WEIGHT, NONE, startCorpus, URGENT, type Corpus } from './corpus.js';
export { featuresOf, isTelling, stemOf, wordsOf } from './features.js';
export { Model, OFFERED_TOPICS, type Reading } from './model.js';
export type { Example } from './naive-bayes.js';
export { namedIn, nameTerm, type Named } from './places.js';
export { Suggester } from './suggester.js';
export { SuggestionsQueries } from './suggestions.queries.js';
export { SuggestionsService } from './suggestions.service.js';
export { TrainingService } from './training.service.js';
