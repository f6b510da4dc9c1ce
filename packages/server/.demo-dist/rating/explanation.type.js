var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { QuestionResultEnum } from '../appeals/appeal.type.js';
import { FeedbackResultEnum } from '../appeals/tracked.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { RatingEntryType, RatingPeriodType } from './rating.type.js';
let RatingStepType = class RatingStepType {
    code;
    part;
    title;
    text;
    value;
};
__decorate([
    Field(() => String, { description: 'OBSERVED EXPECTED ADJUSTED PRIOR SHRUNK INFORMALITY WEIGHT CONTRIBUTION SCORE STANDING EFFECT FEW_DATA.' })
], RatingStepType.prototype, "code", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'timeliness, quality or personal; null for the whole.' })
], RatingStepType.prototype, "part", void 0);
__decorate([
    Field(() => String, { description: "Title in the request's language." })
], RatingStepType.prototype, "title", void 0);
__decorate([
    Field(() => String, { description: "The step in a sentence, in the request's language." })
], RatingStepType.prototype, "text", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: 'Its figure: a share 0 to 1; for SCORE 0 to 100, for EFFECT points of the score.' })
], RatingStepType.prototype, "value", void 0);
RatingStepType = __decorate([
    ObjectType('RatingStep', { simpleResolvers: true, description: 'One step from the counts to the score, in words.' })
], RatingStepType);
export { RatingStepType };
let ResultCountType = class ResultCountType {
    result;
    count;
};
__decorate([
    Field(() => QuestionResultEnum, { description: 'The result.' })
], ResultCountType.prototype, "result", void 0);
__decorate([
    Field(() => Int, { description: 'Questions.' })
], ResultCountType.prototype, "count", void 0);
ResultCountType = __decorate([
    ObjectType('ResultCount', { simpleResolvers: true, description: 'How many questions had this result; results are never added up.' })
], ResultCountType);
export { ResultCountType };
let RatingItemType = class RatingItemType {
    appealId;
    number;
    subject;
    dueOn;
    answeredOn;
    inTime;
    counted;
    exclusionText;
    quality;
    personal;
    result;
    markCounted;
    markExclusionText;
    templateShare;
};
__decorate([
    Field(() => ID, { description: 'The appeal.' })
], RatingItemType.prototype, "appealId", void 0);
__decorate([
    Field(() => String, { description: 'Its number.' })
], RatingItemType.prototype, "number", void 0);
__decorate([
    Field(() => String, { description: 'What it is about.' })
], RatingItemType.prototype, "subject", void 0);
__decorate([
    Field(() => DayScalar, { description: 'When it is due.' })
], RatingItemType.prototype, "dueOn", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'When it was first answered; null until then.' })
], RatingItemType.prototype, "answeredOn", void 0);
__decorate([
    Field(() => Boolean, { description: 'Answered on the due day or before.' })
], RatingItemType.prototype, "inTime", void 0);
__decorate([
    Field(() => Boolean, { description: 'Whether the appeal counts among the due ones.' })
], RatingItemType.prototype, "counted", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Why it does not.' })
], RatingItemType.prototype, "exclusionText", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: 'Mark for quality, 1 to 5, of the last answer that has one.' })
], RatingItemType.prototype, "quality", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: 'Mark for the personal approach, 1 to 5.' })
], RatingItemType.prototype, "personal", void 0);
__decorate([
    Field(() => FeedbackResultEnum, { nullable: true, description: "Whether the problem is solved, by the applicant's word." })
], RatingItemType.prototype, "result", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: 'Whether the mark counts; null without one.' })
], RatingItemType.prototype, "markCounted", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Why the mark does not count, or counts and earns no quality.' })
], RatingItemType.prototype, "markExclusionText", void 0);
__decorate([
    Field(() => Float, { nullable: true, description: "How much of the answer repeats the deputy's earlier ones, 0 to 1; null when it is too short to tell." })
], RatingItemType.prototype, "templateShare", void 0);
RatingItemType = __decorate([
    ObjectType('RatingItem', { simpleResolvers: true, description: 'One appeal of the period, whether it counts or not.' })
], RatingItemType);
export { RatingItemType };
export const RatingItemConnection = connectionOf('RatingItem', () => RatingItemType);
let RatingExplanationType = class RatingExplanationType {
    entry;
    period;
    computedAt;
};
__decorate([
    Field(() => RatingEntryType, { description: 'The entry.' })
], RatingExplanationType.prototype, "entry", void 0);
__decorate([
    Field(() => RatingPeriodType, { description: 'The period.' })
], RatingExplanationType.prototype, "period", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it was computed.' })
], RatingExplanationType.prototype, "computedAt", void 0);
RatingExplanationType = __decorate([
    ObjectType('RatingExplanation', { simpleResolvers: true, description: 'Where a deputy’s figure comes from, down to the single appeal.' })
], RatingExplanationType);
export { RatingExplanationType };
