import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import { FeedbackResultEnum, TrackedFeedbackType } from '../appeals/tracked.type.js';
import { DeputyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { UserErrorType } from '../graphql/payload.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import type { CommentState, FeedbackResult } from './feedback.entity.js';
import { CommentStateEnum } from './feedback.inputs.js';

@ObjectType('Feedback', { simpleResolvers: true, description: "The applicant's mark of an answer." })
export class FeedbackType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => Int, { description: 'Quality, 1 to 5.' })
  quality!: number;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer came in good time, as the applicant felt it.' })
  prompt!: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Personal approach, 1 «отписка» to 5 «ответ живой».' })
  personal!: number | null;

  @Field(() => FeedbackResultEnum, { nullable: true, description: 'Whether the problem is solved.' })
  result!: FeedbackResult | null;

  @Field(() => String, { nullable: true, description: 'The comment; for the deputy only once it is SHOWN.' })
  comment!: string | null;

  @Field(() => CommentStateEnum, { description: 'Whether the comment was moderated.' })
  commentState!: CommentState;

  @Field(() => DateTimeScalar, { description: 'When it was given last.' })
  givenAt!: Date;

  @Field(() => Boolean, { description: 'Whether the rating counts it.' })
  counted!: boolean;

  @Field(() => String, { nullable: true, description: 'Code of the reason why it is not counted.' })
  notCountedReason!: string | null;

  @Field(() => String, { nullable: true, description: 'That reason in words.' })
  notCountedText!: string | null;

  @Field(() => DeputyType, { description: 'Whose answer it is.' })
  deputy!: DeputyType;

  @Field(() => AppealType, { description: 'The appeal.' })
  appeal!: AppealType;
}

export const FeedbackConnection = connectionOf('Feedback', () => FeedbackType);

@ObjectType('FeedbackInvitation', { simpleResolvers: true, description: 'What a link from the mail is about.' })
export class FeedbackInvitationType {
  @Field(() => String, { description: 'Number of the appeal.' })
  appealNumber!: string;

  @Field(() => String, { description: 'What it is about.' })
  subject!: string;

  @Field(() => String, { description: 'The answer.' })
  answerText!: string;

  @Field(() => DateTimeScalar, { description: 'When it was answered.' })
  answeredAt!: Date;

  @Field(() => String, { description: 'Who answered.' })
  deputyName!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it can be marked.' })
  validUntil!: Date;
}

@ObjectType('GiveFeedbackPayload', { simpleResolvers: true, description: 'Result of giveFeedback.' })
export class GiveFeedbackPayload {
  @Field(() => TrackedFeedbackType, { nullable: true, description: 'The mark as it stands; null when refused.' })
  feedback?: TrackedFeedbackType | null;

  @Field(() => String, { nullable: true, description: 'Lets this page add the rest or change the mark for one hour; null when number and code were given.' })
  continuation?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the appeal.' })
  appealNumber?: string | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
  errors!: UserErrorType[];
}

@ObjectType('FeedbackPayload', { simpleResolvers: true, description: 'Result of moderateComment.' })
export class FeedbackPayload {
  @Field(() => FeedbackType, { nullable: true, description: 'The feedback; null when refused.' })
  feedback?: FeedbackType | null;

  @Field(() => [UserErrorType], { description: 'What to correct; empty when it was done.' })
  errors!: UserErrorType[];
}
