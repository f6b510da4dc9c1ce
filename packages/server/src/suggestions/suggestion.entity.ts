import { defineEntity, p } from '@mikro-orm/core';
import { instant, oneOf } from '../db/columns.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { APPEAL_KINDS, REJECT_REASONS } from '../appeals/appeal.lifecycle.js';
import { Deputy } from '../deputies/deputy.entity.js';
import { DEPUTY_REASONS } from './deputy-choice.formula.js';
import type { Danger } from './urgency.rules.js';

const SuggestionSchema = defineEntity({
  name: 'Suggestion',
  comment: 'What is suggested to the moderator of an appeal; nothing of it is applied without a person',
  indexes: [{ properties: ['madeAt'] }],
  properties: {
    appeal: () => p.oneToOne(Appeal).owner().mapToPk().primary(),
    modelVersion: p.integer().comment('0: the start corpus alone'),
    topics: p.json().$type<{ code: string; confidence: number }[]>().comment('Up to three, the likeliest first'),
    kind: oneOf(APPEAL_KINDS),
    kindConfidence: p.double().$type<number>(),
    urgency: p.json().$type<{ danger: Danger; words: string[] }[]>().comment('Dangers with the words that tell of them; empty when nothing is urgent'),
    rejectReason: oneOf(REJECT_REASONS).nullable(),
    rejectConfidence: p.double().$type<number>().nullable(),
    rejectWords: p.json().$type<string[]>(),
    deputy: () => p.manyToOne(Deputy).mapToPk().nullable().deleteRule('set null'),
    deputyReason: oneOf(DEPUTY_REASONS).nullable(),
    deputyFacts: p.json().$type<Record<string, string | number>>().nullable().comment('What the reason says in words'),
    madeAt: instant(),
  },
});
export class Suggestion extends SuggestionSchema.class {}
SuggestionSchema.setClass(Suggestion);
export { SuggestionSchema };
