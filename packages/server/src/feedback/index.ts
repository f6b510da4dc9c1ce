export { ClosingService } from './closing.service.js';
export { FeedbackService } from './feedback.service.js';
export { FeedbackQueries, type FeedbackRow } from './feedback.queries.js';
export { readInsiders, type Insiders } from './insiders.js';
export { newLinkToken } from './links.js';
export { notCountedText } from './feedback.texts.js';
export { judgeMarks, type IntegrityMark, type NotCountedReason } from './integrity.js';
