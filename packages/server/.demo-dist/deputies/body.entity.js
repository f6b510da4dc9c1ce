import { defineEntity, p } from '@mikro-orm/core';
import { id, oneOf } from '../db/columns.js';
import { Region } from '../regions/region.entity.js';
/** REGIONAL: the region's legislature; MUNICIPAL: the council of its administrative centre. */
export const BODY_LEVELS = ['REGIONAL', 'MUNICIPAL'];
const RepresentativeBodySchema = defineEntity({
    name: 'RepresentativeBody',
    properties: {
        id: id(),
        region: () => p.manyToOne(Region).mapToPk().index(),
        level: oneOf(BODY_LEVELS),
        nameRu: p.string(),
        nameEn: p.string(),
        plannedDeputies: p.integer().default(0).comment('Deputies that the pilot planned to connect here'),
    },
});
export class RepresentativeBody extends RepresentativeBodySchema.class {
}
RepresentativeBodySchema.setClass(RepresentativeBody);
const FactionSchema = defineEntity({
    name: 'Faction',
    properties: {
        id: id(),
        body: () => p.manyToOne(RepresentativeBody).mapToPk().index(),
        nameRu: p.string(),
        nameEn: p.string(),
    },
});
export class Faction extends FactionSchema.class {
}
FactionSchema.setClass(Faction);
const DistrictSchema = defineEntity({
    name: 'District',
    uniques: [{ properties: ['body', 'number'] }],
    properties: {
        id: id(),
        body: () => p.manyToOne(RepresentativeBody).mapToPk(),
        number: p.integer(),
        nameRu: p.string(),
        nameEn: p.string(),
    },
});
export class District extends DistrictSchema.class {
}
DistrictSchema.setClass(District);
export { RepresentativeBodySchema, FactionSchema, DistrictSchema };
