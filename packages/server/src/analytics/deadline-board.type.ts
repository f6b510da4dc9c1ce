import { Field, Int, ObjectType } from 'type-graphql';
import { DeputyType } from '../deputies/deputy.type.js';

@ObjectType('DeadlineBoardRow', { description: "How one deputy's open appeals stand to their deadlines; each count has a list with the same filter." })
export class DeadlineBoardRowType {
  @Field(() => DeputyType, { nullable: true, description: 'The deputy; null for what a moderator has yet to give to one.' })
  deputy!: DeputyType | null;

  @Field(() => Int, { description: 'Open, with more than 5 days left.' })
  inTime!: number;

  @Field(() => Int, { description: 'Due within 1 to 5 days.' })
  atRisk!: number;

  @Field(() => Int, { description: 'Due today.' })
  today!: number;

  @Field(() => Int, { description: 'Overdue and open.' })
  late!: number;

  @Field(() => Int, { description: 'Registered, and no first reaction within the own target.' })
  firstReactionMissed!: number;

  @Field(() => Int, { description: 'Waiting for a moderator; addressed to this deputy by the applicant.' })
  submitted!: number;
}
