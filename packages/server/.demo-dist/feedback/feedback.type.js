var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import { FeedbackResultEnum, TrackedFeedbackType } from '../appeals/tracked.type.js';
import { DeputyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { CommentStateEnum } from './feedback.inputs.js';
let FeedbackType = class FeedbackType {
    id;
    quality;
    prompt;
    personal;
    result;
    comment;
    commentState;
    givenAt;
    counted;
    notCountedReason;
    notCountedText;
    deputy;
    appeal;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], FeedbackType.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'Quality, 1 to 5.' })
], FeedbackType.prototype, "quality", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: 'Whether the answer came in good time, as the applicant felt it.' })
], FeedbackType.prototype, "prompt", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: 'Personal approach, 1 «отписка» to 5 «ответ живой».' })
], FeedbackType.prototype, "personal", void 0);
__decorate([
    Field(() => FeedbackResultEnum, { nullable: true, description: 'Whether the problem is solved.' })
], FeedbackType.prototype, "result", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'The comment; for the deputy only once it is SHOWN.' })
], FeedbackType.prototype, "comment", void 0);
__decorate([
    Field(() => CommentStateEnum, { description: 'Whether the comment was moderated.' })
], FeedbackType.prototype, "commentState", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it was given last.' })
], FeedbackType.prototype, "givenAt", void 0);
__decorate([
    Field(() => Boolean, { description: 'Whether the rating counts it.' })
], FeedbackType.prototype, "counted", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Code of the reason why it is not counted.' })
], FeedbackType.prototype, "notCountedReason", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'That reason in words.' })
], FeedbackType.prototype, "notCountedText", void 0);
__decorate([
    Field(() => DeputyType, { description: 'Whose answer it is.' })
], FeedbackType.prototype, "deputy", void 0);
__decorate([
    Field(() => AppealType, { description: 'The appeal.' })
], FeedbackType.prototype, "appeal", void 0);
FeedbackType = __decorate([
    ObjectType('Feedback', { simpleResolvers: true, description: "The applicant's mark of an answer." })
], FeedbackType);
export { FeedbackType };
export const FeedbackConnection = connectionOf('Feedback', () => FeedbackType);
let FeedbackInvitationType = class FeedbackInvitationType {
    appealNumber;
    subject;
    answerText;
    answeredAt;
    deputyName;
    validUntil;
};
__decorate([
    Field(() => String, { description: 'Number of the appeal.' })
], FeedbackInvitationType.prototype, "appealNumber", void 0);
__decorate([
    Field(() => String, { description: 'What it is about.' })
], FeedbackInvitationType.prototype, "subject", void 0);
__decorate([
    Field(() => String, { description: 'The answer.' })
], FeedbackInvitationType.prototype, "answerText", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it was answered.' })
], FeedbackInvitationType.prototype, "answeredAt", void 0);
__decorate([
    Field(() => String, { description: 'Who answered.' })
], FeedbackInvitationType.prototype, "deputyName", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'Until when it can be marked.' })
], FeedbackInvitationType.prototype, "validUntil", void 0);
FeedbackInvitationType = __decorate([
    ObjectType('FeedbackInvitation', { simpleResolvers: true, description: 'What a link from the mail is about.' })
], FeedbackInvitationType);
export { FeedbackInvitationType };
let GiveFeedbackPayload = class GiveFeedbackPayload {
    feedback;
    continuation;
    appealNumber;
    errors;
};
__decorate([
    Field(() => TrackedFeedbackType, { nullable: true, description: 'The mark as it stands; null when refused.' })
], GiveFeedbackPayload.prototype, "feedback", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Lets this page add the rest or change the mark for one hour; null when number and code were given.' })
], GiveFeedbackPayload.prototype, "continuation", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Number of the appeal.' })
], GiveFeedbackPayload.prototype, "appealNumber", void 0);
__decorate([
    Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
], GiveFeedbackPayload.prototype, "errors", void 0);
GiveFeedbackPayload = __decorate([
    ObjectType('GiveFeedbackPayload', { simpleResolvers: true, description: 'Result of giveFeedback.' })
], GiveFeedbackPayload);
export { GiveFeedbackPayload };
let FeedbackPayload = class FeedbackPayload {
    feedback;
    errors;
};
__decorate([
    Field(() => FeedbackType, { nullable: true, description: 'The feedback; null when refused.' })
], FeedbackPayload.prototype, "feedback", void 0);
__decorate([
    Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
], FeedbackPayload.prototype, "errors", void 0);
FeedbackPayload = __decorate([
    ObjectType('FeedbackPayload', { simpleResolvers: true, description: 'Result of moderateComment.' })
], FeedbackPayload);
export { FeedbackPayload };
