import { defineEntity, p } from '@mikro-orm/core';
import { streamColumn } from './history-entry.entity.js';

const HistoryHeadSchema = defineEntity({
  name: 'HistoryHead',
  comment: 'Where each stream of history ends: a tail cut off is found by it, and appends to one stream wait for each other here',
  triggers: [{ name: 'history_head_only_grows', timing: 'before', events: ['update', 'delete'],
    body: "if tg_op = 'DELETE' or new.stream <> old.stream or not (new.position = old.position + 1 or new = old) then raise exception 'history_head only grows'; end if; return new" }],
  properties: {
    stream: streamColumn().primary(),
    position: p.integer(),
    hash: p.string().columnType('char(43)'),
  },
});
export class HistoryHead extends HistoryHeadSchema.class {}
HistoryHeadSchema.setClass(HistoryHead);
export { HistoryHeadSchema };
