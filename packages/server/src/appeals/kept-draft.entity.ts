import { defineEntity, p } from '@mikro-orm/core';
import { id, instant } from '../db/columns.js';
import { Appeal } from './appeal.entity.js';

const KeptDraftSchema = defineEntity({
  name: 'KeptDraft',
  comment: 'An answer that was written and not sent, because another one was faster; for its author alone',
  uniques: [{ properties: ['appeal', 'account', 'digest'] }],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    account: p.string().comment('Who wrote it'),
    text: p.text(),
    digest: p.string().comment('SHA-256 of the text: the same words are kept once'),
    keptAt: instant(),
  },
});
export class KeptDraft extends KeptDraftSchema.class {}
KeptDraftSchema.setClass(KeptDraft);
export { KeptDraftSchema };
