var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { FeedbackResultEnum } from '../appeals/tracked.type.js';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { SortDirectionEnum } from '../graphql/sort.type.js';
import { COMMENT_STATES } from './feedback.entity.js';
export const CommentStateEnum = asEnum(COMMENT_STATES);
registerEnumType(CommentStateEnum, { name: 'CommentState', description: 'A comment is PENDING until staff read it, then SHOWN to the deputy or HIDDEN.' });
/** What lists of feedback are sorted by. */
export const FEEDBACK_SORT_FIELDS = ['GIVEN_AT', 'QUALITY'];
export const FeedbackSortFieldEnum = asEnum(FEEDBACK_SORT_FIELDS);
registerEnumType(FeedbackSortFieldEnum, { name: 'FeedbackSortField', description: 'What a list of feedback is sorted by.' });
let GiveFeedbackInput = class GiveFeedbackInput {
    token;
    continuation;
    number;
    code;
    quality;
    prompt;
    personal;
    result;
    comment;
};
__decorate([
    Field(() => String, { nullable: true, description: 'Token of the link in the mail.' })
], GiveFeedbackInput.prototype, "token", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'What the payload of the first mark gave.' })
], GiveFeedbackInput.prototype, "continuation", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Number of the appeal.' })
], GiveFeedbackInput.prototype, "number", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Code of the appeal.' })
], GiveFeedbackInput.prototype, "code", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: '1 to 5; needed for the first mark.' })
], GiveFeedbackInput.prototype, "quality", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: 'Whether the answer came in good time.' })
], GiveFeedbackInput.prototype, "prompt", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: '1 «отписка» to 5 «ответ живой».' })
], GiveFeedbackInput.prototype, "personal", void 0);
__decorate([
    Field(() => FeedbackResultEnum, { nullable: true, description: 'Whether the problem is solved.' })
], GiveFeedbackInput.prototype, "result", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
], GiveFeedbackInput.prototype, "comment", void 0);
GiveFeedbackInput = __decorate([
    InputType('GiveFeedbackInput', { description: 'A mark, by `token` (from the mail, single use), by `continuation` (from the first mark, for one hour), or by `number` and `code`.' })
], GiveFeedbackInput);
export { GiveFeedbackInput };
let ModerateCommentInput = class ModerateCommentInput {
    feedbackId;
    show;
};
__decorate([
    Field(() => ID, { description: 'Id of the feedback.' })
], ModerateCommentInput.prototype, "feedbackId", void 0);
__decorate([
    Field(() => Boolean, { description: 'True shows it, false hides it.' })
], ModerateCommentInput.prototype, "show", void 0);
ModerateCommentInput = __decorate([
    InputType('ModerateCommentInput', { description: 'Whether the deputy may read a comment.' })
], ModerateCommentInput);
export { ModerateCommentInput };
let FeedbackFilter = class FeedbackFilter {
    regionCode;
    deputyId;
    appealId;
    quality;
    result;
    commentState;
    givenFrom;
    givenTo;
};
__decorate([
    Field(() => [String], { nullable: true, description: 'ISO codes of regions.' })
], FeedbackFilter.prototype, "regionCode", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: 'One deputy.' })
], FeedbackFilter.prototype, "deputyId", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: 'One appeal.' })
], FeedbackFilter.prototype, "appealId", void 0);
__decorate([
    Field(() => [Int], { nullable: true, description: 'Marks for quality, 1 to 5.' })
], FeedbackFilter.prototype, "quality", void 0);
__decorate([
    Field(() => [FeedbackResultEnum], { nullable: true, description: 'Results.' })
], FeedbackFilter.prototype, "result", void 0);
__decorate([
    Field(() => [CommentStateEnum], { nullable: true, description: 'States of the comment; for staff.' })
], FeedbackFilter.prototype, "commentState", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'Given on this day or later.' })
], FeedbackFilter.prototype, "givenFrom", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'Given on this day or earlier.' })
], FeedbackFilter.prototype, "givenTo", void 0);
FeedbackFilter = __decorate([
    InputType('FeedbackFilter', { description: 'Which marks; what is left out does not restrict.' })
], FeedbackFilter);
export { FeedbackFilter };
let FeedbackSort = class FeedbackSort {
    field;
    direction;
};
__decorate([
    Field(() => FeedbackSortFieldEnum, { description: 'By what.' })
], FeedbackSort.prototype, "field", void 0);
__decorate([
    Field(() => SortDirectionEnum, { description: 'Which way.' })
], FeedbackSort.prototype, "direction", void 0);
FeedbackSort = __decorate([
    InputType('FeedbackSort', { description: 'Sorting of feedback.' })
], FeedbackSort);
export { FeedbackSort };
