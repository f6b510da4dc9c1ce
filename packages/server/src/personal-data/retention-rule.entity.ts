import { defineEntity, p } from '@mikro-orm/core';
import { APPEAL_STATUSES } from '../appeals/appeal.lifecycle.js';
import { oneOf } from '../db/columns.js';

const RetentionRuleSchema = defineEntity({
  name: 'RetentionRule',
  comment: 'How long an ended appeal is kept with its personal data, counted from its end (rules §6); a status without a rule is kept',
  properties: {
    status: oneOf(APPEAL_STATUSES).primary(),
    afterDays: p.integer().check('((after_days >= 1))'),
    source: p.text().comment('Where the term comes from'),
  },
});
export class RetentionRule extends RetentionRuleSchema.class {}
RetentionRuleSchema.setClass(RetentionRule);
export { RetentionRuleSchema };
