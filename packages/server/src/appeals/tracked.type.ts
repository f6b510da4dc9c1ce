import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FEEDBACK_RESULTS, type FeedbackResult } from '../feedback/feedback.entity.js';
import { registerEnumType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { UserErrorType } from '../graphql/payload.js';
import { RegionType } from '../regions/region.type.js';
import type { HistoryActorKind } from '../history/history-entry.entity.js';
import type { AppealMove, AppealStatus, RejectReason } from './appeal.lifecycle.js';
import {
  ActorKindEnum, AppealMoveEnum, AppealStatusEnum, AppealType, AnswerDraftType, ContactsType, DeadlineType, MessageType, QuestionType, RejectReasonEnum,
} from './appeal.type.js';

export const FeedbackResultEnum = asEnum(FEEDBACK_RESULTS);
registerEnumType(FeedbackResultEnum, { name: 'FeedbackResult', description: 'решено, частично, не решено.' });

@ObjectType('RejectReason', { simpleResolvers: true, description: 'A reason to reject, with the text that the applicant gets unless it is edited.' })
export class RejectReasonType {
  @Field(() => RejectReasonEnum, { description: 'Code.' })
  code!: RejectReason;

  @Field(() => String, { description: 'Short title for staff.' })
  title!: string;

  @Field(() => String, { description: 'Text for the applicant.' })
  text!: string;
}

@ObjectType('NextStep', { simpleResolvers: true, description: 'What comes next, and until when.' })
export class NextStepType {
  @Field(() => String, { description: 'In plain words.' })
  text!: string;

  @Field(() => DayScalar, { nullable: true, description: 'The last day for it, where there is one.' })
  by!: string | null;
}

@ObjectType('TrackedStep', { simpleResolvers: true, description: 'Something that happened to the appeal.' })
export class TrackedStepType {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'What, in plain words.' })
  title!: string;
}

@ObjectType('OpenedBy', { simpleResolvers: true, description: 'Somebody who opened an appeal, or the contacts of its applicant.' })
export class OpenedByType {
  @Field(() => DateTimeScalar, { description: 'When; an appeal is counted once a day for each person.' })
  at!: Date;

  @Field(() => ActorKindEnum, { description: 'In which role.' })
  role!: HistoryActorKind;

  @Field(() => String, { description: 'Who.' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it was the contacts that were opened.' })
  contacts!: boolean;
}

@ObjectType('TrackedFeedback', { simpleResolvers: true, description: 'The mark as the applicant gave it.' })
export class TrackedFeedbackType {
  @Field(() => Int, { description: '1 to 5.' })
  quality!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer came in good time.' })
  prompt!: boolean | null;

  @Field(() => Int, { nullable: true, description: '1 «отписка» to 5 «ответ живой».' })
  personal!: number | null;

  @Field(() => FeedbackResultEnum, { nullable: true, description: 'Whether the problem is solved.' })
  result!: FeedbackResult | null;

  @Field(() => String, { nullable: true, description: 'In the words of the applicant.' })
  comment!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  givenAt!: Date;
}

@ObjectType('TrackedAppeal', { simpleResolvers: true, description: 'An appeal as the applicant sees it with number and code.' })
export class TrackedAppealType {
  @Field(() => String, { description: 'Number.' })
  number!: string;

  @Field(() => AppealStatusEnum, { description: 'Status.' })
  status!: AppealStatus;

  @Field(() => String, { description: 'The status in plain words.' })
  statusText!: string;

  @Field(() => NextStepType, { nullable: true, description: 'What comes next; null when it is over.' })
  nextStep!: NextStepType | null;

  @Field(() => String, { description: 'What it is about.' })
  subject!: string;

  @Field(() => String, { description: 'The letter.' })
  text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  submittedAt!: Date;

  @Field(() => RegionType, { description: 'The region.' })
  region!: RegionType;

  @Field(() => String, { nullable: true, description: 'The deputy, once there is one.' })
  deputyName!: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'The last day to answer in time.' })
  dueOn!: string | null;

  @Field(() => DeadlineType, { nullable: true, description: 'Why this day.' })
  deadline!: DeadlineType | null;

  @Field(() => [MessageType], { description: 'The thread, oldest first.' })
  messages!: MessageType[];

  @Field(() => [TrackedStepType], { description: 'What has happened, oldest first; who looked is in openedBy.' })
  steps!: TrackedStepType[];

  @Field(() => [QuestionType], { description: 'The questions with their results.' })
  questions!: QuestionType[];

  @Field(() => RejectReasonType, { nullable: true, description: 'Why it was rejected.' })
  rejectReason!: RejectReasonType | null;

  @Field(() => [AppealMoveEnum], { description: 'What the applicant can do now.' })
  availableMoves!: AppealMove[];

  @Field(() => DayScalar, { nullable: true, description: 'The last day on which the applicant may reopen it; null when that cannot be done now.' })
  reopenBy!: string | null;

  @Field(() => Int, { description: 'How many more times the applicant may reopen it.' })
  reopeningsLeft!: number;

  @Field(() => String, { nullable: true, description: 'The competent body that it was sent to.' })
  forwardedBody!: string | null;

  @Field(() => Boolean, { description: 'Whether the last answer can be marked now.' })
  canGiveFeedback!: boolean;

  @Field(() => TrackedFeedbackType, { nullable: true, description: 'The mark of the last answer.' })
  feedback!: TrackedFeedbackType | null;

  @Field(() => Int, { description: 'Give it back with every move.' })
  version!: number;
}

@ObjectType('SubmittedAppeal', { simpleResolvers: true, description: 'What whoever submitted an appeal is told of it; the letter and the answer come by trackAppeal.' })
export class SubmittedAppealType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Number for life.' })
  number!: string;

  @Field(() => DateTimeScalar, { description: 'When it arrived.' })
  submittedAt!: Date;

  @Field(() => DayScalar, { description: 'The last day to register it in time.' })
  registerBy!: string;

  @Field(() => AppealStatusEnum, { description: 'Status.' })
  status!: AppealStatus;

  @Field(() => DayScalar, { nullable: true, description: 'The last day to answer in time, once it is registered.' })
  dueOn!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  changedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The client key that it was submitted with.' })
  clientKey!: string | null;
}

export const SubmittedAppealConnection = connectionOf('SubmittedAppeal', () => SubmittedAppealType);

const ERRORS = 'What to correct; empty when it was done.';

@ObjectType('SubmitAppealPayload', { simpleResolvers: true, description: 'Result of submitAppeal.' })
export class SubmitAppealPayload {
  @Field(() => SubmittedAppealType, { nullable: true, description: 'The appeal; null when refused.' })
  appeal?: SubmittedAppealType | null;

  @Field(() => String, { nullable: true, description: 'The code that opens the appeal together with the number. Shown once; we keep only its hash.' })
  code?: string | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType('TrackedAppealPayload', { simpleResolvers: true, description: "Result of an applicant's move." })
export class TrackedAppealPayload {
  @Field(() => TrackedAppealType, { nullable: true, description: 'The appeal after the move; null when refused.' })
  appeal?: TrackedAppealType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType('AppealPayload', { simpleResolvers: true, description: 'Result of a move by staff or a deputy.' })
export class AppealPayload {
  @Field(() => AppealType, { nullable: true, description: 'The appeal after the move; null when refused.' })
  appeal?: AppealType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType('AnswerDraftPayload', { simpleResolvers: true, description: 'Result of saveAnswerDraft, attachToAnswerDraft and detachFromAnswerDraft.' })
export class AnswerDraftPayload {
  @Field(() => AnswerDraftType, { nullable: true, description: 'The draft as it was saved; null when refused.' })
  draft?: AnswerDraftType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType('ContactsPayload', { simpleResolvers: true, description: 'Result of openContacts.' })
export class ContactsPayload {
  @Field(() => ContactsType, { nullable: true, description: 'The contacts.' })
  contacts?: ContactsType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}
