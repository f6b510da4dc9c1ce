var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FEEDBACK_RESULTS } from '../feedback/feedback.entity.js';
import { registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { UserErrorType } from '../graphql/payload.js';
import { RegionType } from '../regions/region.type.js';
import { AppealMoveEnum, AppealStatusEnum, AppealType, AnswerDraftType, ContactsType, DeadlineType, MessageType, QuestionType, RejectReasonEnum, } from './appeal.type.js';
export const FeedbackResultEnum = asEnum(FEEDBACK_RESULTS);
registerEnumType(FeedbackResultEnum, { name: 'FeedbackResult', description: 'решено, частично, не решено.' });
let RejectReasonType = class RejectReasonType {
    code;
    title;
    text;
};
__decorate([
    Field(() => RejectReasonEnum, { description: 'Code.' })
], RejectReasonType.prototype, "code", void 0);
__decorate([
    Field(() => String, { description: 'Short title for staff.' })
], RejectReasonType.prototype, "title", void 0);
__decorate([
    Field(() => String, { description: 'Text for the applicant.' })
], RejectReasonType.prototype, "text", void 0);
RejectReasonType = __decorate([
    ObjectType('RejectReason', { simpleResolvers: true, description: 'A reason to reject, with the text that the applicant gets unless it is edited.' })
], RejectReasonType);
export { RejectReasonType };
let NextStepType = class NextStepType {
    text;
    by;
};
__decorate([
    Field(() => String, { description: 'In plain words.' })
], NextStepType.prototype, "text", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'The last day for it, where there is one.' })
], NextStepType.prototype, "by", void 0);
NextStepType = __decorate([
    ObjectType('NextStep', { simpleResolvers: true, description: 'What comes next, and until when.' })
], NextStepType);
export { NextStepType };
let TrackedStepType = class TrackedStepType {
    at;
    title;
};
__decorate([
    Field(() => DateTimeScalar, { description: 'When.' })
], TrackedStepType.prototype, "at", void 0);
__decorate([
    Field(() => String, { description: 'What, in plain words.' })
], TrackedStepType.prototype, "title", void 0);
TrackedStepType = __decorate([
    ObjectType('TrackedStep', { simpleResolvers: true, description: 'Something that happened to the appeal.' })
], TrackedStepType);
export { TrackedStepType };
let TrackedFeedbackType = class TrackedFeedbackType {
    quality;
    prompt;
    personal;
    result;
    comment;
    givenAt;
};
__decorate([
    Field(() => Int, { description: '1 to 5.' })
], TrackedFeedbackType.prototype, "quality", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: 'Whether the answer came in good time.' })
], TrackedFeedbackType.prototype, "prompt", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: '1 «отписка» to 5 «ответ живой».' })
], TrackedFeedbackType.prototype, "personal", void 0);
__decorate([
    Field(() => FeedbackResultEnum, { nullable: true, description: 'Whether the problem is solved.' })
], TrackedFeedbackType.prototype, "result", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'In the words of the applicant.' })
], TrackedFeedbackType.prototype, "comment", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When.' })
], TrackedFeedbackType.prototype, "givenAt", void 0);
TrackedFeedbackType = __decorate([
    ObjectType('TrackedFeedback', { simpleResolvers: true, description: 'The mark as the applicant gave it.' })
], TrackedFeedbackType);
export { TrackedFeedbackType };
let TrackedAppealType = class TrackedAppealType {
    number;
    status;
    statusText;
    nextStep;
    subject;
    text;
    submittedAt;
    region;
    deputyName;
    dueOn;
    deadline;
    messages;
    steps;
    questions;
    rejectReason;
    availableMoves;
    canGiveFeedback;
    feedback;
    version;
};
__decorate([
    Field(() => String, { description: 'Number.' })
], TrackedAppealType.prototype, "number", void 0);
__decorate([
    Field(() => AppealStatusEnum, { description: 'Status.' })
], TrackedAppealType.prototype, "status", void 0);
__decorate([
    Field(() => String, { description: 'The status in plain words.' })
], TrackedAppealType.prototype, "statusText", void 0);
__decorate([
    Field(() => NextStepType, { nullable: true, description: 'What comes next; null when it is over.' })
], TrackedAppealType.prototype, "nextStep", void 0);
__decorate([
    Field(() => String, { description: 'What it is about.' })
], TrackedAppealType.prototype, "subject", void 0);
__decorate([
    Field(() => String, { description: 'The letter.' })
], TrackedAppealType.prototype, "text", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it was sent.' })
], TrackedAppealType.prototype, "submittedAt", void 0);
__decorate([
    Field(() => RegionType, { description: 'The region.' })
], TrackedAppealType.prototype, "region", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'The deputy, once there is one.' })
], TrackedAppealType.prototype, "deputyName", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'The last day to answer in time.' })
], TrackedAppealType.prototype, "dueOn", void 0);
__decorate([
    Field(() => DeadlineType, { nullable: true, description: 'Why this day.' })
], TrackedAppealType.prototype, "deadline", void 0);
__decorate([
    Field(() => [MessageType], { description: 'The thread, oldest first.' })
], TrackedAppealType.prototype, "messages", void 0);
__decorate([
    Field(() => [TrackedStepType], { description: 'What has happened, oldest first; also who opened the contacts.' })
], TrackedAppealType.prototype, "steps", void 0);
__decorate([
    Field(() => [QuestionType], { description: 'The questions with their results.' })
], TrackedAppealType.prototype, "questions", void 0);
__decorate([
    Field(() => RejectReasonType, { nullable: true, description: 'Why it was rejected.' })
], TrackedAppealType.prototype, "rejectReason", void 0);
__decorate([
    Field(() => [AppealMoveEnum], { description: 'What the applicant can do now.' })
], TrackedAppealType.prototype, "availableMoves", void 0);
__decorate([
    Field(() => Boolean, { description: 'Whether the last answer can be marked now.' })
], TrackedAppealType.prototype, "canGiveFeedback", void 0);
__decorate([
    Field(() => TrackedFeedbackType, { nullable: true, description: 'The mark of the last answer.' })
], TrackedAppealType.prototype, "feedback", void 0);
__decorate([
    Field(() => Int, { description: 'Give it back with every move.' })
], TrackedAppealType.prototype, "version", void 0);
TrackedAppealType = __decorate([
    ObjectType('TrackedAppeal', { simpleResolvers: true, description: 'An appeal as the applicant sees it with number and code.' })
], TrackedAppealType);
export { TrackedAppealType };
let SubmittedAppealType = class SubmittedAppealType {
    id;
    number;
    submittedAt;
    registerBy;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], SubmittedAppealType.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: 'Number for life.' })
], SubmittedAppealType.prototype, "number", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it arrived.' })
], SubmittedAppealType.prototype, "submittedAt", void 0);
__decorate([
    Field(() => DayScalar, { description: 'The last day to register it in time.' })
], SubmittedAppealType.prototype, "registerBy", void 0);
SubmittedAppealType = __decorate([
    ObjectType('SubmittedAppeal', { simpleResolvers: true, description: 'What the applicant is told of a new appeal.' })
], SubmittedAppealType);
export { SubmittedAppealType };
const ERRORS = 'What to correct; empty when it was done.';
let SubmitAppealPayload = class SubmitAppealPayload {
    appeal;
    code;
    errors;
};
__decorate([
    Field(() => SubmittedAppealType, { nullable: true, description: 'The appeal; null when refused.' })
], SubmitAppealPayload.prototype, "appeal", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'The code that opens the appeal together with the number. Shown once; we keep only its hash.' })
], SubmitAppealPayload.prototype, "code", void 0);
__decorate([
    Field(() => [UserErrorType], { description: ERRORS })
], SubmitAppealPayload.prototype, "errors", void 0);
SubmitAppealPayload = __decorate([
    ObjectType('SubmitAppealPayload', { simpleResolvers: true, description: 'Result of submitAppeal.' })
], SubmitAppealPayload);
export { SubmitAppealPayload };
let TrackedAppealPayload = class TrackedAppealPayload {
    appeal;
    errors;
};
__decorate([
    Field(() => TrackedAppealType, { nullable: true, description: 'The appeal after the move; null when refused.' })
], TrackedAppealPayload.prototype, "appeal", void 0);
__decorate([
    Field(() => [UserErrorType], { description: ERRORS })
], TrackedAppealPayload.prototype, "errors", void 0);
TrackedAppealPayload = __decorate([
    ObjectType('TrackedAppealPayload', { simpleResolvers: true, description: "Result of an applicant's move." })
], TrackedAppealPayload);
export { TrackedAppealPayload };
let AppealPayload = class AppealPayload {
    appeal;
    errors;
};
__decorate([
    Field(() => AppealType, { nullable: true, description: 'The appeal after the move; null when refused.' })
], AppealPayload.prototype, "appeal", void 0);
__decorate([
    Field(() => [UserErrorType], { description: ERRORS })
], AppealPayload.prototype, "errors", void 0);
AppealPayload = __decorate([
    ObjectType('AppealPayload', { simpleResolvers: true, description: 'Result of a move by staff or a deputy.' })
], AppealPayload);
export { AppealPayload };
let AnswerDraftPayload = class AnswerDraftPayload {
    draft;
    errors;
};
__decorate([
    Field(() => AnswerDraftType, { nullable: true, description: 'The draft as it was saved; null when refused.' })
], AnswerDraftPayload.prototype, "draft", void 0);
__decorate([
    Field(() => [UserErrorType], { description: ERRORS })
], AnswerDraftPayload.prototype, "errors", void 0);
AnswerDraftPayload = __decorate([
    ObjectType('AnswerDraftPayload', { simpleResolvers: true, description: 'Result of saveAnswerDraft.' })
], AnswerDraftPayload);
export { AnswerDraftPayload };
let ContactsPayload = class ContactsPayload {
    contacts;
    errors;
};
__decorate([
    Field(() => ContactsType, { nullable: true, description: 'The contacts.' })
], ContactsPayload.prototype, "contacts", void 0);
__decorate([
    Field(() => [UserErrorType], { description: ERRORS })
], ContactsPayload.prototype, "errors", void 0);
ContactsPayload = __decorate([
    ObjectType('ContactsPayload', { simpleResolvers: true, description: 'Result of openContacts.' })
], ContactsPayload);
export { ContactsPayload };
