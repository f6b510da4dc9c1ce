import { defineEntity, p } from '@mikro-orm/core';
import { oneOf } from '../db/columns.js';
export const CALENDAR_DAY_KINDS = ['OFF', 'WORK'];
const CalendarDaySchema = defineEntity({
    name: 'CalendarDay',
    comment: 'Days off and transferred working days as the government decrees them for a year; imported',
    properties: {
        day: p.string().columnType('date').primary(),
        kind: oneOf(CALENDAR_DAY_KINDS),
        name: p.string().nullable(),
    },
});
export class CalendarDay extends CalendarDaySchema.class {
}
CalendarDaySchema.setClass(CalendarDay);
export { CalendarDaySchema };
