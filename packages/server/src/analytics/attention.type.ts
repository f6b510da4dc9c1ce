import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Attention', { simpleResolvers: true, description: 'What waits for the viewer today, within what the viewer may see; each count has a list with the same filter.' })
export class AttentionType {
  @Field(() => Int, { description: 'Waiting for a moderator.' })
  submitted!: number;

  @Field(() => Int, { description: 'Waiting for a moderator longer than the policy allows.' })
  registrationOverdue!: number;

  @Field(() => Int, { description: 'Urgent ones among those that wait for a moderator.' })
  urgent!: number;

  @Field(() => Int, { description: 'Waiting for a clarification of the applicant.' })
  clarification!: number;

  @Field(() => Int, { description: 'Registered, not yet begun.' })
  registered!: number;

  @Field(() => Int, { description: 'In progress.' })
  inProgress!: number;

  @Field(() => Int, { description: 'Due today.' })
  dueToday!: number;

  @Field(() => Int, { description: 'Due within 1 to 5 days.' })
  atRisk!: number;

  @Field(() => Int, { description: 'Overdue and open.' })
  late!: number;

  @Field(() => Int, { description: 'Given to a deputy who has not acted within the own target for a first reaction.' })
  firstReactionMissed!: number;

  @Field(() => Int, { description: 'Reopened.' })
  reopened!: number;

  @Field(() => Int, { description: 'Comments to marks that staff have not read.' })
  comments!: number;

  @Field(() => Int, { description: 'Marks of the last 7 days.' })
  feedbackLastWeek!: number;

  @Field(() => Int, { description: 'Mails that could not be sent; for the administrator.' })
  mailFailed!: number;
}
