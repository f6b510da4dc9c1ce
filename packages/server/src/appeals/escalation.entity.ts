import { defineEntity, p } from '@mikro-orm/core';
import { day, id, instant, oneOf } from '../db/columns.js';
import { Appeal } from './appeal.entity.js';
import { ESCALATION_STEPS } from './escalation.lifecycle.js';

const EscalationSchema = defineEntity({
  name: 'Escalation',
  comment: 'Which step of the ladder was done for which deadline of an appeal: each once, and anew when the deadline moves',
  uniques: [{ properties: ['appeal', 'dueOn', 'step'] }],
  properties: {
    id: id(),
    appeal: () => p.manyToOne(Appeal).mapToPk(),
    dueOn: day().comment('The deadline that it is about'),
    step: oneOf(ESCALATION_STEPS),
    at: instant(),
  },
});
export class Escalation extends EscalationSchema.class {}
EscalationSchema.setClass(Escalation);
export { EscalationSchema };
