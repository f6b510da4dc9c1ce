import { Field, ID, InputType, Int } from 'type-graphql';
import { MoveInput, TrackedMoveInput } from './move.input.js';

@InputType('AcceptForwardedInput', { description: 'The deputy takes over what another one forwarded.' })
export class AcceptForwardedInput extends MoveInput {}

@InputType('UndoMoveInput', { description: 'Takes back the own last move while its news waits.' })
export class UndoMoveInput extends MoveInput {}

@InputType('ForwardToDeputyInput', { description: 'Offers an appeal to another deputy of the region.' })
export class ForwardToDeputyInput extends MoveInput {
  @Field(() => ID, { description: 'The deputy who is asked to take it.' })
  deputyId!: string;

  @Field(() => String, { description: 'Why, for the record and for that deputy; the applicant does not read it, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ForwardOutsideInput', { description: 'Sends an appeal to the competent body outside, which ends it here.' })
export class ForwardOutsideInput extends MoveInput {
  @Field(() => String, { description: 'The body, up to 200 characters.' })
  body!: string;

  @Field(() => String, { description: 'What the applicant reads, up to 2,000 characters.' })
  text!: string;
}

@InputType('ReturnForwardedInput', { description: 'The deputy does not take it: it returns to the sender.' })
export class ReturnForwardedInput extends MoveInput {
  @Field(() => String, { description: 'Why, for the sender, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ReturnToModerationInput', { description: 'Back to the moderator, for another topic or deputy.' })
export class ReturnToModerationInput extends MoveInput {
  @Field(() => String, { description: 'Why, for the moderator, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ReopenByStaffInput', { description: 'Opens an answered appeal again by a decision of staff.' })
export class ReopenByStaffInput extends MoveInput {
  @Field(() => String, { description: 'Why, for the record, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ExtendAppealInput', { description: 'More time for the answer, once.' })
export class ExtendAppealInput extends MoveInput {
  @Field(() => Int, { description: 'Days more, 1 to `Appeal.maxExtensionDays`.' })
  days!: number;

  @Field(() => String, { description: 'Why; the applicant reads it, up to 2,000 characters.' })
  reason!: string;
}

@InputType('ReopenAppealInput', { description: 'The applicant is not content with the answer.' })
export class ReopenAppealInput extends TrackedMoveInput {
  @Field(() => String, { description: 'What is not settled, up to 2,000 characters; the deputy reads it.' })
  reason!: string;
}

/** A move whose reason goes on record. */
export type ReasonedMoveInput = MoveInput & { reason: string };
