var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DeputyType, FactionType, RepresentativeBodyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { BodyLevelEnum, RegionType } from '../regions/region.type.js';
import { RatingStateEnum, RatingTierEnum } from './rating.inputs.js';
let RatingPeriodType = class RatingPeriodType {
    key;
    from;
    to;
    title;
};
__decorate([
    Field(() => String, { description: '«last-12-months» or «2026-Q3».' })
], RatingPeriodType.prototype, "key", void 0);
__decorate([
    Field(() => DayScalar, { description: 'First day.' })
], RatingPeriodType.prototype, "from", void 0);
__decorate([
    Field(() => DayScalar, { description: 'Last day.' })
], RatingPeriodType.prototype, "to", void 0);
__decorate([
    Field(() => String, { description: "Name in the request's language." })
], RatingPeriodType.prototype, "title", void 0);
RatingPeriodType = __decorate([
    ObjectType('RatingPeriod', { simpleResolvers: true, description: 'A period that a rating was computed for.' })
], RatingPeriodType);
export { RatingPeriodType };
let RatingWeightsType = class RatingWeightsType {
    timeliness;
    quality;
    personal;
};
__decorate([
    Field(() => Float, { description: 'Share of timeliness.' })
], RatingWeightsType.prototype, "timeliness", void 0);
__decorate([
    Field(() => Float, { description: 'Share of quality.' })
], RatingWeightsType.prototype, "quality", void 0);
__decorate([
    Field(() => Float, { description: 'Share of the personal approach.' })
], RatingWeightsType.prototype, "personal", void 0);
RatingWeightsType = __decorate([
    ObjectType('RatingWeights', { simpleResolvers: true, description: 'How the parts add up to the score; the sum is 1.' })
], RatingWeightsType);
export { RatingWeightsType };
let RatingFormulaType = class RatingFormulaType {
    version;
    minDue;
    minMarks;
    leagueFrom;
    weights;
    text;
};
__decorate([
    Field(() => String, { description: 'Version of the method.' })
], RatingFormulaType.prototype, "version", void 0);
__decorate([
    Field(() => Int, { description: 'Fewer due appeals are «мало данных».' })
], RatingFormulaType.prototype, "minDue", void 0);
__decorate([
    Field(() => Int, { description: 'Fewer counted marks are «мало данных».' })
], RatingFormulaType.prototype, "minMarks", void 0);
__decorate([
    Field(() => Int, { description: 'About so many due appeals and marks make a score reliable enough for a league.' })
], RatingFormulaType.prototype, "leagueFrom", void 0);
__decorate([
    Field(() => RatingWeightsType, { description: 'Weights of the parts.' })
], RatingFormulaType.prototype, "weights", void 0);
__decorate([
    Field(() => String, { description: "The method in a few sentences, in the request's language." })
], RatingFormulaType.prototype, "text", void 0);
RatingFormulaType = __decorate([
    ObjectType('RatingFormula', { simpleResolvers: true, description: 'The method that made the figures; a dated version.' })
], RatingFormulaType);
export { RatingFormulaType };
let RatingSummaryType = class RatingSummaryType {
    deputies;
    fewData;
    marked;
    league;
    tierA;
    tierB;
    tierC;
    levelMean;
};
__decorate([
    Field(() => Int, { description: 'Entries.' })
], RatingSummaryType.prototype, "deputies", void 0);
__decorate([
    Field(() => Int, { description: 'Of them FEW_DATA.' })
], RatingSummaryType.prototype, "fewData", void 0);
__decorate([
    Field(() => Int, { description: 'Of them MARKED.' })
], RatingSummaryType.prototype, "marked", void 0);
__decorate([
    Field(() => Int, { description: 'Of them in a LEAGUE.' })
], RatingSummaryType.prototype, "league", void 0);
__decorate([
    Field(() => Int, { description: 'Tier A.' })
], RatingSummaryType.prototype, "tierA", void 0);
__decorate([
    Field(() => Int, { description: 'Tier B.' })
], RatingSummaryType.prototype, "tierB", void 0);
__decorate([
    Field(() => Int, { description: 'Tier C; 0 for viewers to whom the bottom is not shown.' })
], RatingSummaryType.prototype, "tierC", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Mean of the level, 0 to 100; null unless the filter names a level or a faction, since levels are not compared.' })
], RatingSummaryType.prototype, "levelMean", void 0);
RatingSummaryType = __decorate([
    ObjectType('RatingSummary', { simpleResolvers: true, description: 'Counts of entries that the filter finds and the viewer may see.' })
], RatingSummaryType);
export { RatingSummaryType };
let RatingGroupType = class RatingGroupType {
    id;
    name;
    due;
    marks;
    score;
    low;
    high;
    state;
};
__decorate([
    Field(() => ID, { description: 'Id of the faction or code of the region.' })
], RatingGroupType.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: "Name in the request's language; a faction's with its body." })
], RatingGroupType.prototype, "name", void 0);
__decorate([
    Field(() => Int, { description: 'Appeals due in the period.' })
], RatingGroupType.prototype, "due", void 0);
__decorate([
    Field(() => Int, { description: 'Counted marks.' })
], RatingGroupType.prototype, "marks", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: '0 to 100; null for FEW_DATA, and where so few deputies stand behind it that it would tell the score of one.' })
], RatingGroupType.prototype, "score", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval, 0 to 100.' })
], RatingGroupType.prototype, "low", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval, 0 to 100.' })
], RatingGroupType.prototype, "high", void 0);
__decorate([
    Field(() => RatingStateEnum, { description: 'State.' })
], RatingGroupType.prototype, "state", void 0);
RatingGroupType = __decorate([
    ObjectType('RatingGroup', { simpleResolvers: true, description: 'A faction or region: the same formula on the pooled counts of its mandates, never a mean of scores or places.' })
], RatingGroupType);
export { RatingGroupType };
let FunnelPointType = class FunnelPointType {
    deputyId;
    name;
    due;
    score;
    tier;
};
__decorate([
    Field(() => ID, { description: 'The deputy.' })
], FunnelPointType.prototype, "deputyId", void 0);
__decorate([
    Field(() => String, { description: 'Last, first and middle name.' })
], FunnelPointType.prototype, "name", void 0);
__decorate([
    Field(() => Int, { description: 'Appeals due in the period.' })
], FunnelPointType.prototype, "due", void 0);
__decorate([
    Field(() => Float, { description: '0 to 100.' })
], FunnelPointType.prototype, "score", void 0);
__decorate([
    Field(() => RatingTierEnum, { nullable: true, description: 'Tier; null outside the league.' })
], FunnelPointType.prototype, "tier", void 0);
FunnelPointType = __decorate([
    ObjectType('FunnelPoint', { simpleResolvers: true, description: 'One deputy in the funnel plot: score against the number of due appeals.' })
], FunnelPointType);
export { FunnelPointType };
let RatingPartType = class RatingPartType {
    n;
    hits;
    observed;
    expected;
    adjusted;
    value;
    low;
    high;
    weight;
    contribution;
};
__decorate([
    Field(() => Int, { description: 'Items: due appeals for timeliness, counted marks for the others.' })
], RatingPartType.prototype, "n", void 0);
__decorate([
    Field(() => Float, { description: 'How many of them hit: in time, or 4 and 5.' })
], RatingPartType.prototype, "hits", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'hits / n.' })
], RatingPartType.prototype, "observed", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'What the other deputies of the level would reach with the same topics and channels.' })
], RatingPartType.prototype, "expected", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Observed, adjusted for topics and channels.' })
], RatingPartType.prototype, "adjusted", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'After shrinkage to the mean of the level; goes into the score.' })
], RatingPartType.prototype, "value", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval of `value`.' })
], RatingPartType.prototype, "low", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval of `value`.' })
], RatingPartType.prototype, "high", void 0);
__decorate([
    Field(() => Float, { description: 'Weight in the score.' })
], RatingPartType.prototype, "weight", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'weight · value, 0 to 1; the contributions add up to score / 100.' })
], RatingPartType.prototype, "contribution", void 0);
RatingPartType = __decorate([
    ObjectType('RatingPart', {
        simpleResolvers: true,
        description: 'One of the three parts of the score. Shares are 0 to 1 with six decimals; all but the counts are null for FEW_DATA.',
    })
], RatingPartType);
export { RatingPartType };
let RatingEntryType = class RatingEntryType {
    id;
    deputy;
    region;
    body;
    faction;
    level;
    state;
    tier;
    outsideLeague;
    score;
    low;
    high;
    due;
    inTime;
    marks;
    answers;
    missingDue;
    missingMarks;
    coverage;
    timeliness;
    quality;
    personal;
};
__decorate([
    Field(() => ID, { description: 'Of mandate and period; the same in every computation, so that caches follow.' })
], RatingEntryType.prototype, "id", void 0);
__decorate([
    Field(() => DeputyType, { description: 'The deputy.' })
], RatingEntryType.prototype, "deputy", void 0);
__decorate([
    Field(() => RegionType, { description: 'The region.' })
], RatingEntryType.prototype, "region", void 0);
__decorate([
    Field(() => RepresentativeBodyType, { description: 'The body.' })
], RatingEntryType.prototype, "body", void 0);
__decorate([
    Field(() => FactionType, { description: 'The faction.' })
], RatingEntryType.prototype, "faction", void 0);
__decorate([
    Field(() => BodyLevelEnum, { description: 'Level: deputies are compared inside it only.' })
], RatingEntryType.prototype, "level", void 0);
__decorate([
    Field(() => RatingStateEnum, { description: 'State.' })
], RatingEntryType.prototype, "state", void 0);
__decorate([
    Field(() => RatingTierEnum, { nullable: true, description: 'Tier; null outside the league.' })
], RatingEntryType.prototype, "tier", void 0);
__decorate([
    Field(() => Boolean, { description: 'Works, but stands outside the league: the region is closed or suspended.' })
], RatingEntryType.prototype, "outsideLeague", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: '0 to 100 with one decimal; null for FEW_DATA.' })
], RatingEntryType.prototype, "score", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval, 0 to 100.' })
], RatingEntryType.prototype, "low", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval, 0 to 100.' })
], RatingEntryType.prototype, "high", void 0);
__decorate([
    Field(() => Int, { description: 'Appeals due in the period, open overdue ones included.' })
], RatingEntryType.prototype, "due", void 0);
__decorate([
    Field(() => Int, { description: 'Of them answered in time.' })
], RatingEntryType.prototype, "inTime", void 0);
__decorate([
    Field(() => Int, { description: 'Counted marks.' })
], RatingEntryType.prototype, "marks", void 0);
__decorate([
    Field(() => Int, { description: 'Of the due appeals answered, in time or late.' })
], RatingEntryType.prototype, "answers", void 0);
__decorate([
    Field(() => Int, { description: 'Due appeals missing to leave FEW_DATA.' })
], RatingEntryType.prototype, "missingDue", void 0);
__decorate([
    Field(() => Int, { description: 'Marks missing to leave FEW_DATA.' })
], RatingEntryType.prototype, "missingMarks", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Share of answered appeals that have a mark, 0 to 1; null without answers. Silence is not satisfaction.' })
], RatingEntryType.prototype, "coverage", void 0);
__decorate([
    Field(() => RatingPartType, { description: 'In time of due.' })
], RatingEntryType.prototype, "timeliness", void 0);
__decorate([
    Field(() => RatingPartType, { description: 'Marks of 4 and 5 with every question answered and no form letter.' })
], RatingEntryType.prototype, "quality", void 0);
__decorate([
    Field(() => RatingPartType, { description: 'Marks of 4 and 5 for the personal approach, with the measured share of new text.' })
], RatingEntryType.prototype, "personal", void 0);
RatingEntryType = __decorate([
    ObjectType('RatingEntry', { simpleResolvers: true, description: 'The rating of one mandate in one period.' })
], RatingEntryType);
export { RatingEntryType };
export const RatingEntryConnection = connectionOf('RatingEntry', () => RatingEntryType);
let RatingType = class RatingType {
    period;
    computedAt;
    snapshotId;
};
__decorate([
    Field(() => RatingPeriodType, { description: 'The period.' })
], RatingType.prototype, "period", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When the snapshot was computed; the time of the request while there is none yet.' })
], RatingType.prototype, "computedAt", void 0);
__decorate([
    Field(() => ID, { description: 'The snapshot that the figures come from; it is never changed.' })
], RatingType.prototype, "snapshotId", void 0);
RatingType = __decorate([
    ObjectType('Rating', { simpleResolvers: true, description: 'The rating of a period, as far as the viewer may see it.' })
], RatingType);
export { RatingType };
