import { defineEntity, p } from '@mikro-orm/core';
import { id, instant, oneOf } from '../db/columns.js';
import { BULK_MOVES, BULK_STATES, OUTCOMES, type Acceptance, type Asked, type KeptRefusal } from './bulk-move.moves.js';

const BulkMoveSchema = defineEntity({
  name: 'BulkMove',
  comment: 'One move over many appeals: previewed, then run by the worker, each appeal for itself (docs/adr/0023)',
  indexes: [{ properties: ['account', 'createdAt', 'id'] }, { properties: ['createdAt'] }],
  properties: {
    id: id(),
    account: p.string().comment('Whose it is: every appeal is moved with the rights of this account at that moment'),
    byName: p.string(),
    move: oneOf(BULK_MOVES),
    asked: p.json().$type<Asked>().comment('What comes with the move: topic, deputy, reason, words'),
    state: oneOf(BULK_STATES),
    createdAt: instant(),
    startedAt: instant().nullable(),
    finishedAt: instant().nullable(),
    undoUntil: instant().nullable().comment('Until when all of it can be taken back; null where it cannot'),
  },
});
export class BulkMove extends BulkMoveSchema.class {}
BulkMoveSchema.setClass(BulkMove);

const BulkMoveItemSchema = defineEntity({
  name: 'BulkMoveItem',
  comment: 'What becomes of one appeal of a bulk move',
  uniques: [{ properties: ['bulkMove', 'appeal'] }],
  indexes: [{ properties: ['bulkMove', 'outcome', 'position'] }],
  properties: {
    bulkMove: () => p.manyToOne(BulkMove).mapToPk().primary().deleteRule('cascade'),
    position: p.integer().primary().comment('1, 2, 3 … in the order of the choice'),
    appeal: p.uuid().name('appeal_id').comment('As it was named: whether there is such an appeal is not told'),
    version: p.integer().nullable().comment('As it was previewed: an appeal that changed since is not moved; null where none was seen'),
    acceptance: p.json().$type<Acceptance>().nullable().comment('With what it is accepted'),
    outcome: oneOf(OUTCOMES),
    refusals: p.json().$type<KeptRefusal[]>().nullable().comment('Why it was not moved, or not taken back'),
    versionAfter: p.integer().nullable(),
    at: instant().nullable(),
  },
});
export class BulkMoveItem extends BulkMoveItemSchema.class {}
BulkMoveItemSchema.setClass(BulkMoveItem);
export { BulkMoveSchema, BulkMoveItemSchema };
