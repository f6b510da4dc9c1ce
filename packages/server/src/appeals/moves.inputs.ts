import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('AcceptForwardedInput', { description: 'The deputy takes over what another one forwarded.' })
export class AcceptForwardedInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType('UndoMoveInput', { description: 'Takes back the own last move while its news waits.' })
export class UndoMoveInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType('ForwardToDeputyInput', { description: 'Offers an appeal to another deputy of the region.' })
export class ForwardToDeputyInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => ID, { description: 'The deputy who is asked to take it.' })
  deputyId!: string;

  @Field(() => String, { description: 'Why, for the record and for that deputy; the applicant does not read it, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ForwardOutsideInput', { description: 'Sends an appeal to the competent body outside, which ends it here.' })
export class ForwardOutsideInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { description: 'The body, up to 200 characters.' })
  body!: string;

  @Field(() => String, { description: 'What the applicant reads, up to 2,000 characters.' })
  text!: string;
}

@InputType('ReturnForwardedInput', { description: 'The deputy does not take it: it returns to the sender.' })
export class ReturnForwardedInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, for the sender, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ReturnToModerationInput', { description: 'Back to the moderator, for another topic or deputy.' })
export class ReturnToModerationInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, for the moderator, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ReopenByStaffInput', { description: 'Opens an answered appeal again by a decision of staff.' })
export class ReopenByStaffInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { description: 'Why, for the record, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ExtendAppealInput', { description: 'More time for the answer, once.' })
export class ExtendAppealInput {
  @Field(() => ID, { description: 'Id of the appeal.' })
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => Int, { description: 'Days more, 1 to `Appeal.maxExtensionDays`.' })
  days!: number;

  @Field(() => String, { description: 'Why; the applicant reads it, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ReopenAppealInput', { description: 'The applicant is not content with the answer.' })
export class ReopenAppealInput {
  @Field(() => String, { description: 'Number of the appeal.' })
  number!: string;

  @Field(() => String, { description: 'Code of the appeal.' })
  code!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;

  @Field(() => String, { description: 'What is not settled, up to 2,000 characters; the deputy reads it.' })
  reason!: string;
}

/** What every move of the desk needs. */
export type MoveInput = Pick<AcceptForwardedInput, 'id' | 'version'>;
export type ReasonedMoveInput = MoveInput & { reason: string };
