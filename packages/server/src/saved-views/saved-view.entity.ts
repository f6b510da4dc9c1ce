import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { Region } from '../regions/region.entity.js';

/** Lists of the console that have views. */
export const VIEW_PLACES = ['QUEUE', 'APPEALS'] as const;
export type ViewPlace = (typeof VIEW_PLACES)[number];

const SavedViewSchema = defineEntity({
  name: 'SavedView',
  comment: 'A list of the console as somebody keeps it: filter, order and columns under a name',
  indexes: [{ properties: ['account', 'place', 'position'] }, { properties: ['region', 'place', 'position'] }],
  properties: {
    id: id(),
    account: p.string().comment('Who made it; whose it is where it is not shared'),
    byName: p.string(),
    region: () => p.manyToOne(Region).mapToPk().nullable().deleteRule('restrict').comment('Shared with everybody who works in the region; null: the own one'),
    place: oneOf(VIEW_PLACES),
    name: p.string(),
    query: p.text().comment('The part of the address behind «?»'),
    position: p.integer().comment('1, 2, 3 … among those of the person, or of the region'),
    createdAt: instant(),
    changedAt: instant(),
    version: p.integer().default(1),
  },
});
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
export { SavedViewSchema };
