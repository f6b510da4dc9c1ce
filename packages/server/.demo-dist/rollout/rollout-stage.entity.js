import { defineEntity, p } from '@mikro-orm/core';
import { day, id, oneOf } from '../db/columns.js';
import { Region } from '../regions/region.entity.js';
import { BODY_LEVELS } from '../deputies/body.entity.js';
/** Which service is rolled out. */
export const ROLLOUT_SERVICES = ['APPEALS', 'NATIONAL_PROJECTS'];
/** Stages of a region, level and service, in their order; SUSPENDED has a way back (rules §5). */
export const ROLLOUT_STAGES = ['CLOSED', 'SELF_ENROLMENT', 'PILOT', 'ACTIVE', 'SUSPENDED'];
const RegionStageSchema = defineEntity({
    name: 'RegionStage',
    comment: 'The roll-out stage of a region, level and service from a day on; the newest row that has begun counts',
    indexes: [{ properties: ['region', 'level', 'service', 'since'] }],
    properties: {
        id: id(),
        region: () => p.manyToOne(Region).mapToPk(),
        level: oneOf(BODY_LEVELS),
        service: oneOf(ROLLOUT_SERVICES),
        stage: oneOf(ROLLOUT_STAGES),
        since: day().comment('From 00:00 of this day in the region'),
    },
});
export class RegionStage extends RegionStageSchema.class {
}
RegionStageSchema.setClass(RegionStage);
export { RegionStageSchema };
