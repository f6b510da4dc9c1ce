var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { SortDirectionEnum } from '../graphql/sort.type.js';
import { BodyLevelEnum } from '../regions/region.type.js';
import { RATING_STATES, TIERS } from './formula.model.js';
export const RatingStateEnum = asEnum(RATING_STATES);
registerEnumType(RatingStateEnum, {
    name: 'RatingState',
    description: 'FEW_DATA «мало данных»: fewer than 10 due appeals or 10 marks, no figure is shown. MARKED: a score with its interval. LEAGUE: a tier too.',
});
export const RatingTierEnum = asEnum(TIERS);
registerEnumType(RatingTierEnum, {
    name: 'RatingTier',
    description: 'A: above the mean of the level with a probability of 95 % or more. C: above it with 5 % or less. B: neither.',
});
/** What lists of the rating are sorted by. */
export const RATING_SORT_FIELDS = ['NAME', 'SCORE', 'DUE'];
export const RatingSortFieldEnum = asEnum(RATING_SORT_FIELDS);
registerEnumType(RatingSortFieldEnum, { name: 'RatingSortField', description: 'What entries are sorted by; deputies without a score have less than 0.' });
let RatingFilter = class RatingFilter {
    period;
    regionCode;
    level;
    factionId;
    tier;
    state;
    search;
};
__decorate([
    Field(() => String, { nullable: true, description: '«last-12-months» (default) or a quarter, «2026-Q3». BAD_USER_INPUT PERIOD_UNKNOWN when there is no rating of it.' })
], RatingFilter.prototype, "period", void 0);
__decorate([
    Field(() => [String], { nullable: true, description: 'ISO codes of regions, up to 100.' })
], RatingFilter.prototype, "regionCode", void 0);
__decorate([
    Field(() => BodyLevelEnum, { nullable: true, description: 'Level of the body.' })
], RatingFilter.prototype, "level", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: 'One faction.' })
], RatingFilter.prototype, "factionId", void 0);
__decorate([
    Field(() => [RatingTierEnum], { nullable: true, description: 'Tiers.' })
], RatingFilter.prototype, "tier", void 0);
__decorate([
    Field(() => [RatingStateEnum], { nullable: true, description: 'States.' })
], RatingFilter.prototype, "state", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Beginnings of names in any order; ё and е are the same.' })
], RatingFilter.prototype, "search", void 0);
RatingFilter = __decorate([
    InputType('RatingFilter', { description: 'Which entries of the rating; what is left out does not restrict.' })
], RatingFilter);
export { RatingFilter };
let RatingSort = class RatingSort {
    field;
    direction;
};
__decorate([
    Field(() => RatingSortFieldEnum, { description: 'By what.' })
], RatingSort.prototype, "field", void 0);
__decorate([
    Field(() => SortDirectionEnum, { description: 'Which way.' })
], RatingSort.prototype, "direction", void 0);
RatingSort = __decorate([
    InputType('RatingSort', { description: 'Sorting of entries.' })
], RatingSort);
export { RatingSort };
