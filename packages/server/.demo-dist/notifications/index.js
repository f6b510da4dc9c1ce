export { OutboxQueries } from './outbox.queries.js';
export { NewsWriter } from './news.js';
export { MailSender } from './sender.js';
export { smtpCarrier } from './carrier.js';
