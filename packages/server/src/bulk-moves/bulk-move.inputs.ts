import { Field, ID, InputType, Int } from 'type-graphql';
import type { AppealKind, RejectReason } from '../appeals/appeal.lifecycle.js';
import { AppealFilter } from '../appeals/appeal.inputs.js';
import { AppealKindEnum, RejectReasonEnum } from '../appeals/appeal.type.js';

@InputType('BulkRegisterInput', { description: 'Accepts appeals with one topic and deputy, or each with its own.' })
export class BulkRegisterInput {
  @Field(() => String, { nullable: true, description: 'Code of the topic; left out, each appeal keeps its own, else gets the one that is suggested for it.' })
  topicCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The deputy; left out, each appeal goes to whom it was written to, else to the one who is suggested for it.' })
  deputyId?: string | null;

  @Field(() => AppealKindEnum, { nullable: true, description: 'Kind; left as it is when left out.' })
  kind?: AppealKind | null;
}

@InputType('BulkRejectInput', { description: 'Rejects appeals with one reason and text.' })
export class BulkRejectInput {
  @Field(() => RejectReasonEnum, { description: 'The reason; NO_CLARIFICATION is given by the system alone.' })
  reason!: RejectReason;

  @Field(() => String, { description: 'What the applicants read, up to 2,000 characters.' })
  text!: string;
}

@InputType('BulkTextInput', { description: 'Words that the applicants read.' })
export class BulkTextInput {
  @Field(() => String, { description: 'Up to 2,000 characters.' })
  text!: string;
}

@InputType('BulkReasonInput', { description: 'Why, for the record.' })
export class BulkReasonInput {
  @Field(() => String, { description: 'Up to 2,000 characters.' })
  reason!: string;
}

@InputType('BulkForwardToDeputyInput', { description: 'Offers appeals to another deputy of their region.' })
export class BulkForwardToDeputyInput extends BulkReasonInput {
  @Field(() => ID, { description: 'The deputy who is asked to take them.' })
  deputyId!: string;
}

@InputType('BulkForwardOutsideInput', { description: 'Sends appeals to the competent body outside, which ends them here.' })
export class BulkForwardOutsideInput extends BulkTextInput {
  @Field(() => String, { description: 'The body, up to 200 characters.' })
  body!: string;
}

@InputType('BulkExtendInput', { description: 'More time for the answers, once for each appeal.' })
export class BulkExtendInput extends BulkReasonInput {
  @Field(() => Int, { description: 'Days more.' })
  days!: number;
}

@InputType('BulkMoveInput', { description: 'Which appeals, by exactly one of `appealIds` and `filter`, and what is done to each, by exactly one of the others.' })
export class BulkMoveInput {
  @Field(() => [ID], { nullable: true, description: 'The appeals, at most 5,000; the same one twice is one.' })
  appealIds?: string[] | null;

  @Field(() => AppealFilter, { nullable: true, description: 'Everything that the list with this filter finds now, at most 10,000; what comes later is not among it.' })
  filter?: AppealFilter | null;

  @Field(() => BulkRegisterInput, { nullable: true, description: 'Accepts them.' })
  register?: BulkRegisterInput | null;

  @Field(() => BulkRejectInput, { nullable: true, description: 'Rejects them.' })
  reject?: BulkRejectInput | null;

  @Field(() => BulkTextInput, { nullable: true, description: 'Asks the applicants to clarify.' })
  requestClarification?: BulkTextInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True: the deputy or aide takes them in hand.' })
  begin?: boolean | null;

  @Field(() => BulkForwardToDeputyInput, { nullable: true, description: 'Offers them to another deputy.' })
  forwardToDeputy?: BulkForwardToDeputyInput | null;

  @Field(() => BulkForwardOutsideInput, { nullable: true, description: 'Sends them to the competent body outside.' })
  forwardOutside?: BulkForwardOutsideInput | null;

  @Field(() => BulkExtendInput, { nullable: true, description: 'Extends their deadlines.' })
  extend?: BulkExtendInput | null;

  @Field(() => BulkReasonInput, { nullable: true, description: 'Sends them back to moderation, for another topic or deputy.' })
  returnToModeration?: BulkReasonInput | null;

  @Field(() => BulkReasonInput, { nullable: true, description: 'Opens answered ones again.' })
  reopen?: BulkReasonInput | null;
}
