import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { HISTORY_ACTOR_KINDS } from '../history/history-entry.entity.js';
import { Appeal } from './appeal.entity.js';

const NoteSchema = defineEntity({
  name: 'Note',
  comment: 'An internal note of the office on an appeal. No message: nothing that sends, exports or tracks reads this table',
  indexes: [{ properties: ['appeal', 'createdAt'] }],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    text: p.text(),
    authorKind: oneOf(HISTORY_ACTOR_KINDS),
    authorName: p.string(),
    account: p.string(),
    createdAt: instant(),
  },
});
export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);
export { NoteSchema };
