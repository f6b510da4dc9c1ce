import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf, sealed } from '../db/columns.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { STAFF_EVENTS, type Modes } from './staff-news.lifecycle.js';

const NotificationSettingSchema = defineEntity({
  name: 'NotificationSetting',
  comment: 'How a person of the console is told of things; no row: as the role is by default',
  properties: {
    id: id(),
    account: p.string().unique(),
    modes: p.json().$type<Modes>(),
    quietFrom: p.integer().nullable().comment('Hour of the region from which nobody is woken'),
    quietUntil: p.integer().nullable(),
    botUrl: sealed('bot_url').nullable().comment('A webhook of a messenger bot of the person'),
    botSecret: sealed('bot_secret').nullable(),
    mailFailedAt: instant().nullable().comment('The mail server said that there is no such mailbox: nothing is sent there any more'),
    changedAt: instant(),
  },
});
export class NotificationSetting extends NotificationSettingSchema.class {}
NotificationSettingSchema.setClass(NotificationSetting);

const DigestItemSchema = defineEntity({
  name: 'DigestItem',
  comment: 'What a person is told of in the next digest; gone when it was written',
  indexes: [{ properties: ['account', 'createdAt'] }],
  properties: {
    id: id(),
    account: p.string(),
    event: oneOf(STAFF_EVENTS),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    createdAt: instant(),
  },
});
export class DigestItem extends DigestItemSchema.class {}
DigestItemSchema.setClass(DigestItem);
export { DigestItemSchema, NotificationSettingSchema };
