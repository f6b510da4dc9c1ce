import { defineEntity, p } from '@mikro-orm/core';
const RegionSchema = defineEntity({
    name: 'Region',
    comment: 'A federal subject; loaded by import, never counted in code (rules §5)',
    properties: {
        code: p.string().primary().comment('ISO 3166-2'),
        number: p.string().comment('Two digits of the subject, the first part of an appeal number'),
        nameRu: p.string(),
        nameEn: p.string(),
        federalDistrict: p.string(),
        administrativeCentre: p.string(),
        timeZone: p.string().comment('IANA name'),
        tileColumn: p.integer(),
        tileRow: p.integer(),
        validFrom: p.string().columnType('date'),
        validTo: p.string().columnType('date').nullable(),
    },
});
export class Region extends RegionSchema.class {
}
RegionSchema.setClass(Region);
export { RegionSchema };
