import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { FeedbackResultEnum } from '../appeals/tracked.type.js';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';
import { SortDirectionEnum, type SortDirection } from '../graphql/sort.type.js';
import { COMMENT_STATES, type CommentState, type FeedbackResult } from './feedback.entity.js';

export const CommentStateEnum = asEnum(COMMENT_STATES);
registerEnumType(CommentStateEnum, { name: 'CommentState', description: 'A comment is PENDING until staff read it, then SHOWN to the deputy or HIDDEN.' });

/** What lists of feedback are sorted by. */
export const FEEDBACK_SORT_FIELDS = ['GIVEN_AT', 'QUALITY'] as const;
export const FeedbackSortFieldEnum = asEnum(FEEDBACK_SORT_FIELDS);
registerEnumType(FeedbackSortFieldEnum, { name: 'FeedbackSortField', description: 'What a list of feedback is sorted by.' });

@InputType('GiveFeedbackInput', { description: 'A mark, by `token` (from the mail, single use), by `continuation` (from the first mark, for one hour), or by `number` and `code`.' })
export class GiveFeedbackInput {
  @Field(() => String, { nullable: true, description: 'Token of the link in the mail.' })
  token?: string | null;

  @Field(() => String, { nullable: true, description: 'What the payload of the first mark gave.' })
  continuation?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the appeal.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the appeal.' })
  code?: string | null;

  @Field(() => Int, { nullable: true, description: '1 to 5; needed for the first mark.' })
  quality?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the answer came in good time.' })
  prompt?: boolean | null;

  @Field(() => Int, { nullable: true, description: '1 «отписка» to 5 «ответ живой».' })
  personal?: number | null;

  @Field(() => FeedbackResultEnum, { nullable: true, description: 'Whether the problem is solved.' })
  result?: FeedbackResult | null;

  @Field(() => String, { nullable: true, description: 'Up to 2,000 characters.' })
  comment?: string | null;
}

@InputType('ModerateCommentInput', { description: 'Whether the deputy may read a comment.' })
export class ModerateCommentInput {
  @Field(() => ID, { description: 'Id of the feedback.' })
  feedbackId!: string;

  @Field(() => Boolean, { description: 'True shows it, false hides it.' })
  show!: boolean;
}

@InputType('FeedbackFilter', { description: 'Which marks; what is left out does not restrict.' })
export class FeedbackFilter {
  @Field(() => [String], { nullable: true, description: 'ISO codes of regions.' })
  regionCode?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'One deputy.' })
  deputyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'One appeal.' })
  appealId?: string | null;

  @Field(() => [Int], { nullable: true, description: 'Marks for quality, 1 to 5.' })
  quality?: number[] | null;

  @Field(() => [FeedbackResultEnum], { nullable: true, description: 'Results.' })
  result?: FeedbackResult[] | null;

  @Field(() => [CommentStateEnum], { nullable: true, description: 'States of the comment; for staff.' })
  commentState?: CommentState[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'Given on this day or later.' })
  givenFrom?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Given on this day or earlier.' })
  givenTo?: string | null;
}

@InputType('FeedbackSort', { description: 'Sorting of feedback.' })
export class FeedbackSort {
  @Field(() => FeedbackSortFieldEnum, { description: 'By what.' })
  field!: (typeof FEEDBACK_SORT_FIELDS)[number];

  @Field(() => SortDirectionEnum, { description: 'Which way.' })
  direction!: SortDirection;
}
