var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, Int, ObjectType } from 'type-graphql';
import { DayScalar } from '../graphql/scalars.js';
import { RegionType, RolloutStageEnum } from '../regions/region.type.js';
let StageCountType = class StageCountType {
    stage;
    regions;
};
__decorate([
    Field(() => RolloutStageEnum, { description: 'The stage.' })
], StageCountType.prototype, "stage", void 0);
__decorate([
    Field(() => Int, { description: 'Regions.' })
], StageCountType.prototype, "regions", void 0);
StageCountType = __decorate([
    ObjectType('StageCount', { simpleResolvers: true, description: 'How many regions are at a stage today.' })
], StageCountType);
export { StageCountType };
let RolloutRegionType = class RolloutRegionType {
    region;
    stage;
    since;
    planned;
    connected;
    appeals;
};
__decorate([
    Field(() => RegionType, { description: 'The region.' })
], RolloutRegionType.prototype, "region", void 0);
__decorate([
    Field(() => RolloutStageEnum, { description: 'Stage today, in the region\'s own time; the further one of its two levels.' })
], RolloutRegionType.prototype, "stage", void 0);
__decorate([
    Field(() => DayScalar, { description: 'Since when.' })
], RolloutRegionType.prototype, "since", void 0);
__decorate([
    Field(() => Int, { description: 'Deputies that the pilot planned to connect here.' })
], RolloutRegionType.prototype, "planned", void 0);
__decorate([
    Field(() => Int, { description: 'Deputies at work here.' })
], RolloutRegionType.prototype, "connected", void 0);
__decorate([
    Field(() => Int, { description: 'Appeals that have come so far.' })
], RolloutRegionType.prototype, "appeals", void 0);
RolloutRegionType = __decorate([
    ObjectType('RolloutRegion', { simpleResolvers: true, description: 'A region in the roll-out of appeals.' })
], RolloutRegionType);
export { RolloutRegionType };
let RolloutDayType = class RolloutDayType {
    day;
    planned;
    connected;
};
__decorate([
    Field(() => DayScalar, { description: 'A day on which somebody joined.' })
], RolloutDayType.prototype, "day", void 0);
__decorate([
    Field(() => Int, { description: 'Deputies planned.' })
], RolloutDayType.prototype, "planned", void 0);
__decorate([
    Field(() => Int, { description: 'Deputies at work by then.' })
], RolloutDayType.prototype, "connected", void 0);
RolloutDayType = __decorate([
    ObjectType('RolloutDay', { simpleResolvers: true, description: 'Plan and fact at the end of a day.' })
], RolloutDayType);
export { RolloutDayType };
let RolloutType = class RolloutType {
    plannedDeputies;
    connectedDeputies;
    pilotDeputies;
    selfEnrolledDeputies;
    pilotRegions;
    selfEnrolmentRegions;
    stages;
    regions;
    progress;
};
__decorate([
    Field(() => Int, { description: 'Deputies that the pilot planned to connect.' })
], RolloutType.prototype, "plannedDeputies", void 0);
__decorate([
    Field(() => Int, { description: 'Deputies at work.' })
], RolloutType.prototype, "connectedDeputies", void 0);
__decorate([
    Field(() => Int, { description: 'Of them planned in the pilot.' })
], RolloutType.prototype, "pilotDeputies", void 0);
__decorate([
    Field(() => Int, { description: 'Of them enrolled by themselves.' })
], RolloutType.prototype, "selfEnrolledDeputies", void 0);
__decorate([
    Field(() => Int, { description: 'Regions at stage PILOT today.' })
], RolloutType.prototype, "pilotRegions", void 0);
__decorate([
    Field(() => Int, { description: 'Regions at stage SELF_ENROLMENT today.' })
], RolloutType.prototype, "selfEnrolmentRegions", void 0);
__decorate([
    Field(() => [StageCountType], { description: 'Regions by stage, every stage named.' })
], RolloutType.prototype, "stages", void 0);
__decorate([
    Field(() => [RolloutRegionType], { description: 'Every region, by name.' })
], RolloutType.prototype, "regions", void 0);
__decorate([
    Field(() => [RolloutDayType], { description: 'Growth, by the days on which somebody joined.' })
], RolloutType.prototype, "progress", void 0);
RolloutType = __decorate([
    ObjectType('Rollout', { simpleResolvers: true, description: 'Plan against fact of the roll-out of appeals, counted from the data; at most a minute old.' })
], RolloutType);
export { RolloutType };
