import { defineEntity, p } from '@mikro-orm/core';
import { id, oneOf } from '../db/columns.js';
import { Topic } from '../regions/topic.entity.js';
import { Appeal } from './appeal.entity.js';
import { QUESTION_RESULTS } from './appeal.lifecycle.js';

const QuestionSchema = defineEntity({
  name: 'Question',
  comment: 'One question of an appeal, with a topic and a result of its own (rules §1)',
  indexes: [{ properties: ['appeal', 'position'] }],
  triggers: [{ name: 'question_is_searched', timing: 'after', events: ['insert', 'update', 'delete'],
    body: "if tg_op = 'DELETE' then perform search_refresh(array[old.appeal_id]); elsif tg_op = 'INSERT' or (new.text, new.result_text) is distinct from (old.text, old.result_text) then perform search_refresh(array[new.appeal_id]); end if; return null" }],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    position: p.integer(),
    text: p.text(),
    topic: () => p.manyToOne(Topic).mapToPk(),
    result: oneOf(QUESTION_RESULTS).nullable(),
    resultText: p.text().nullable(),
  },
});
export class Question extends QuestionSchema.class {}
QuestionSchema.setClass(Question);
export { QuestionSchema };
