import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DeputyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { HISTORY_ACTOR_KINDS, HISTORY_EVENTS, type HistoryActorKind, type HistoryEvent } from '../history/history-entry.entity.js';
import { RegionType, TopicType } from '../regions/region.type.js';
import {
  APPEAL_KINDS, APPEAL_MOVES, APPEAL_STATUSES, CHANNELS, IDENTITIES, QUESTION_RESULTS, REJECT_REASONS, type AppealKind, type AppealMove,
  type AppealStatus, type Channel, type Identity, type QuestionResult, type RejectReason,
} from './appeal.lifecycle.js';
import { AnswerPromiseType } from './promise.type.js';
import { MESSAGE_KINDS, type MessageKind } from './message.entity.js';

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

export const HistoryEventEnum = asEnum(HISTORY_EVENTS);
registerEnumType(HistoryEventEnum, { name: 'HistoryEvent', description: 'What is put on record; MOVE is every move of an appeal.' });

/** How an open appeal stands to its deadline; AT_RISK is 5 days or fewer. */
export const DEADLINE_STATES = ['LATE', 'TODAY', 'AT_RISK', 'IN_TIME'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];
export const DeadlineStateEnum = asEnum(DEADLINE_STATES);
registerEnumType(DeadlineStateEnum, { name: 'DeadlineState', description: 'LATE, due TODAY, AT_RISK with 1 to 5 days left, or IN_TIME.' });

@ObjectType('DeadlineStep', { simpleResolvers: true, description: 'One reason why a deadline is this day.' })
export class DeadlineStepType {
  @Field(() => String, { description: 'RULE, START, RAW, PAUSE, EXTENSION or MOVED.' })
  code!: string;

  @Field(() => DayScalar, { description: 'Where the calculation stands after it.' })
  day!: string;

  @Field(() => String, { description: "The step in words, in the request's language." })
  text!: string;
}

@ObjectType('Deadline', { simpleResolvers: true, description: 'A deadline that explains itself.' })
export class DeadlineType {
  @Field(() => DayScalar, { description: 'The last day in time.' })
  dueOn!: string;

  @Field(() => [DeadlineStepType], { description: 'How it was counted, in order.' })
  steps!: DeadlineStepType[];
}

@ObjectType('FirstReaction', { simpleResolvers: true, description: "The deputy's first reaction: an own target of the service, shown and not law." })
export class FirstReactionType {
  @Field(() => DeadlineType, { description: 'Until when, and why that day.' })
  deadline!: DeadlineType;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the deputy or the aide first acted; null so far.' })
  reactedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it came later than the target, or is late now.' })
  missed!: boolean;
}

@ObjectType('Question', { simpleResolvers: true, description: 'One question of an appeal, with topic and result of its own.' })
export class QuestionType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Order, from 1.' })
  position!: number;

  @Field(() => String, { description: 'The question.' })
  text!: string;

  @Field(() => TopicType, { description: 'Its topic.' })
  topic!: TopicType;

  @Field(() => QuestionResultEnum, { nullable: true, description: 'The result; null until answered.' })
  result!: QuestionResult | null;

  @Field(() => String, { nullable: true, description: 'What was said of this question in particular.' })
  resultText!: string | null;
}

@ObjectType('Message', { simpleResolvers: true, description: 'A message between the applicant and us.' })
export class MessageType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => MessageKindEnum, { description: 'What it is.' })
  kind!: MessageKind;

  @Field(() => ActorKindEnum, { description: 'Who wrote it.' })
  authorKind!: HistoryActorKind;

  @Field(() => String, { description: 'The name of who wrote it.' })
  authorName!: string;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  createdAt!: Date;

  @Field(() => String, { nullable: true, description: 'The deputy in whose name an aide signed the answer, where the setting AIDE_MAY_SIGN lets one; null otherwise.' })
  signedFor!: string | null;

  @Field(() => [AnswerPromiseType], { description: 'What the answer promises by a day, and what became of it; of any other message none.' })
  promises!: AnswerPromiseType[];
}

@ObjectType('HistoryEntry', { simpleResolvers: true, description: 'Who did what to the appeal, when and why.' })
export class HistoryEntryType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => HistoryEventEnum, { description: 'What happened.' })
  event!: HistoryEvent;

  @Field(() => AppealMoveEnum, { nullable: true, description: 'The move; null for an event that is no move.' })
  move!: AppealMove | null;

  @Field(() => Boolean, { description: "Whether the applicant's contacts were opened." })
  contactsOpened!: boolean;

  @Field(() => ActorKindEnum, { description: 'In which role.' })
  actorKind!: HistoryActorKind;

  @Field(() => String, { description: 'Who.' })
  actorName!: string;

  @Field(() => AppealStatusEnum, { nullable: true, description: 'Status before.' })
  from!: AppealStatus | null;

  @Field(() => AppealStatusEnum, { nullable: true, description: 'Status after.' })
  to!: AppealStatus | null;

  @Field(() => String, { nullable: true, description: 'Why, in words; null also when the words were erased.' })
  reason!: string | null;

  @Field(() => String, { description: "The event in words, in the request's language." })
  title!: string;
}

@ObjectType('QuestionDraft', { simpleResolvers: true, description: 'The drafted result of one question.' })
export class QuestionDraftType {
  @Field(() => ID, { description: "The question's id." })
  id!: string;

  @Field(() => QuestionResultEnum, { nullable: true, description: 'The result chosen so far.' })
  result!: QuestionResult | null;

  @Field(() => String, { nullable: true, description: 'Words on this question.' })
  text!: string | null;
}

@ObjectType('AnswerDraft', { simpleResolvers: true, description: 'The draft of an answer, shared by deputy and aide.' })
export class AnswerDraftType {
  @Field(() => String, { description: 'The text so far.' })
  text!: string;

  @Field(() => [QuestionDraftType], { description: 'Results so far.' })
  questions!: QuestionDraftType[];

  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  savedAt!: Date;

  @Field(() => String, { description: 'Who saved it.' })
  savedByName!: string;

  @Field(() => Int, { description: 'Rises with each save; give it back when saving.' })
  revision!: number;
}

@ObjectType('KeptDraft', { simpleResolvers: true, description: 'An answer that was written and not sent, because another one was faster; for its author alone.' })
export class KeptDraftType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'The text.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was kept.' })
  keptAt!: Date;
}

@ObjectType('Contacts', { simpleResolvers: true, description: "The applicant's contacts; each view is on record." })
export class ContactsType {
  @Field(() => String, { description: 'Name as the applicant gave it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone.' })
  phone!: string | null;
}

@ObjectType('Appeal', { simpleResolvers: true, description: "A citizen's appeal, as staff and deputies see it." })
export class AppealType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Number for life, 77-2026-000123.' })
  number!: string;

  @Field(() => AppealStatusEnum, { description: 'Status.' })
  status!: AppealStatus;

  @Field(() => AppealKindEnum, { description: 'Kind.' })
  kind!: AppealKind;

  @Field(() => Boolean, { description: 'Whether several people wrote it together.' })
  collective!: boolean;

  @Field(() => Boolean, { description: 'Whether life or health is in danger, by the words of the letter or by what a person says of it; such appeals stand first in the queue.' })
  urgent!: boolean;

  @Field(() => IdentityEnum, { description: "How far the applicant's identity is confirmed." })
  identity!: Identity;

  @Field(() => ChannelEnum, { description: 'How it came.' })
  channel!: Channel;

  @Field(() => String, { description: 'What it is about, in the words of the applicant.' })
  subject!: string;

  @Field(() => String, { description: 'The letter, plain text as it was sent.' })
  text!: string;

  @Field(() => String, { description: "The applicant's name." })
  applicantName!: string;

  @Field(() => DateTimeScalar, { description: 'When it was submitted.' })
  submittedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when mails do not reach the applicant: the mail server said that there is no such mailbox, and nothing more is sent there; null while they do, and without an e-mail." })
  emailFailedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was registered.' })
  registeredAt!: Date | null;

  @Field(() => DayScalar, { nullable: true, description: 'The day from which the deadline counts.' })
  registeredOn!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The last day to answer in time.' })
  dueOn!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' })
  answeredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed, rejected or withdrawn.' })
  closedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When whatever was about a person was erased, at the wish of the applicant or by the terms of retention; null while it is there.' })
  anonymisedAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When its status last changed.' })
  changedAt!: Date;

  @Field(() => DayScalar, { description: 'The last day to register it in time.' })
  registerBy!: string;

  @Field(() => DayScalar, { nullable: true, description: 'The last day on which the applicant may clarify; null when nothing was asked.' })
  clarifyBy!: string | null;

  @Field(() => DeadlineStateEnum, { nullable: true, description: 'Null unless it is registered and open.' })
  deadlineState!: DeadlineState | null;

  @Field(() => Int, { nullable: true, description: 'Calendar days to the deadline, negative when late; null unless registered and open.' })
  daysLeft!: number | null;

  @Field(() => RegionType, { description: 'The region.' })
  region!: RegionType;

  @Field(() => TopicType, { nullable: true, description: 'The main topic; before registration the one that the applicant chose, if any.' })
  topic!: TopicType | null;

  @Field(() => DeputyType, { nullable: true, description: 'The deputy; before registration the one whom the applicant chose, if any.' })
  deputy!: DeputyType | null;

  @Field(() => RejectReasonEnum, { nullable: true, description: 'Why it was rejected.' })
  rejectReason!: RejectReason | null;

  @Field(() => String, { nullable: true, description: 'The competent body outside that it was sent to.' })
  forwardedBody!: string | null;

  @Field(() => Int, { description: 'Give it back with every move; it tells whether somebody else was faster.' })
  version!: number;
}

export const AppealConnection = connectionOf('Appeal', () => AppealType);
