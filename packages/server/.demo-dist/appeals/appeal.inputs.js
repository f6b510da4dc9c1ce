var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { SortDirectionEnum } from '../graphql/sort.type.js';
import { AppealKindEnum, AppealStatusEnum, ChannelEnum, DeadlineStateEnum, QuestionResultEnum, RejectReasonEnum } from './appeal.type.js';
/** What lists of appeals are sorted by. */
export const APPEAL_SORT_FIELDS = ['SUBMITTED_AT', 'DUE_ON', 'CHANGED_AT'];
export const AppealSortFieldEnum = asEnum(APPEAL_SORT_FIELDS);
registerEnumType(AppealSortFieldEnum, { name: 'AppealSortField', description: 'What a list of appeals is sorted by; DUE_ON leaves out appeals without a deadline.' });
let AppealFilter = class AppealFilter {
    status;
    regionCode;
    deputyId;
    topicCode;
    kind;
    channel;
    deadline;
    submittedFrom;
    submittedTo;
    awaitingModeration;
    registrationOverdue;
    search;
};
__decorate([
    Field(() => [AppealStatusEnum], { nullable: true, description: 'Statuses.' })
], AppealFilter.prototype, "status", void 0);
__decorate([
    Field(() => [String], { nullable: true, description: 'ISO codes of regions.' })
], AppealFilter.prototype, "regionCode", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: 'One deputy.' })
], AppealFilter.prototype, "deputyId", void 0);
__decorate([
    Field(() => [String], { nullable: true, description: 'Codes of topics.' })
], AppealFilter.prototype, "topicCode", void 0);
__decorate([
    Field(() => [AppealKindEnum], { nullable: true, description: 'Kinds.' })
], AppealFilter.prototype, "kind", void 0);
__decorate([
    Field(() => [ChannelEnum], { nullable: true, description: 'Channels.' })
], AppealFilter.prototype, "channel", void 0);
__decorate([
    Field(() => DeadlineStateEnum, { nullable: true, description: 'How open appeals stand to their deadline.' })
], AppealFilter.prototype, "deadline", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'Submitted on this day (UTC) or later.' })
], AppealFilter.prototype, "submittedFrom", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'Submitted on this day (UTC) or earlier.' })
], AppealFilter.prototype, "submittedTo", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: 'True: only what waits for a moderator.' })
], AppealFilter.prototype, "awaitingModeration", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: 'True: only what waits for a moderator longer than the policy allows.' })
], AppealFilter.prototype, "registrationOverdue", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Full text in Russian with its word forms; a number finds its appeal.' })
], AppealFilter.prototype, "search", void 0);
AppealFilter = __decorate([
    InputType('AppealFilter', { description: 'Which appeals; what is left out does not restrict, and nothing widens what the viewer may see.' })
], AppealFilter);
export { AppealFilter };
let AppealSort = class AppealSort {
    field;
    direction;
};
__decorate([
    Field(() => AppealSortFieldEnum, { description: 'By what.' })
], AppealSort.prototype, "field", void 0);
__decorate([
    Field(() => SortDirectionEnum, { description: 'Which way.' })
], AppealSort.prototype, "direction", void 0);
AppealSort = __decorate([
    InputType('AppealSort', { description: 'Sorting of appeals.' })
], AppealSort);
export { AppealSort };
let ApplicantInput = class ApplicantInput {
    name;
    email;
    phone;
};
__decorate([
    Field(() => String, { description: 'Name, up to 200 characters.' })
], ApplicantInput.prototype, "name", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'E-mail; news of the appeal goes there.' })
], ApplicantInput.prototype, "email", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Phone, 10 to 15 digits.' })
], ApplicantInput.prototype, "phone", void 0);
ApplicantInput = __decorate([
    InputType('ApplicantInput', { description: 'Who writes; an e-mail or a phone number is needed.' })
], ApplicantInput);
export { ApplicantInput };
let SubmitAppealInput = class SubmitAppealInput {
    regionCode;
    deputyId;
    subject;
    text;
    // No default values inside inputs: compiled operations do not fill them in.
    kind;
    collective;
    topicCode;
    applicant;
    consent;
    clientKey;
};
__decorate([
    Field(() => String, { description: 'ISO code of the region.' })
], SubmitAppealInput.prototype, "regionCode", void 0);
__decorate([
    Field(() => ID, { nullable: true, description: 'The deputy; left out, a moderator finds one.' })
], SubmitAppealInput.prototype, "deputyId", void 0);
__decorate([
    Field(() => String, { description: 'What it is about, up to 300 characters.' })
], SubmitAppealInput.prototype, "subject", void 0);
__decorate([
    Field(() => String, { description: 'The letter, up to 20,000 characters of plain text.' })
], SubmitAppealInput.prototype, "text", void 0);
__decorate([
    Field(() => AppealKindEnum, { nullable: true, description: 'Kind; APPLICATION when left out.' })
], SubmitAppealInput.prototype, "kind", void 0);
__decorate([
    Field(() => Boolean, { nullable: true, description: 'Whether several people write together; false when left out.' })
], SubmitAppealInput.prototype, "collective", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Code of the topic, if the applicant knows it.' })
], SubmitAppealInput.prototype, "topicCode", void 0);
__decorate([
    Field(() => ApplicantInput, { description: 'Who writes.' })
], SubmitAppealInput.prototype, "applicant", void 0);
__decorate([
    Field(() => Boolean, { description: 'Consent to process the data, `about.consent`; without it nothing is kept.' })
], SubmitAppealInput.prototype, "consent", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'A random key of the client, 16 to 100 letters, digits, - and _: sent again with the same input it returns the first appeal instead of a second one.' })
], SubmitAppealInput.prototype, "clientKey", void 0);
SubmitAppealInput = __decorate([
    InputType('SubmitAppealInput', { description: 'A new appeal.' })
], SubmitAppealInput);
export { SubmitAppealInput };
let ClarifyAppealInput = class ClarifyAppealInput {
    number;
    code;
    version;
    text;
};
__decorate([
    Field(() => String, { description: 'Number of the appeal.' })
], ClarifyAppealInput.prototype, "number", void 0);
__decorate([
    Field(() => String, { description: 'Code of the appeal.' })
], ClarifyAppealInput.prototype, "code", void 0);
__decorate([
    Field(() => Int, { description: 'The version that was read.' })
], ClarifyAppealInput.prototype, "version", void 0);
__decorate([
    Field(() => String, { description: 'The reply, up to 20,000 characters.' })
], ClarifyAppealInput.prototype, "text", void 0);
ClarifyAppealInput = __decorate([
    InputType('ClarifyAppealInput', { description: "The applicant's reply to a question of the moderator." })
], ClarifyAppealInput);
export { ClarifyAppealInput };
let WithdrawAppealInput = class WithdrawAppealInput {
    number;
    code;
    version;
    reason;
};
__decorate([
    Field(() => String, { description: 'Number of the appeal.' })
], WithdrawAppealInput.prototype, "number", void 0);
__decorate([
    Field(() => String, { description: 'Code of the appeal.' })
], WithdrawAppealInput.prototype, "code", void 0);
__decorate([
    Field(() => Int, { description: 'The version that was read.' })
], WithdrawAppealInput.prototype, "version", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Why, up to 2,000 characters; nobody has to say.' })
], WithdrawAppealInput.prototype, "reason", void 0);
WithdrawAppealInput = __decorate([
    InputType('WithdrawAppealInput', { description: 'The applicant takes the appeal back.' })
], WithdrawAppealInput);
export { WithdrawAppealInput };
let QuestionInput = class QuestionInput {
    text;
    topicCode;
};
__decorate([
    Field(() => String, { description: 'The question, up to 2,000 characters.' })
], QuestionInput.prototype, "text", void 0);
__decorate([
    Field(() => String, { description: 'Code of its topic.' })
], QuestionInput.prototype, "topicCode", void 0);
QuestionInput = __decorate([
    InputType('QuestionInput', { description: 'A question that the moderator found in an appeal.' })
], QuestionInput);
export { QuestionInput };
let RegisterAppealInput = class RegisterAppealInput {
    id;
    version;
    topicCode;
    deputyId;
    kind;
    questions;
};
__decorate([
    Field(() => ID, { description: 'Id of the appeal.' })
], RegisterAppealInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'The version that was read.' })
], RegisterAppealInput.prototype, "version", void 0);
__decorate([
    Field(() => String, { description: 'Code of the main topic.' })
], RegisterAppealInput.prototype, "topicCode", void 0);
__decorate([
    Field(() => ID, { description: 'The deputy who will answer.' })
], RegisterAppealInput.prototype, "deputyId", void 0);
__decorate([
    Field(() => AppealKindEnum, { nullable: true, description: 'Kind, if the moderator corrects it.' })
], RegisterAppealInput.prototype, "kind", void 0);
__decorate([
    Field(() => [QuestionInput], { nullable: true, description: 'The questions, 1 to 10; left out, the subject with the main topic.' })
], RegisterAppealInput.prototype, "questions", void 0);
RegisterAppealInput = __decorate([
    InputType('RegisterAppealInput', { description: 'Acceptance: topic, deputy, questions.' })
], RegisterAppealInput);
export { RegisterAppealInput };
let RejectAppealInput = class RejectAppealInput {
    id;
    version;
    reason;
    text;
};
__decorate([
    Field(() => ID, { description: 'Id of the appeal.' })
], RejectAppealInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'The version that was read.' })
], RejectAppealInput.prototype, "version", void 0);
__decorate([
    Field(() => RejectReasonEnum, { description: 'The reason; NO_CLARIFICATION is given by the system alone.' })
], RejectAppealInput.prototype, "reason", void 0);
__decorate([
    Field(() => String, { description: 'What the applicant reads, up to 2,000 characters.' })
], RejectAppealInput.prototype, "text", void 0);
RejectAppealInput = __decorate([
    InputType('RejectAppealInput', { description: 'Rejection with a reason and a text for the applicant.' })
], RejectAppealInput);
export { RejectAppealInput };
let RequestClarificationInput = class RequestClarificationInput {
    id;
    version;
    text;
};
__decorate([
    Field(() => ID, { description: 'Id of the appeal.' })
], RequestClarificationInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'The version that was read.' })
], RequestClarificationInput.prototype, "version", void 0);
__decorate([
    Field(() => String, { description: 'The question, up to 2,000 characters.' })
], RequestClarificationInput.prototype, "text", void 0);
RequestClarificationInput = __decorate([
    InputType('RequestClarificationInput', { description: 'A question to the applicant; the clock stands still meanwhile.' })
], RequestClarificationInput);
export { RequestClarificationInput };
let BeginAppealInput = class BeginAppealInput {
    id;
    version;
};
__decorate([
    Field(() => ID, { description: 'Id of the appeal.' })
], BeginAppealInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'The version that was read.' })
], BeginAppealInput.prototype, "version", void 0);
BeginAppealInput = __decorate([
    InputType('BeginAppealInput', { description: 'The deputy or aide takes the appeal in hand.' })
], BeginAppealInput);
export { BeginAppealInput };
let QuestionDraftInput = class QuestionDraftInput {
    id;
    result;
    text;
};
__decorate([
    Field(() => ID, { description: "The question's id." })
], QuestionDraftInput.prototype, "id", void 0);
__decorate([
    Field(() => QuestionResultEnum, { nullable: true, description: 'The result, if chosen.' })
], QuestionDraftInput.prototype, "result", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Words on this question, up to 2,000 characters.' })
], QuestionDraftInput.prototype, "text", void 0);
QuestionDraftInput = __decorate([
    InputType('QuestionDraftInput', { description: 'The drafted result of one question.' })
], QuestionDraftInput);
export { QuestionDraftInput };
let SaveAnswerDraftInput = class SaveAnswerDraftInput {
    appealId;
    text;
    questions;
    revision;
};
__decorate([
    Field(() => ID, { description: 'Id of the appeal.' })
], SaveAnswerDraftInput.prototype, "appealId", void 0);
__decorate([
    Field(() => String, { description: 'The text, up to 20,000 characters.' })
], SaveAnswerDraftInput.prototype, "text", void 0);
__decorate([
    Field(() => [QuestionDraftInput], { description: 'Results so far.' })
], SaveAnswerDraftInput.prototype, "questions", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: 'The revision that was read; left out for the first save.' })
], SaveAnswerDraftInput.prototype, "revision", void 0);
SaveAnswerDraftInput = __decorate([
    InputType('SaveAnswerDraftInput', { description: 'The draft as it stands.' })
], SaveAnswerDraftInput);
export { SaveAnswerDraftInput };
let QuestionAnswerInput = class QuestionAnswerInput {
    id;
    result;
    text;
};
__decorate([
    Field(() => ID, { description: "The question's id." })
], QuestionAnswerInput.prototype, "id", void 0);
__decorate([
    Field(() => QuestionResultEnum, { description: 'The result.' })
], QuestionAnswerInput.prototype, "result", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Words on this question in particular, up to 2,000 characters.' })
], QuestionAnswerInput.prototype, "text", void 0);
QuestionAnswerInput = __decorate([
    InputType('QuestionAnswerInput', { description: 'The result of one question.' })
], QuestionAnswerInput);
export { QuestionAnswerInput };
let AnswerAppealInput = class AnswerAppealInput {
    id;
    version;
    text;
    questions;
};
__decorate([
    Field(() => ID, { description: 'Id of the appeal.' })
], AnswerAppealInput.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'The version that was read.' })
], AnswerAppealInput.prototype, "version", void 0);
__decorate([
    Field(() => String, { description: 'The letter to the applicant, up to 20,000 characters.' })
], AnswerAppealInput.prototype, "text", void 0);
__decorate([
    Field(() => [QuestionAnswerInput], { description: 'One for every question of the appeal.' })
], AnswerAppealInput.prototype, "questions", void 0);
AnswerAppealInput = __decorate([
    InputType('AnswerAppealInput', { description: 'The answer that the deputy signs.' })
], AnswerAppealInput);
export { AnswerAppealInput };
