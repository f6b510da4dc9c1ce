import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { AnswerPromiseType, PromiseStateEnum } from '../appeals/promise.type.js';
import { PROMISE_OUTCOMES, type PromiseOutcome, type PromiseState } from '../appeals/promise.formula.js';
import { connectionOf } from '../graphql/connection.type.js';
import { asEnum } from '../graphql/enums.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';

export const PromiseOutcomeEnum = asEnum(PROMISE_OUTCOMES);
registerEnumType(PromiseOutcomeEnum, { name: 'PromiseOutcome', description: 'сделано, частично, не сделано.' });

@ObjectType('LedgerPromise', { simpleResolvers: true, description: 'A promise as the office keeps it: whose, to whom, and what became of it.' })
export class LedgerPromiseType extends AnswerPromiseType {
  @Field(() => DateTimeScalar, { description: 'When it was signed.' })
  createdAt!: Date;
}

export const PromiseConnection = connectionOf('LedgerPromise', () => LedgerPromiseType);

@InputType('PromiseFilter', { description: 'Which promises; what is left out does not restrict.' })
export class PromiseFilter {
  @Field(() => [PromiseStateEnum], { nullable: true, description: 'States.' })
  state?: PromiseState[] | null;

  @Field(() => ID, { nullable: true, description: 'One deputy.' })
  deputyId?: string | null;

  @Field(() => [String], { nullable: true, description: 'ISO codes of regions.' })
  regionCode?: string[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'Due on this day or later.' })
  dueFrom?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Due on this day or earlier.' })
  dueTo?: string | null;
}

@ObjectType('PromiseInvitation', { simpleResolvers: true, description: 'What a link from the mail asks about.' })
export class PromiseInvitationType {
  @Field(() => String, { description: 'What was promised.' })
  text!: string;

  @Field(() => DayScalar, { description: 'By which day.' })
  dueOn!: string;

  @Field(() => String, { description: 'Number of the appeal.' })
  appealNumber!: string;

  @Field(() => String, { description: 'What the appeal is about.' })
  subject!: string;

  @Field(() => String, { description: 'Who promised.' })
  deputyName!: string;
}

@InputType('ReportPromiseInput', { description: "The applicant's word on a promise, by `token` (from the mail, single use) or by `number`, `code` and `promiseId`." })
export class ReportPromiseInput {
  @Field(() => String, { nullable: true, description: 'Token of the link in the mail.' })
  token?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the appeal.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the appeal.' })
  code?: string | null;

  @Field(() => ID, { nullable: true, description: 'Which promise, with number and code.' })
  promiseId?: string | null;

  @Field(() => PromiseOutcomeEnum, { description: 'What became of it.' })
  outcome!: PromiseOutcome;
}

@ObjectType('ReportPromisePayload', { simpleResolvers: true, description: 'Result of reportPromise.' })
export class ReportPromisePayload {
  @Field(() => AnswerPromiseType, { nullable: true, description: 'The promise as it stands; null when refused.' })
  promise?: AnswerPromiseType | null;

  @Field(() => String, { nullable: true, description: 'Number of the appeal.' })
  appealNumber?: string | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was recorded.' })
  errors!: UserErrorType[];
}
