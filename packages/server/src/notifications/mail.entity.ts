import { defineEntity, p } from '@mikro-orm/core';
import { Appeal } from '../appeals/appeal.entity.js';
import { STAFF_EVENTS } from './staff-news.lifecycle.js';
import { id, instant, oneOf, sealed } from '../db/columns.js';

export const MAIL_KINDS = ['SUBMITTED', 'CLARIFICATION_REQUEST', 'REJECTED', 'REGISTERED', 'ANSWERED', 'FEEDBACK_REMINDER', 'WITHDRAWN', 'FORWARDED_OUTSIDE', 'EXTENDED', 'DEPUTY_CHANGED', 'REOPENED', 'INVITATION', 'PASSWORD_RESET', ...STAFF_EVENTS, 'DIGEST'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** By which way it leaves: a mail server, or a webhook of a person's messenger bot. */
export const MAIL_CHANNELS = ['MAIL', 'BOT'] as const;
export type MailChannel = (typeof MAIL_CHANNELS)[number];

/** KEPT: there is no SMTP server, so it can be read in the outbox. WAITING: the worker will send it. */
export const MAIL_STATES = ['KEPT', 'WAITING', 'SENT', 'FAILED'] as const;
export type MailState = (typeof MAIL_STATES)[number];

const MailSchema = defineEntity({
  name: 'Mail',
  indexes: [{ properties: ['createdAt', 'id'] }, { properties: ['state'] }, { properties: ['toHash'] }, { properties: ['account', 'createdAt'] }],
  properties: {
    id: id(),
    kind: oneOf(MAIL_KINDS),
    state: oneOf(MAIL_STATES),
    channel: oneOf(MAIL_CHANNELS).default('MAIL'),
    account: p.string().nullable().comment('The person of the console whom it is for'),
    appeal: () => p.manyToOne(Appeal).mapToPk().nullable().deleteRule('restrict').index(),
    toAddress: sealed('to_address'),
    toHash: p.string().comment('Keyed hash of the address: the outbox finds a mail by its whole address'),
    subject: p.text(),
    text: sealed('text').nullable().comment('Empty once sent: it holds links that are secrets'),
    html: sealed('html').nullable(),
    attempts: p.integer().default(0),
    error: p.text().nullable(),
    createdAt: instant(),
    sentAt: instant().nullable(),
  },
});
export class Mail extends MailSchema.class {}
MailSchema.setClass(Mail);
export { MailSchema };
