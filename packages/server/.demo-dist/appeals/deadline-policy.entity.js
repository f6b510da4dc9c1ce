import { defineEntity, p } from '@mikro-orm/core';
import { day, id } from '../db/columns.js';
import { Region } from '../regions/region.entity.js';
const DeadlinePolicySchema = defineEntity({
    name: 'DeadlinePolicyRow',
    tableName: 'deadline_policy',
    comment: 'The service policy, versioned by date; a region may set a stricter one (rules, preamble and §2)',
    properties: {
        id: id(),
        region: () => p.manyToOne(Region).mapToPk().nullable().deleteRule('restrict').comment('Empty: the whole country'),
        validFrom: day(),
        terms: p.json().$type(),
    },
});
export class DeadlinePolicyRow extends DeadlinePolicySchema.class {
}
DeadlinePolicySchema.setClass(DeadlinePolicyRow);
export { DeadlinePolicySchema };
