import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../db/columns.js';

const QuotaWindowSchema = defineEntity({
  name: 'QuotaWindow',
  comment: 'How much of one window of a quota was handed out to servers; unlogged, since a crash may forget a minute',
  properties: {
    key: p.string().primary().comment('What is counted; addresses stand here hashed with the secret alone'),
    endsAt: instant().primary(),
    granted: p.integer().comment('What all servers together hold or have spent; never more than the limit'),
    lastGrant: p.integer().comment('What the last statement handed out'),
  },
});
export class QuotaWindow extends QuotaWindowSchema.class {}
QuotaWindowSchema.setClass(QuotaWindow);
export { QuotaWindowSchema };
