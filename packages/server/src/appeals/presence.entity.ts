import { defineEntity, p } from '@mikro-orm/core';
import { instant, oneOf } from '../db/columns.js';
import { ROLES } from '../shared/actor.js';
import { Appeal } from './appeal.entity.js';

/** What somebody does with an appeal just now. DECIDING and ANSWERING hold it, so that others know before they begin. */
export const ATTENTIONS = ['READING', 'DECIDING', 'ANSWERING'] as const;
export type Attention = (typeof ATTENTIONS)[number];

const PresenceSchema = defineEntity({
  name: 'Presence',
  comment: 'Who has an appeal before them; unlogged, since after a crash everybody says it again',
  properties: {
    appeal: () => p.manyToOne(Appeal).mapToPk().primary(),
    account: p.string().primary(),
    name: p.string(),
    role: oneOf(ROLES),
    doing: oneOf(ATTENTIONS),
    since: instant().comment('When this attention began: of two who hold it, the first is the holder'),
    until: instant().comment('Said again before then, or gone'),
  },
});
export class Presence extends PresenceSchema.class {}
PresenceSchema.setClass(Presence);
export { PresenceSchema };
