import { defineEntity, p } from '@mikro-orm/core';
import { day, id, instant, oneOf } from '../db/columns.js';
import { Region } from '../regions/region.entity.js';
import { District, Faction, RepresentativeBody } from './body.entity.js';
/** How a mandate joined the system: planned in the pilot, or enrolled by the deputy. */
export const JOININGS = ['PILOT', 'SELF_ENROLLED'];
const DeputySchema = defineEntity({
    name: 'Deputy',
    indexes: [
        { properties: ['region', 'sortName'] },
        { name: 'deputy_name_trgm', expression: (_columns, table, indexName) => `create index ${indexName} on ${table} using gin (search_name gin_trgm_ops)` },
    ],
    properties: {
        id: id(),
        region: () => p.manyToOne(Region).mapToPk(),
        lastName: p.string(),
        firstName: p.string(),
        middleName: p.string().nullable(),
        sortName: p.string().comment('Last, first, middle name: the order of lists'),
        searchName: p.string().comment('The same in lower case with ё as е'),
        email: p.string().nullable(),
        contactConfirmedAt: instant().nullable().comment('No route may lead to a deputy whom nobody can reach (rules §5)'),
        createdAt: instant(),
    },
});
export class Deputy extends DeputySchema.class {
}
DeputySchema.setClass(Deputy);
const MandateSchema = defineEntity({
    name: 'Mandate',
    comment: 'A deputy in one body for one convocation, for one district or from a list',
    indexes: [{ properties: ['joining', 'joinedOn'] }],
    properties: {
        id: id(),
        deputy: () => p.manyToOne(Deputy).mapToPk().index(),
        body: () => p.manyToOne(RepresentativeBody).mapToPk().index(),
        faction: () => p.manyToOne(Faction).mapToPk().index(),
        district: () => p.manyToOne(District).mapToPk().nullable().deleteRule('restrict').comment('Empty: elected from a list'),
        convocation: p.integer(),
        joining: oneOf(JOININGS),
        joinedOn: day(),
        startedOn: day(),
        endedOn: day().nullable(),
        isCurrent: p.boolean().default(true).comment('The mandate that appeals and the rating count for'),
    },
});
export class Mandate extends MandateSchema.class {
}
MandateSchema.setClass(Mandate);
export { DeputySchema, MandateSchema };
