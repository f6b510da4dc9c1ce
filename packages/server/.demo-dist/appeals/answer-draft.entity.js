import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../db/columns.js';
import { Appeal } from './appeal.entity.js';
const AnswerDraftSchema = defineEntity({
    name: 'AnswerDraft',
    comment: 'The one draft of an answer, shared by deputy and aide',
    properties: {
        appeal: () => p.oneToOne(Appeal).owner().mapToPk().primary(),
        text: p.text(),
        questions: p.json().$type(),
        revision: p.integer(),
        savedBy: p.string(),
        savedByName: p.string(),
        savedAt: instant(),
    },
});
export class AnswerDraft extends AnswerDraftSchema.class {
}
AnswerDraftSchema.setClass(AnswerDraft);
export { AnswerDraftSchema };
