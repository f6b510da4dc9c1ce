import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { QuestionResult } from '../appeals/appeal.lifecycle.js';
import { QuestionResultEnum } from '../appeals/appeal.type.js';
import { FeedbackResultEnum } from '../appeals/tracked.type.js';
import type { FeedbackResult } from '../feedback/feedback.entity.js';
import { connectionOf } from '../graphql/connection.type.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { RatingEntryType, RatingPeriodType } from './rating.type.js';

@ObjectType('RatingStep', { simpleResolvers: true, description: 'One step from the counts to the score, in words.' })
export class RatingStepType {
  @Field(() => String, { description: 'OBSERVED EXPECTED ADJUSTED PRIOR SHRUNK INFORMALITY WEIGHT CONTRIBUTION SCORE STANDING EFFECT FEW_DATA.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'timeliness, quality or personal; null for the whole.' })
  part!: string | null;

  @Field(() => String, { description: "Title in the request's language." })
  title!: string;

  @Field(() => String, { description: "The step in a sentence, in the request's language." })
  text!: string;

  @Field(() => Float, { nullable: true, description: 'Its figure: a share 0 to 1; for SCORE 0 to 100, for EFFECT points of the score.' })
  value!: number | null;
}

@ObjectType('ResultCount', { simpleResolvers: true, description: 'How many questions had this result; results are never added up.' })
export class ResultCountType {
  @Field(() => QuestionResultEnum, { description: 'The result.' })
  result!: QuestionResult;

  @Field(() => Int, { description: 'Questions.' })
  count!: number;
}

@ObjectType('RatingItem', { simpleResolvers: true, description: 'One appeal of the period, whether it counts or not.' })
export class RatingItemType {
  @Field(() => ID, { description: 'The appeal.' })
  appealId!: string;

  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => String, { description: 'What it is about.' })
  subject!: string;

  @Field(() => DayScalar, { description: 'When it is due.' })
  dueOn!: string;

  @Field(() => DayScalar, { nullable: true, description: 'When it was first answered; null until then.' })
  answeredOn!: string | null;

  @Field(() => Boolean, { description: 'Answered on the due day or before.' })
  inTime!: boolean;

  @Field(() => Boolean, { description: 'Whether the appeal counts among the due ones.' })
  counted!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it does not.' })
  exclusionText!: string | null;

  @Field(() => Int, { nullable: true, description: 'Mark for quality, 1 to 5, of the last answer that has one.' })
  quality!: number | null;

  @Field(() => Int, { nullable: true, description: 'Mark for the personal approach, 1 to 5.' })
  personal!: number | null;

  @Field(() => FeedbackResultEnum, { nullable: true, description: "Whether the problem is solved, by the applicant's word." })
  result!: FeedbackResult | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the mark counts; null without one.' })
  markCounted!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why the mark does not count, or counts and earns no quality.' })
  markExclusionText!: string | null;

  @Field(() => Float, { nullable: true, description: "How much of the answer repeats the deputy's earlier ones, 0 to 1; null when it is too short to tell." })
  templateShare!: number | null;
}

export const RatingItemConnection = connectionOf('RatingItem', () => RatingItemType);

@ObjectType('RatingExplanation', { simpleResolvers: true, description: 'Where a deputy’s figure comes from, down to the single appeal.' })
export class RatingExplanationType {
  @Field(() => RatingEntryType, { description: 'The entry.' })
  entry!: RatingEntryType;

  @Field(() => RatingPeriodType, { description: 'The period.' })
  period!: RatingPeriodType;

  @Field(() => DateTimeScalar, { description: 'When it was computed.' })
  computedAt!: Date;
}
