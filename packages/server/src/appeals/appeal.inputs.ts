import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { SortDirectionEnum, type SortDirection } from '../graphql/sort.type.js';
import type { AppealKind, AppealStatus, Channel, QuestionResult, RejectReason } from './appeal.lifecycle.js';
import { AppealKindEnum, AppealStatusEnum, ChannelEnum, DeadlineStateEnum, QuestionResultEnum, RejectReasonEnum, type DeadlineState } from './appeal.type.js';
import { PromiseInput } from './promise.type.js';
import { MoveInput, TrackedMoveInput } from './move.input.js';

/** What lists of appeals are sorted by. */
export const APPEAL_SORT_FIELDS = ['SUBMITTED_AT', 'DUE_ON', 'CHANGED_AT', 'URGENCY', 'RELEVANCE'] as const;
export type AppealSortField = (typeof APPEAL_SORT_FIELDS)[number];
export const AppealSortFieldEnum = asEnum(APPEAL_SORT_FIELDS);
registerEnumType(AppealSortFieldEnum, { name: 'AppealSortField', description: 'What a list of appeals is sorted by; DUE_ON leaves out appeals without a deadline, and URGENCY what does not wait for a moderator: urgent ones stand first, both ways, and within them the direction is of the time of submission. RELEVANCE puts what answers the search best first, of those alike the fresher, whatever the direction, and is SUBMITTED_AT DESC without words or with a number.' });

@InputType('AppealFilter', { description: 'Which appeals; what is left out does not restrict, and nothing widens what the viewer may see.' })
export class AppealFilter {
  @Field(() => [AppealStatusEnum], { nullable: true, description: 'Statuses.' })
  status?: AppealStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'ISO codes of regions.' })
  regionCode?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'One deputy.' })
  deputyId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of topics.' })
  topicCode?: string[] | null;

  @Field(() => [AppealKindEnum], { nullable: true, description: 'Kinds.' })
  kind?: AppealKind[] | null;

  @Field(() => [ChannelEnum], { nullable: true, description: 'Channels.' })
  channel?: Channel[] | null;

  @Field(() => DeadlineStateEnum, { nullable: true, description: 'How open appeals stand to their deadline.' })
  deadline?: DeadlineState | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only what a deputy was given and has not acted on within the own target for a first reaction.' })
  firstReactionMissed?: boolean | null;

  @Field(() => DayScalar, { nullable: true, description: 'Submitted on this day (UTC) or later.' })
  submittedFrom?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Submitted on this day (UTC) or earlier.' })
  submittedTo?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only what waits for a moderator.' })
  awaitingModeration?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only what waits for a moderator longer than the policy allows.' })
  registrationOverdue?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Appeals of one campaign.' })
  campaignId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: of each campaign only the first letter that waits for a moderator, so that it is one row of the queue.' })
  oneOfEachCampaign?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only urgent ones, or only those that are not.' })
  urgent?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Words to look for in subject, letter, questions and thread, up to 300 characters: Russian with its word forms, ё as е, misspelt words, words typed in the wrong layout or in Latin letters, the beginning of the last word, «phrases» in quotation marks, numbers and phones as people write them, -words to leave out. The number of an appeal finds it alone.' })
  search?: string | null;
}

@InputType('AppealSort', { description: 'Sorting of appeals.' })
export class AppealSort {
  @Field(() => AppealSortFieldEnum, { description: 'By what.' })
  field!: AppealSortField;

  @Field(() => SortDirectionEnum, { description: 'Which way.' })
  direction!: SortDirection;
}

@InputType('ApplicantInput', { description: 'Who writes; an e-mail or a phone number is needed.' })
export class ApplicantInput {
  @Field(() => String, { description: 'Name, up to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail; news of the appeal goes there.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone, 10 to 15 digits.' })
  phone?: string | null;
}

@InputType('SubmitAppealInput', { description: 'A new appeal.' })
export class SubmitAppealInput {
  @Field(() => String, { description: 'ISO code of the region.' })
  regionCode!: string;

  @Field(() => ID, { nullable: true, description: 'The deputy; left out, a moderator finds one.' })
  deputyId?: string | null;

  @Field(() => String, { description: 'What it is about, up to 300 characters.' })
  subject!: string;

  @Field(() => String, { description: 'The letter, up to 20,000 characters of plain text.' })
  text!: string;

  // No default values inside inputs: compiled operations do not fill them in.
  @Field(() => AppealKindEnum, { nullable: true, description: 'Kind; APPLICATION when left out.' })
  kind?: AppealKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether several people write together; false when left out.' })
  collective?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Code of the topic, if the applicant knows it.' })
  topicCode?: string | null;

  @Field(() => ApplicantInput, { description: 'Who writes.' })
  applicant!: ApplicantInput;

  @Field(() => Boolean, { description: 'Consent to process the data, `about.consent`; without it nothing is kept.' })
  consent!: boolean;

  @Field(() => String, { nullable: true, description: 'The version of the consent that was shown, one of `about.consents`; today\'s when left out.' })
  consentVersion?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Files that were uploaded by POST /files, by the ids that it gave, in order; each is attached once, by whoever uploaded it, within a day.' })
  attachments?: string[] | null;

  @Field(() => String, { nullable: true, description: 'A random key of the client, 16 to 100 letters, digits, - and _: sent again with the same input it returns the first appeal instead of a second one.' })
  clientKey?: string | null;
}

@InputType('ClarifyAppealInput', { description: "The applicant's reply to a question of the moderator." })
export class ClarifyAppealInput extends TrackedMoveInput {
  @Field(() => String, { description: 'The reply, up to 20,000 characters.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Files that were uploaded by POST /files, in order.' })
  attachments?: string[] | null;
}

@InputType('WithdrawAppealInput', { description: 'The applicant takes the appeal back.' })
export class WithdrawAppealInput extends TrackedMoveInput {
  @Field(() => String, { nullable: true, description: 'Why, up to 2,000 characters; nobody has to say.' })
  reason?: string | null;
}

@InputType('QuestionInput', { description: 'A question that the moderator found in an appeal.' })
export class QuestionInput {
  @Field(() => String, { description: 'The question, up to 2,000 characters.' })
  text!: string;

  @Field(() => String, { description: 'Code of its topic.' })
  topicCode!: string;
}

@InputType('RegisterAppealInput', { description: 'Acceptance: topic, deputy, questions.' })
export class RegisterAppealInput extends MoveInput {
  @Field(() => String, { description: 'Code of the main topic.' })
  topicCode!: string;

  @Field(() => ID, { description: 'The deputy who will answer.' })
  deputyId!: string;

  @Field(() => AppealKindEnum, { nullable: true, description: 'Kind, if the moderator corrects it.' })
  kind?: AppealKind | null;

  @Field(() => ID, { nullable: true, description: 'The deputy whom a complaint is about: it is never given to that one.' })
  aboutDeputyId?: string | null;

  @Field(() => [QuestionInput], { nullable: true, description: 'The questions, 1 to 10; left out, the subject with the main topic.' })
  questions?: QuestionInput[] | null;
}

@InputType('RejectAppealInput', { description: 'Rejection with a reason and a text for the applicant.' })
export class RejectAppealInput extends MoveInput {
  @Field(() => RejectReasonEnum, { description: 'The reason; NO_CLARIFICATION is given by the system alone.' })
  reason!: RejectReason;

  @Field(() => String, { description: 'What the applicant reads, up to 2,000 characters.' })
  text!: string;
}

@InputType('RequestClarificationInput', { description: 'A question to the applicant; the clock stands still meanwhile.' })
export class RequestClarificationInput extends MoveInput {
  @Field(() => String, { description: 'The question, up to 2,000 characters.' })
  text!: string;
}

@InputType('BeginAppealInput', { description: 'The deputy or aide takes the appeal in hand.' })
export class BeginAppealInput extends MoveInput {}

@InputType('QuestionDraftInput', { description: 'The drafted result of one question.' })
export class QuestionDraftInput {
  @Field(() => ID, { description: "The question's id." })
  id!: string;

  @Field(() => QuestionResultEnum, { nullable: true, description: 'The result, if chosen.' })
  result?: QuestionResult | null;

  @Field(() => String, { nullable: true, description: 'Words on this question, up to 2,000 characters.' })
  text?: string | null;
}

@InputType('SaveAnswerDraftInput', { description: 'The draft as it stands.' })
export class SaveAnswerDraftInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  appealId!: string;

  @Field(() => String, { description: 'The text, up to 20,000 characters.' })
  text!: string;

  @Field(() => [QuestionDraftInput], { description: 'Results so far.' })
  questions!: QuestionDraftInput[];

  @Field(() => Int, { nullable: true, description: 'The revision that was read; left out for the first save.' })
  revision?: number | null;
}

@InputType('KeepAnswerDraftInput', { description: 'Words of an answer that were not sent.' })
export class KeepAnswerDraftInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  appealId!: string;

  @Field(() => String, { description: 'The text, up to 20,000 characters.' })
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'Files that were to go with it, uploaded by POST /files by the same account; one that is attached elsewhere by now is left out.' })
  attachments?: string[] | null;
}

@InputType('AttachToAnswerDraftInput', { description: 'Files for the draft of an answer.' })
export class AttachToAnswerDraftInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  appealId!: string;

  @Field(() => [ID], { description: 'What POST /files answered with, uploaded by the same account, in order; FILES_TOO_MANY counts what stands in the draft already.' })
  attachments!: string[];
}

@InputType('DetachFromAnswerDraftInput', { description: 'One file of the draft of an answer.' })
export class DetachFromAnswerDraftInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  appealId!: string;

  @Field(() => ID, { description: "The attachment's id, as the draft shows it." })
  attachmentId!: string;
}

@InputType('QuestionAnswerInput', { description: 'The result of one question.' })
export class QuestionAnswerInput {
  @Field(() => ID, { description: "The question's id." })
  id!: string;

  @Field(() => QuestionResultEnum, { description: 'The result.' })
  result!: QuestionResult;

  @Field(() => String, { nullable: true, description: 'Words on this question in particular, up to 2,000 characters.' })
  text?: string | null;
}

@InputType('AnswerAppealInput', { description: 'The answer that the deputy signs.' })
export class AnswerAppealInput extends MoveInput {
  @Field(() => String, { description: 'The letter to the applicant, up to 20,000 characters.' })
  text!: string;

  @Field(() => [QuestionAnswerInput], { description: 'One for every question of the appeal.' })
  questions!: QuestionAnswerInput[];

  @Field(() => [PromiseInput], { nullable: true, description: 'Promises that are confirmed with the signature, 10 at most: on each day the applicant is asked what became of it.' })
  promises?: PromiseInput[] | null;

  @Field(() => [ID], { nullable: true, description: 'Files for the applicant beside those of the draft, uploaded by POST /files by the same account, in order.' })
  attachments?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of the files of the draft that are signed for, as `AnswerDraft.attachments` showed them, without any that is INFECTED: DRAFT_FILES_CHANGED when others stand there by now. Left out, whatever stands in the draft goes with the answer.' })
  draftAttachments?: string[] | null;
}
