import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../db/columns.js';

const CalendarFeedSchema = defineEntity({
  name: 'CalendarFeed',
  comment: "The secret address of a person's calendar of deadlines; one at a time, and none when it was revoked",
  properties: {
    account: p.string().primary().comment('Whose appeals it shows'),
    tokenHash: p.string().unique().comment('The address holds the token; here is its hash alone'),
    createdAt: instant(),
  },
});
export class CalendarFeed extends CalendarFeedSchema.class {}
CalendarFeedSchema.setClass(CalendarFeed);
export { CalendarFeedSchema };
