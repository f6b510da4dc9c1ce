var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { BodyLevelEnum, RegionType } from '../regions/region.type.js';
import { SortDirectionEnum } from '../graphql/sort.type.js';
import { JOININGS } from './deputy.entity.js';
export const JoiningEnum = asEnum(JOININGS);
registerEnumType(JoiningEnum, { name: 'Joining', description: 'How a mandate joined: planned in the PILOT, or SELF_ENROLLED by the deputy.' });
/** What lists of deputies are sorted by. */
export const DEPUTY_SORT_FIELDS = ['NAME', 'JOINED_ON'];
export const DeputySortFieldEnum = asEnum(DEPUTY_SORT_FIELDS);
registerEnumType(DeputySortFieldEnum, { name: 'DeputySortField', description: 'What a list of deputies is sorted by.' });
let FactionType = class FactionType {
    id;
    name;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], FactionType.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: "Name in the request's language." })
], FactionType.prototype, "name", void 0);
FactionType = __decorate([
    ObjectType('Faction', { simpleResolvers: true, description: 'A faction in a representative body.' })
], FactionType);
export { FactionType };
let RepresentativeBodyType = class RepresentativeBodyType {
    id;
    name;
    level;
    region;
    factions;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], RepresentativeBodyType.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: "Name in the request's language." })
], RepresentativeBodyType.prototype, "name", void 0);
__decorate([
    Field(() => BodyLevelEnum, { description: 'Level.' })
], RepresentativeBodyType.prototype, "level", void 0);
__decorate([
    Field(() => RegionType, { description: 'Its region.' })
], RepresentativeBodyType.prototype, "region", void 0);
__decorate([
    Field(() => [FactionType], { description: 'Its factions.' })
], RepresentativeBodyType.prototype, "factions", void 0);
RepresentativeBodyType = __decorate([
    ObjectType('RepresentativeBody', { simpleResolvers: true, description: 'A legislature of a region or the council of its administrative centre.' })
], RepresentativeBodyType);
export { RepresentativeBodyType };
let DistrictType = class DistrictType {
    id;
    number;
    name;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], DistrictType.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'Its number in the body.' })
], DistrictType.prototype, "number", void 0);
__decorate([
    Field(() => String, { description: "Name in the request's language." })
], DistrictType.prototype, "name", void 0);
DistrictType = __decorate([
    ObjectType('District', { simpleResolvers: true, description: 'An electoral district of a body.' })
], DistrictType);
export { DistrictType };
let MandateType = class MandateType {
    id;
    body;
    faction;
    district;
    convocation;
    joining;
    joinedOn;
    startedOn;
    endedOn;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], MandateType.prototype, "id", void 0);
__decorate([
    Field(() => RepresentativeBodyType, { description: 'The body.' })
], MandateType.prototype, "body", void 0);
__decorate([
    Field(() => FactionType, { description: 'The faction.' })
], MandateType.prototype, "faction", void 0);
__decorate([
    Field(() => DistrictType, { nullable: true, description: 'The district; null when elected from a list.' })
], MandateType.prototype, "district", void 0);
__decorate([
    Field(() => Int, { description: 'Number of the convocation.' })
], MandateType.prototype, "convocation", void 0);
__decorate([
    Field(() => JoiningEnum, { description: 'How it joined the service.' })
], MandateType.prototype, "joining", void 0);
__decorate([
    Field(() => DayScalar, { description: 'Since when appeals can be sent.' })
], MandateType.prototype, "joinedOn", void 0);
__decorate([
    Field(() => DayScalar, { description: 'When the mandate began.' })
], MandateType.prototype, "startedOn", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'When it ended; null while it lasts.' })
], MandateType.prototype, "endedOn", void 0);
MandateType = __decorate([
    ObjectType('Mandate', { simpleResolvers: true, description: 'A deputy in one body for one convocation, for one district or from a list.' })
], MandateType);
export { MandateType };
let DeputyType = class DeputyType {
    id;
    name;
    lastName;
    firstName;
    middleName;
    regionCode;
    region;
    mandate;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], DeputyType.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: 'Last, first and middle name.' })
], DeputyType.prototype, "name", void 0);
__decorate([
    Field(() => String, { description: 'Last name.' })
], DeputyType.prototype, "lastName", void 0);
__decorate([
    Field(() => String, { description: 'First name.' })
], DeputyType.prototype, "firstName", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Patronymic, where there is one.' })
], DeputyType.prototype, "middleName", void 0);
__decorate([
    Field(() => String, { description: 'ISO code of the region.' })
], DeputyType.prototype, "regionCode", void 0);
__decorate([
    Field(() => RegionType, { description: 'The region.' })
], DeputyType.prototype, "region", void 0);
__decorate([
    Field(() => MandateType, { description: 'The current mandate.' })
], DeputyType.prototype, "mandate", void 0);
DeputyType = __decorate([
    ObjectType('Deputy', { simpleResolvers: true, description: 'A deputy at work in the service.' })
], DeputyType);
export { DeputyType };
export const DeputyConnection = connectionOf('Deputy', () => DeputyType);
let DeputyFilter = class DeputyFilter {
    regionCode;
    level;
    bodyId;
    factionId;
    joining;
    search;
};
__decorate([
    Field(() => [String], { nullable: true, description: 'ISO codes of regions.' })
], DeputyFilter.prototype, "regionCode", void 0);
__decorate([
    Field(() => BodyLevelEnum, { nullable: true, description: 'Level of the body.' })
], DeputyFilter.prototype, "level", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: 'One representative body.' })
], DeputyFilter.prototype, "bodyId", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: 'One faction.' })
], DeputyFilter.prototype, "factionId", void 0);
__decorate([
    Field(() => JoiningEnum, { nullable: true, description: 'How they joined.' })
], DeputyFilter.prototype, "joining", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Beginnings of names in any order; ё and е are the same.' })
], DeputyFilter.prototype, "search", void 0);
DeputyFilter = __decorate([
    InputType('DeputyFilter', { description: 'Which deputies; what is left out does not restrict.' })
], DeputyFilter);
export { DeputyFilter };
let DeputySort = class DeputySort {
    field;
    direction;
};
__decorate([
    Field(() => DeputySortFieldEnum, { description: 'By what.' })
], DeputySort.prototype, "field", void 0);
__decorate([
    Field(() => SortDirectionEnum, { description: 'Which way.' })
], DeputySort.prototype, "direction", void 0);
DeputySort = __decorate([
    InputType('DeputySort', { description: 'Sorting of deputies.' })
], DeputySort);
export { DeputySort };
