var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BODY_LEVELS } from '../deputies/body.entity.js';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { ROLLOUT_SERVICES, ROLLOUT_STAGES } from '../rollout/rollout-stage.entity.js';
export const BodyLevelEnum = asEnum(BODY_LEVELS);
registerEnumType(BodyLevelEnum, { name: 'BodyLevel', description: "REGIONAL: the region's legislature. MUNICIPAL: the council of its administrative centre." });
export const RolloutServiceEnum = asEnum(ROLLOUT_SERVICES);
registerEnumType(RolloutServiceEnum, { name: 'RolloutService', description: 'Which of the two services is rolled out.' });
export const RolloutStageEnum = asEnum(ROLLOUT_STAGES);
registerEnumType(RolloutStageEnum, { name: 'RolloutStage', description: 'Stage of a roll-out: CLOSED → SELF_ENROLMENT → PILOT → ACTIVE, and SUSPENDED with a way back.' });
let RegionStageType = class RegionStageType {
    level;
    service;
    stage;
    since;
};
__decorate([
    Field(() => BodyLevelEnum, { description: 'Level of the representative bodies.' })
], RegionStageType.prototype, "level", void 0);
__decorate([
    Field(() => RolloutServiceEnum, { description: 'The service.' })
], RegionStageType.prototype, "service", void 0);
__decorate([
    Field(() => RolloutStageEnum, { description: 'The stage today.' })
], RegionStageType.prototype, "stage", void 0);
__decorate([
    Field(() => DayScalar, { description: 'Since 00:00 of this day, local time.' })
], RegionStageType.prototype, "since", void 0);
RegionStageType = __decorate([
    ObjectType('RegionStage', { simpleResolvers: true, description: 'The roll-out stage of a region at one level in one service.' })
], RegionStageType);
export { RegionStageType };
let RegionType = class RegionType {
    code;
    name;
    federalDistrict;
    administrativeCentre;
    timeZone;
    number;
    tileColumn;
    tileRow;
};
__decorate([
    Field(() => ID, { description: 'ISO 3166-2 code, RU-PSK.' })
], RegionType.prototype, "code", void 0);
__decorate([
    Field(() => String, { description: "Name in the request's language." })
], RegionType.prototype, "name", void 0);
__decorate([
    Field(() => String, { description: 'Abbreviation of the federal district, in Russian.' })
], RegionType.prototype, "federalDistrict", void 0);
__decorate([
    Field(() => String, { description: 'The administrative centre, in Russian.' })
], RegionType.prototype, "administrativeCentre", void 0);
__decorate([
    Field(() => String, { description: 'IANA time zone; days of deadlines are days of this zone.' })
], RegionType.prototype, "timeZone", void 0);
__decorate([
    Field(() => String, { description: 'Two digits of the subject, the first part of its appeal numbers.' })
], RegionType.prototype, "number", void 0);
__decorate([
    Field(() => Int, { description: 'Column on the tile map, from 0.' })
], RegionType.prototype, "tileColumn", void 0);
__decorate([
    Field(() => Int, { description: 'Row on the tile map, from 0.' })
], RegionType.prototype, "tileRow", void 0);
RegionType = __decorate([
    ObjectType('Region', { simpleResolvers: true, description: 'A federal subject.' })
], RegionType);
export { RegionType };
let TopicType = class TopicType {
    code;
    section;
    name;
};
__decorate([
    Field(() => ID, { description: 'Code, housing.waste.' })
], TopicType.prototype, "code", void 0);
__decorate([
    Field(() => String, { description: "The section that it belongs to, in the request's language." })
], TopicType.prototype, "section", void 0);
__decorate([
    Field(() => String, { description: "Name in the request's language." })
], TopicType.prototype, "name", void 0);
TopicType = __decorate([
    ObjectType('Topic', { simpleResolvers: true, description: 'What an appeal or question is about.' })
], TopicType);
export { TopicType };
