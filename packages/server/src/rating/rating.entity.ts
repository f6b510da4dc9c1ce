import { defineEntity, p } from '@mikro-orm/core';
import { day, id, instant, oneOf } from '../db/columns.js';
import { BODY_LEVELS, Faction, RepresentativeBody } from '../deputies/body.entity.js';
import { Deputy, Mandate } from '../deputies/deputy.entity.js';
import { Region } from '../regions/region.entity.js';
import { RATING_STATES, TIERS } from './formula.model.js';


const RatingSnapshotSchema = defineEntity({
  name: 'RatingSnapshot',
  comment: 'One computation of the rating of one period; never changed afterwards (rules §4)',
  indexes: [{ properties: ['period', 'computedAt'] }],
  properties: {
    id: id(),
    period: p.string().comment('«last-12-months» or «2026-Q3»'),
    fromDay: day(),
    toDay: day(),
    formulaVersion: p.string(),
    computedAt: instant(),
    method: p.json().$type<Record<string, unknown>>().comment('Means, priors and weights that the figures were made with'),
  },
});
export class RatingSnapshot extends RatingSnapshotSchema.class {}
RatingSnapshotSchema.setClass(RatingSnapshot);

const RatingEntrySchema = defineEntity({
  name: 'RatingEntryRow',
  tableName: 'rating_entry',
  uniques: [{ properties: ['snapshot', 'mandate'] }],
  indexes: [{ properties: ['snapshot', 'region', 'sortKey'] }, { properties: ['snapshot', 'sortKey'] }],
  properties: {
    id: id(),
    snapshot: () => p.manyToOne(RatingSnapshot).mapToPk(),
    mandate: () => p.manyToOne(Mandate).mapToPk(),
    deputy: () => p.manyToOne(Deputy).mapToPk().index(),
    body: () => p.manyToOne(RepresentativeBody).mapToPk(),
    faction: () => p.manyToOne(Faction).mapToPk(),
    region: () => p.manyToOne(Region).mapToPk(),
    level: oneOf(BODY_LEVELS),
    state: oneOf(RATING_STATES),
    tier: oneOf(TIERS).nullable(),
    outsideLeague: p.boolean().comment('A self-enrolled deputy of a closed region (rules §5)'),
    score: p.double().nullable(),
    low: p.double().nullable(),
    high: p.double().nullable(),
    due: p.integer(),
    inTime: p.integer(),
    marks: p.integer(),
    answers: p.integer(),
    sortKey: p.string().comment('State, tier and name: the order of the page'),
    input: p.json().$type<Record<string, unknown>>().comment('What the formula was given'),
    output: p.json().$type<Record<string, unknown>>().comment('What it said; recomputes from input and method to the byte'),
  },
});
export class RatingEntryRow extends RatingEntrySchema.class {}
RatingEntrySchema.setClass(RatingEntryRow);
export { RatingSnapshotSchema, RatingEntrySchema };
