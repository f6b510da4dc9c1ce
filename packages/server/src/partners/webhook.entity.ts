import { defineEntity, p } from '@mikro-orm/core';
import { Appeal } from '../appeals/appeal.entity.js';
import { id, instant, oneOf, sealed } from '../db/columns.js';
import { Partner } from './partner.entity.js';
import { DELIVERY_STATES, WEBHOOK_EVENTS, type WebhookEvent } from './webhook-events.js';

const WebhookSchema = defineEntity({
  name: 'Webhook',
  comment: 'Where a partner wants to be told of changes',
  properties: {
    id: id(),
    partner: () => p.manyToOne(Partner).mapToPk().index(),
    url: p.text(),
    events: p.array().$type<WebhookEvent[]>(),
    secret: sealed('secret').comment('What signs the messages'),
    active: p.boolean(),
    createdAt: instant(),
    lastDeliveredAt: instant().nullable(),
    failingSince: instant().nullable().comment('The first of the attempts that failed in a row; null after a success'),
  },
});
export class Webhook extends WebhookSchema.class {}
WebhookSchema.setClass(Webhook);
export { WebhookSchema };

const WebhookDeliverySchema = defineEntity({
  name: 'WebhookDelivery',
  comment: 'What was to be sent to a webhook, and what became of it',
  indexes: [{ properties: ['webhook', 'createdAt', 'id'] }],
  properties: {
    id: id(),
    webhook: () => p.manyToOne(Webhook).mapToPk().deleteRule('cascade'),
    messageId: p.uuid().comment('The webhook-id that the receiver sees; the same when it is sent again by hand'),
    event: oneOf(WEBHOOK_EVENTS),
    appeal: () => p.manyToOne(Appeal).mapToPk().nullable().deleteRule('set null').index(),
    body: p.text().comment('JSON, byte for byte as it is signed and sent'),
    state: oneOf(DELIVERY_STATES),
    attempts: p.integer().default(0),
    statusCode: p.integer().nullable().comment('Of the last answer'),
    error: p.string().nullable().comment('A code of ours for the last failure'),
    createdAt: instant(),
    deliveredAt: instant().nullable(),
    nextAttemptAt: instant().nullable(),
  },
});
export class WebhookDelivery extends WebhookDeliverySchema.class {}
WebhookDeliverySchema.setClass(WebhookDelivery);
export { WebhookDeliverySchema };
