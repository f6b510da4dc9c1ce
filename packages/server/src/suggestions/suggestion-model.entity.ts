import { defineEntity, p } from '@mikro-orm/core';
import { instant } from '../db/columns.js';
import type { Figures } from './figures.js';

const SuggestionModelSchema = defineEntity({
  name: 'SuggestionModel',
  comment: 'Every version of the model with its figures; what it learned is kept of the newest alone',
  properties: {
    version: p.integer().primary().autoincrement(false),
    trainedAt: instant(),
    examples: p.integer().comment('Of the start corpus'),
    decisions: p.integer().comment('Of moderators, that it learned from'),
    figures: p.json().$type<Figures>().comment('Measured on decisions that were held back'),
    inUse: p.boolean(),
    parameters: p.blob().nullable().comment('Packed; null once a newer version has replaced it'),
  },
});
export class SuggestionModel extends SuggestionModelSchema.class {}
SuggestionModelSchema.setClass(SuggestionModel);
export { SuggestionModelSchema };
