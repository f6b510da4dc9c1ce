export { AppealMark } from './appeal-mark';
export { FeedbackPage } from './feedback-page';
