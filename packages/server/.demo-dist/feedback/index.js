export { ClosingService } from './closing.service.js';
export { FeedbackService } from './feedback.service.js';
export { FeedbackQueries } from './feedback.queries.js';
export { newLinkToken } from './links.js';
export { notCountedText } from './feedback.texts.js';
export { judgeMarks } from './integrity.js';
