var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __param = (this && this.__param) || function (paramIndex, decorator) {
    return function (target, key) { decorator(target, key, paramIndex); }
};
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { RegionStageType, RegionType, TopicType } from './region.type.js';
let RegionResolver = class RegionResolver {
    regions({ reference, locale }) {
        return reference.regions(locale);
    }
    topics({ reference, locale }) {
        return reference.topics(locale);
    }
    stages(region, { reference, clock }) {
        return reference.stagesOf(region.code, clock.now());
    }
    openForAppeals(region, { reference, clock }) {
        return reference.isOpenForAppeals(region.code, null, clock.now());
    }
};
__decorate([
    Query(() => [RegionType], { description: 'All regions, by name.' }),
    __param(0, Ctx())
], RegionResolver.prototype, "regions", null);
__decorate([
    Query(() => [TopicType], { description: 'All topics, by section.' }),
    __param(0, Ctx())
], RegionResolver.prototype, "topics", null);
__decorate([
    FieldResolver(() => [RegionStageType], { description: 'The stages today, for each level and service.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RegionResolver.prototype, "stages", null);
__decorate([
    FieldResolver(() => Boolean, { description: 'Whether citizens can write to deputies here today.' }),
    __param(0, Root()),
    __param(1, Ctx())
], RegionResolver.prototype, "openForAppeals", null);
RegionResolver = __decorate([
    Resolver(() => RegionType)
], RegionResolver);
export { RegionResolver };
