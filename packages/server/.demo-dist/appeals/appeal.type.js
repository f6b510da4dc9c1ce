var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DeputyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { HISTORY_ACTOR_KINDS } from '../history/history-entry.entity.js';
import { RegionType, TopicType } from '../regions/region.type.js';
import { APPEAL_KINDS, APPEAL_MOVES, APPEAL_STATUSES, CHANNELS, IDENTITIES, QUESTION_RESULTS, REJECT_REASONS, } from './appeal.lifecycle.js';
import { MESSAGE_KINDS } from './message.entity.js';
export const AppealStatusEnum = asEnum(APPEAL_STATUSES);
registerEnumType(AppealStatusEnum, { name: 'AppealStatus', description: 'Where an appeal stands (docs/appeal-lifecycle.md).' });
export const AppealMoveEnum = asEnum(APPEAL_MOVES);
registerEnumType(AppealMoveEnum, { name: 'AppealMove', description: 'What can happen to an appeal; each leaves a row of history.' });
export const AppealKindEnum = asEnum(APPEAL_KINDS);
registerEnumType(AppealKindEnum, { name: 'AppealKind', description: 'предложение, заявление, жалоба, благодарность.' });
export const ChannelEnum = asEnum(CHANNELS);
registerEnumType(ChannelEnum, { name: 'Channel', description: 'How an appeal came.' });
export const IdentityEnum = asEnum(IDENTITIES);
registerEnumType(IdentityEnum, { name: 'ApplicantIdentity', description: "How far the applicant's identity is confirmed." });
export const RejectReasonEnum = asEnum(REJECT_REASONS);
registerEnumType(RejectReasonEnum, { name: 'RejectReasonCode', description: 'Why an appeal is rejected.' });
export const QuestionResultEnum = asEnum(QUESTION_RESULTS);
registerEnumType(QuestionResultEnum, { name: 'QuestionResult', description: 'разъяснено, меры приняты, поддержано, не поддержано, направлено по компетенции, оставлено без ответа.' });
export const MessageKindEnum = asEnum(MESSAGE_KINDS);
registerEnumType(MessageKindEnum, { name: 'MessageKind', description: 'What a message of the thread is.' });
export const ActorKindEnum = asEnum(HISTORY_ACTOR_KINDS);
registerEnumType(ActorKindEnum, { name: 'ActorKind', description: 'Who stands behind a message or an event.' });
/** How an open appeal stands to its deadline; AT_RISK is 5 days or fewer. */
export const DEADLINE_STATES = ['LATE', 'TODAY', 'AT_RISK', 'IN_TIME'];
export const DeadlineStateEnum = asEnum(DEADLINE_STATES);
registerEnumType(DeadlineStateEnum, { name: 'DeadlineState', description: 'LATE, due TODAY, AT_RISK with 1 to 5 days left, or IN_TIME.' });
let DeadlineStepType = class DeadlineStepType {
    code;
    day;
    text;
};
__decorate([
    Field(() => String, { description: 'RULE, START, RAW, PAUSE, EXTENSION or MOVED.' })
], DeadlineStepType.prototype, "code", void 0);
__decorate([
    Field(() => DayScalar, { description: 'Where the calculation stands after it.' })
], DeadlineStepType.prototype, "day", void 0);
__decorate([
    Field(() => String, { description: "The step in words, in the request's language." })
], DeadlineStepType.prototype, "text", void 0);
DeadlineStepType = __decorate([
    ObjectType('DeadlineStep', { simpleResolvers: true, description: 'One reason why a deadline is this day.' })
], DeadlineStepType);
export { DeadlineStepType };
let DeadlineType = class DeadlineType {
    dueOn;
    steps;
};
__decorate([
    Field(() => DayScalar, { description: 'The last day in time.' })
], DeadlineType.prototype, "dueOn", void 0);
__decorate([
    Field(() => [DeadlineStepType], { description: 'How it was counted, in order.' })
], DeadlineType.prototype, "steps", void 0);
DeadlineType = __decorate([
    ObjectType('Deadline', { simpleResolvers: true, description: 'A deadline that explains itself.' })
], DeadlineType);
export { DeadlineType };
let QuestionType = class QuestionType {
    id;
    position;
    text;
    topic;
    result;
    resultText;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], QuestionType.prototype, "id", void 0);
__decorate([
    Field(() => Int, { description: 'Order, from 1.' })
], QuestionType.prototype, "position", void 0);
__decorate([
    Field(() => String, { description: 'The question.' })
], QuestionType.prototype, "text", void 0);
__decorate([
    Field(() => TopicType, { description: 'Its topic.' })
], QuestionType.prototype, "topic", void 0);
__decorate([
    Field(() => QuestionResultEnum, { nullable: true, description: 'The result; null until answered.' })
], QuestionType.prototype, "result", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'What was said of this question in particular.' })
], QuestionType.prototype, "resultText", void 0);
QuestionType = __decorate([
    ObjectType('Question', { simpleResolvers: true, description: 'One question of an appeal, with topic and result of its own.' })
], QuestionType);
export { QuestionType };
let MessageType = class MessageType {
    id;
    kind;
    authorKind;
    authorName;
    text;
    createdAt;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], MessageType.prototype, "id", void 0);
__decorate([
    Field(() => MessageKindEnum, { description: 'What it is.' })
], MessageType.prototype, "kind", void 0);
__decorate([
    Field(() => ActorKindEnum, { description: 'Who wrote it.' })
], MessageType.prototype, "authorKind", void 0);
__decorate([
    Field(() => String, { description: 'The name of who wrote it.' })
], MessageType.prototype, "authorName", void 0);
__decorate([
    Field(() => String, { description: 'Plain text.' })
], MessageType.prototype, "text", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When.' })
], MessageType.prototype, "createdAt", void 0);
MessageType = __decorate([
    ObjectType('Message', { simpleResolvers: true, description: 'A message between the applicant and us.' })
], MessageType);
export { MessageType };
let HistoryEntryType = class HistoryEntryType {
    id;
    at;
    move;
    contactsOpened;
    actorKind;
    actorName;
    from;
    to;
    reason;
    title;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], HistoryEntryType.prototype, "id", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When.' })
], HistoryEntryType.prototype, "at", void 0);
__decorate([
    Field(() => AppealMoveEnum, { nullable: true, description: 'The move; null for an event that is no move.' })
], HistoryEntryType.prototype, "move", void 0);
__decorate([
    Field(() => Boolean, { description: "Whether the applicant's contacts were opened." })
], HistoryEntryType.prototype, "contactsOpened", void 0);
__decorate([
    Field(() => ActorKindEnum, { description: 'In which role.' })
], HistoryEntryType.prototype, "actorKind", void 0);
__decorate([
    Field(() => String, { description: 'Who.' })
], HistoryEntryType.prototype, "actorName", void 0);
__decorate([
    Field(() => AppealStatusEnum, { nullable: true, description: 'Status before.' })
], HistoryEntryType.prototype, "from", void 0);
__decorate([
    Field(() => AppealStatusEnum, { nullable: true, description: 'Status after.' })
], HistoryEntryType.prototype, "to", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Why.' })
], HistoryEntryType.prototype, "reason", void 0);
__decorate([
    Field(() => String, { description: "The event in words, in the request's language." })
], HistoryEntryType.prototype, "title", void 0);
HistoryEntryType = __decorate([
    ObjectType('HistoryEntry', { simpleResolvers: true, description: 'Who did what to the appeal, when and why.' })
], HistoryEntryType);
export { HistoryEntryType };
let QuestionDraftType = class QuestionDraftType {
    id;
    result;
    text;
};
__decorate([
    Field(() => ID, { description: "The question's id." })
], QuestionDraftType.prototype, "id", void 0);
__decorate([
    Field(() => QuestionResultEnum, { nullable: true, description: 'The result chosen so far.' })
], QuestionDraftType.prototype, "result", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Words on this question.' })
], QuestionDraftType.prototype, "text", void 0);
QuestionDraftType = __decorate([
    ObjectType('QuestionDraft', { simpleResolvers: true, description: 'The drafted result of one question.' })
], QuestionDraftType);
export { QuestionDraftType };
let AnswerDraftType = class AnswerDraftType {
    text;
    questions;
    savedAt;
    savedByName;
    revision;
};
__decorate([
    Field(() => String, { description: 'The text so far.' })
], AnswerDraftType.prototype, "text", void 0);
__decorate([
    Field(() => [QuestionDraftType], { description: 'Results so far.' })
], AnswerDraftType.prototype, "questions", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it was saved.' })
], AnswerDraftType.prototype, "savedAt", void 0);
__decorate([
    Field(() => String, { description: 'Who saved it.' })
], AnswerDraftType.prototype, "savedByName", void 0);
__decorate([
    Field(() => Int, { description: 'Rises with each save; give it back when saving.' })
], AnswerDraftType.prototype, "revision", void 0);
AnswerDraftType = __decorate([
    ObjectType('AnswerDraft', { simpleResolvers: true, description: 'The draft of an answer, shared by deputy and aide.' })
], AnswerDraftType);
export { AnswerDraftType };
let ContactsType = class ContactsType {
    name;
    email;
    phone;
};
__decorate([
    Field(() => String, { description: 'Name as the applicant gave it.' })
], ContactsType.prototype, "name", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'E-mail.' })
], ContactsType.prototype, "email", void 0);
__decorate([
    Field(() => String, { nullable: true, description: 'Phone.' })
], ContactsType.prototype, "phone", void 0);
ContactsType = __decorate([
    ObjectType('Contacts', { simpleResolvers: true, description: "The applicant's contacts; each view is on record." })
], ContactsType);
export { ContactsType };
let AppealType = class AppealType {
    id;
    number;
    status;
    kind;
    collective;
    identity;
    channel;
    subject;
    text;
    applicantName;
    submittedAt;
    registeredAt;
    registeredOn;
    dueOn;
    answeredAt;
    closedAt;
    changedAt;
    registerBy;
    clarifyBy;
    deadlineState;
    daysLeft;
    region;
    topic;
    deputy;
    rejectReason;
    version;
};
__decorate([
    Field(() => ID, { description: 'Id.' })
], AppealType.prototype, "id", void 0);
__decorate([
    Field(() => String, { description: 'Number for life, 77-2026-000123.' })
], AppealType.prototype, "number", void 0);
__decorate([
    Field(() => AppealStatusEnum, { description: 'Status.' })
], AppealType.prototype, "status", void 0);
__decorate([
    Field(() => AppealKindEnum, { description: 'Kind.' })
], AppealType.prototype, "kind", void 0);
__decorate([
    Field(() => Boolean, { description: 'Whether several people wrote it together.' })
], AppealType.prototype, "collective", void 0);
__decorate([
    Field(() => IdentityEnum, { description: "How far the applicant's identity is confirmed." })
], AppealType.prototype, "identity", void 0);
__decorate([
    Field(() => ChannelEnum, { description: 'How it came.' })
], AppealType.prototype, "channel", void 0);
__decorate([
    Field(() => String, { description: 'What it is about, in the words of the applicant.' })
], AppealType.prototype, "subject", void 0);
__decorate([
    Field(() => String, { description: 'The letter, plain text as it was sent.' })
], AppealType.prototype, "text", void 0);
__decorate([
    Field(() => String, { description: "The applicant's name." })
], AppealType.prototype, "applicantName", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When it was submitted.' })
], AppealType.prototype, "submittedAt", void 0);
__decorate([
    Field(() => DateTimeScalar, { nullable: true, description: 'When it was registered.' })
], AppealType.prototype, "registeredAt", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'The day from which the deadline counts.' })
], AppealType.prototype, "registeredOn", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'The last day to answer in time.' })
], AppealType.prototype, "dueOn", void 0);
__decorate([
    Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
], AppealType.prototype, "answeredAt", void 0);
__decorate([
    Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed, rejected or withdrawn.' })
], AppealType.prototype, "closedAt", void 0);
__decorate([
    Field(() => DateTimeScalar, { description: 'When its status last changed.' })
], AppealType.prototype, "changedAt", void 0);
__decorate([
    Field(() => DayScalar, { description: 'The last day to register it in time.' })
], AppealType.prototype, "registerBy", void 0);
__decorate([
    Field(() => DayScalar, { nullable: true, description: 'The last day on which the applicant may clarify; null when nothing was asked.' })
], AppealType.prototype, "clarifyBy", void 0);
__decorate([
    Field(() => DeadlineStateEnum, { nullable: true, description: 'Null unless it is registered and open.' })
], AppealType.prototype, "deadlineState", void 0);
__decorate([
    Field(() => Int, { nullable: true, description: 'Calendar days to the deadline, negative when late; null unless registered and open.' })
], AppealType.prototype, "daysLeft", void 0);
__decorate([
    Field(() => RegionType, { description: 'The region.' })
], AppealType.prototype, "region", void 0);
__decorate([
    Field(() => TopicType, { nullable: true, description: 'The main topic; before registration the one that the applicant chose, if any.' })
], AppealType.prototype, "topic", void 0);
__decorate([
    Field(() => DeputyType, { nullable: true, description: 'The deputy; before registration the one whom the applicant chose, if any.' })
], AppealType.prototype, "deputy", void 0);
__decorate([
    Field(() => RejectReasonEnum, { nullable: true, description: 'Why it was rejected.' })
], AppealType.prototype, "rejectReason", void 0);
__decorate([
    Field(() => Int, { description: 'Give it back with every move; it tells whether somebody else was faster.' })
], AppealType.prototype, "version", void 0);
AppealType = __decorate([
    ObjectType('Appeal', { simpleResolvers: true, description: "A citizen's appeal, as staff and deputies see it." })
], AppealType);
export { AppealType };
export const AppealConnection = connectionOf('Appeal', () => AppealType);
