import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { Appeal } from '../appeals/appeal.entity.js';
import { Region } from '../regions/region.entity.js';

/** FOUND by comparing letters, or JOINED by a person. */
export const MEMBERSHIPS = ['FOUND', 'JOINED'] as const;
export type Membership = (typeof MEMBERSHIPS)[number];

const CampaignSchema = defineEntity({
  name: 'Campaign',
  comment: 'Many appeals about one thing',
  properties: {
    id: id(),
    region: () => p.manyToOne(Region).mapToPk(),
    createdAt: instant(),
  },
});
export class Campaign extends CampaignSchema.class {}
CampaignSchema.setClass(Campaign);

const CampaignMemberSchema = defineEntity({
  name: 'CampaignMember',
  comment: 'Which campaign an appeal belongs to; one at most',
  properties: {
    appeal: () => p.oneToOne(Appeal).owner().mapToPk().primary(),
    campaign: () => p.manyToOne(Campaign).mapToPk().index(),
    state: oneOf(MEMBERSHIPS),
    score: p.double().$type<number>().nullable().comment('How alike its letters are, 0 to 1; null where a person joined it'),
    at: instant(),
    byName: p.string().nullable().comment('Who joined it'),
  },
});
export class CampaignMember extends CampaignMemberSchema.class {}
CampaignMemberSchema.setClass(CampaignMember);

const CampaignSplitSchema = defineEntity({
  name: 'CampaignSplit',
  comment: 'An appeal that a person took out of a campaign: it is not found for it again',
  properties: {
    appeal: () => p.manyToOne(Appeal).mapToPk().primary(),
    campaign: p.uuid().name('campaign_id').primary(),
  },
});
export class CampaignSplit extends CampaignSplitSchema.class {}
CampaignSplitSchema.setClass(CampaignSplit);

const AppealPrintSchema = defineEntity({
  name: 'AppealPrint',
  comment: 'What a letter is looked up by when others like it are sought',
  indexes: [
    { properties: ['region', 'at'] },
    { name: 'appeal_print_terms', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} using gin (terms)` },
  ],
  properties: {
    appeal: () => p.oneToOne(Appeal).owner().mapToPk().primary(),
    region: () => p.manyToOne(Region).mapToPk().comment('Of the appeal, beside it for the index'),
    at: instant().comment('When the appeal was submitted'),
    terms: p.array().columnType('text[]').comment('Stems, names and numbers of the letter'),
  },
});
export class AppealPrint extends AppealPrintSchema.class {}
AppealPrintSchema.setClass(AppealPrint);
export { CampaignSchema, CampaignMemberSchema, CampaignSplitSchema, AppealPrintSchema };
