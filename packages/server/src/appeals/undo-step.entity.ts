import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { Appeal } from './appeal.entity.js';
import { APPEAL_MOVES } from './appeal.lifecycle.js';

/** What an appeal was before a move: columns by their property names, and results of questions that the move wrote over. */
export interface Before {
  readonly appeal: Readonly<Record<string, unknown>>;
  readonly questions: readonly { id: string; result: string | null; resultText: string | null }[];
}

const UndoStepSchema = defineEntity({
  name: 'UndoStep',
  comment: 'The way back from a move that has not left the house yet; kept for a day',
  indexes: [{ properties: ['appeal', 'until'] }, { properties: ['until'] }],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    move: oneOf(APPEAL_MOVES),
    account: p.string().comment('Who made the move, and alone may take it back'),
    version: p.integer().comment('The version that the move left'),
    until: instant().comment('News of the move waits until then'),
    before: p.json().$type<Before>(),
    made: p.json().$type<{ questions: string[]; messages: string[] }>().comment('Rows that the move made'),
    seenAt: instant().nullable().comment('The applicant has seen it: it has left the house'),
    undoneAt: instant().nullable(),
  },
});
export class UndoStep extends UndoStepSchema.class {}
UndoStepSchema.setClass(UndoStep);
export { UndoStepSchema };
