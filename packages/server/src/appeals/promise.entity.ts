import { defineEntity, p } from '@mikro-orm/core';
import { day, id, instant, oneOf } from '../db/columns.js';
import { Deputy } from '../deputies/deputy.entity.js';
import { Appeal } from './appeal.entity.js';
import { Message } from './message.entity.js';
import { PROMISE_STATES } from './promise.formula.js';

const PromiseSchema = defineEntity({
  name: 'Promise',
  comment: 'What a deputy promised in an answer by a day, and what the applicant said of it on that day',
  indexes: [
    { properties: ['answer'] },
    { properties: ['appeal'] },
    { properties: ['state', 'dueOn', 'id'] },
    { properties: ['deputy', 'dueOn', 'id'] },
    { properties: ['dueOn', 'id'] },
  ],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    answer: () => p.manyToOne(Message).mapToPk(),
    deputy: () => p.manyToOne(Deputy).mapToPk().deleteRule('restrict').comment('Who promised, whoever has the appeal later'),
    text: p.text(),
    dueOn: day(),
    state: oneOf(PROMISE_STATES),
    askedAt: instant().nullable(),
    outcomeAt: instant().nullable().comment('When the applicant said it, or when the time to say it was over'),
    linkHash: p.string().nullable().unique().comment('Of the token in the mail; the link is used once'),
    linkUsedAt: instant().nullable(),
    createdAt: instant(),
  },
});
/** Not called Promise, which is JavaScript's. */
export class AnswerPromise extends PromiseSchema.class {}
PromiseSchema.setClass(AnswerPromise);
export { PromiseSchema };
