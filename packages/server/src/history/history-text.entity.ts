import { defineEntity, p } from '@mikro-orm/core';

const HistoryTextSchema = defineEntity({
  name: 'HistoryText',
  comment: 'Words of people in the record: apart, because they may have to be erased (rules §6). The chain holds their salted digest alone',
  triggers: [{ name: 'history_text_never_changes', timing: 'before', events: ['update'], body: "raise exception 'history_text is never changed'" }],
  properties: {
    entry: p.uuid().name('entry_id').primary().comment('The entry of history that was said with it'),
    salt: p.string(),
    text: p.text(),
  },
});
export class HistoryText extends HistoryTextSchema.class {}
HistoryTextSchema.setClass(HistoryText);
export { HistoryTextSchema };
