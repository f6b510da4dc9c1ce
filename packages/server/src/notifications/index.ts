export { OutboxQueries, type MailRow } from './outbox.queries.js';
export { AccountMailWriter } from './account-mails.js';
export { composeNews } from './compose.js';
export { NewsWriter, type News } from './news.js';
export { MailSender } from './sender.js';
export { smtpCarrier, type Carrier, type OutgoingMail } from './carrier.js';
