import { defineEntity, p } from '@mikro-orm/core';
import { Region } from '../regions/region.entity.js';
const AppealNumberSchema = defineEntity({
    name: 'AppealNumber',
    comment: 'The last number given in a region and year',
    properties: {
        region: () => p.manyToOne(Region).mapToPk().primary(),
        year: p.integer().primary(),
        last: p.integer(),
    },
});
export class AppealNumber extends AppealNumberSchema.class {
}
AppealNumberSchema.setClass(AppealNumber);
export { AppealNumberSchema };
