import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { Deputy } from '../deputies/deputy.entity.js';
import { Appeal } from './appeal.entity.js';
import { HISTORY_ACTOR_KINDS } from '../history/history-entry.entity.js';

/** What passes between the applicant and us. Internal notes are a type and a table of their own, so that none can be sent. */
export const MESSAGE_KINDS = ['CLARIFICATION_REQUEST', 'CLARIFICATION', 'REJECTION', 'ANSWER', 'FORWARDED_OUTSIDE', 'EXTENSION', 'REOPENING'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

const MessageSchema = defineEntity({
  name: 'Message',
  indexes: [{ properties: ['appeal', 'createdAt'] }, { properties: ['deputy', 'kind', 'createdAt'] }],
  triggers: [{ name: 'message_is_searched', timing: 'after', events: ['insert', 'update', 'delete'],
    body: "if tg_op = 'DELETE' then perform search_refresh(array[old.appeal_id]); elsif tg_op = 'INSERT' or new.text is distinct from old.text then perform search_refresh(array[new.appeal_id]); end if; return null" }],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    kind: oneOf(MESSAGE_KINDS),
    authorKind: oneOf(HISTORY_ACTOR_KINDS),
    authorName: p.string(),
    account: p.string().nullable(),
    deputy: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('restrict').comment('Who answered'),
    text: p.text(),
    templateShare: p.double().nullable().comment('How much of an answer repeats earlier answers of the same deputy, 0..1'),
    createdAt: instant(),
  },
});
export class Message extends MessageSchema.class {}
MessageSchema.setClass(Message);
export { MessageSchema };
