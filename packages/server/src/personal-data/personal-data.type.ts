import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ConsentType } from '../accounts/about.type.js';
import type { AppealStatus } from '../appeals/appeal.lifecycle.js';
import { AppealStatusEnum, ContactsType } from '../appeals/appeal.type.js';
import { TrackedAppealType } from '../appeals/tracked.type.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { RegionType } from '../regions/region.type.js';

@ObjectType('ApplicantMail', { simpleResolvers: true, description: 'A mail that was written to the applicant; its text is kept only until it is sent.' })
export class ApplicantMailType {
  @Field(() => String, { description: 'Subject.' })
  subject!: string;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent; null while it waits or is kept.' })
  sentAt!: Date | null;
}

@ObjectType('ApplicantData', { simpleResolvers: true, description: 'Everything that is held about an appeal and its applicant.' })
export class ApplicantDataType {
  @Field(() => DateTimeScalar, { description: 'When it was collected; this stands in the history of the appeal too.' })
  collectedAt!: Date;

  @Field(() => ContactsType, { description: 'Name and contacts as they were given.' })
  contacts!: ContactsType;

  @Field(() => ConsentType, { description: 'The text that the applicant agreed to.' })
  consent!: ConsentType;

  @Field(() => TrackedAppealType, { description: 'The appeal with its thread, questions, history and mark.' })
  appeal!: TrackedAppealType;

  @Field(() => [ApplicantMailType], { description: 'Mails that were written, oldest first.' })
  mails!: ApplicantMailType[];

  @Field(() => Int, { description: 'How many internal notes the office keeps on the appeal. Their words are no part of the copy: they are asked for in writing (docs/adr/0019).' })
  internalNotes!: number;

  @Field(() => String, { description: 'All of it as a JSON file, ready to be kept.' })
  json!: string;
}

@ObjectType('PersonsAppeal', { simpleResolvers: true, description: 'An appeal that a person sent, without anything about the person.' })
export class PersonsAppealType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'Number.' })
  number!: string;

  @Field(() => AppealStatusEnum, { description: 'Status.' })
  status!: AppealStatus;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  submittedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => RegionType, { description: 'The region.' })
  region!: RegionType;
}

@ObjectType('ApplicantByContact', { simpleResolvers: true, description: 'What one person sent. That it was asked for is on record.' })
export class ApplicantByContactType {
  @Field(() => Int, { description: 'How many appeals.' })
  total!: number;

  @Field(() => Int, { description: 'How many of them are open: they would be withdrawn before an erasure.' })
  open!: number;

  @Field(() => [PersonsAppealType], { description: 'The newest hundred.' })
  appeals!: PersonsAppealType[];
}

@ObjectType('RetentionRule', { simpleResolvers: true, description: 'How long ended appeals of one status keep their personal data.' })
export class RetentionRuleType {
  @Field(() => AppealStatusEnum, { description: 'The status in which they ended.' })
  status!: AppealStatus;

  @Field(() => Int, { description: 'Days after the end.' })
  afterDays!: number;

  @Field(() => String, { description: 'Where the term comes from, in Russian.' })
  source!: string;
}

@ObjectType('RetentionDue', { simpleResolvers: true, description: 'Appeals of one status and region whose term is over.' })
export class RetentionDueType {
  @Field(() => AppealStatusEnum, { description: 'Status.' })
  status!: AppealStatus;

  @Field(() => RegionType, { description: 'Region.' })
  region!: RegionType;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => DateTimeScalar, { description: 'When the first of them ended.' })
  oldest!: Date;
}

@ObjectType('Retention', { simpleResolvers: true, description: 'The policy of retention with a dry run: what would be anonymised now. Nothing is changed by asking.' })
export class RetentionType {
  @Field(() => Boolean, { description: 'Whether the nightly run does it by itself, the setting RETENTION.' })
  enabled!: boolean;

  @Field(() => [RetentionRuleType], { description: 'The rules; an appeal whose status has none is kept.' })
  rules!: RetentionRuleType[];

  @Field(() => [RetentionDueType], { description: 'What is over, by status and region.' })
  due!: RetentionDueType[];

  @Field(() => Int, { description: 'How many appeals are over.' })
  total!: number;

  @Field(() => Int, { description: 'How many one run anonymises at most.' })
  perRun!: number;

  @Field(() => Int, { description: 'How many the next run would anonymise.' })
  inNextRun!: number;

  @Field(() => [String], { description: 'Numbers of the first fifty of them.' })
  next!: string[];
}

const ERRORS = 'What to correct; empty when it was done.';

@ObjectType('EraseApplicantDataPayload', { simpleResolvers: true, description: 'Result of eraseApplicantData.' })
export class EraseApplicantDataPayload {
  @Field(() => Boolean, { nullable: true, description: 'True: it is done within moments, and number and code open nothing then.' })
  underWay?: boolean | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType('EraseApplicantPayload', { simpleResolvers: true, description: 'Result of eraseApplicant.' })
export class EraseApplicantPayload {
  @Field(() => Int, { nullable: true, description: 'How many appeals are being anonymised; null when refused.' })
  erased?: number | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}
