import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { PROMISE_STATES, type PromiseState } from './promise.formula.js';

export const PromiseStateEnum = asEnum(PROMISE_STATES);
registerEnumType(PromiseStateEnum, {
  name: 'PromiseState',
  description: 'OPEN until its day, ASKED once the applicant was asked, KEPT, PARTLY or BROKEN by the applicant\'s word, UNKNOWN when none came.',
});

@ObjectType('AnswerPromise', { simpleResolvers: true, description: 'What a deputy promised in an answer by a day, and what became of it.' })
export class AnswerPromiseType {
  @Field(() => ID, { description: 'Id.' })
  id!: string;

  @Field(() => String, { description: 'What was promised.' })
  text!: string;

  @Field(() => DayScalar, { description: 'By which day.' })
  dueOn!: string;

  @Field(() => PromiseStateEnum, { description: 'How it stands.' })
  state!: PromiseState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the applicant was asked; null before its day.' })
  askedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the applicant said what became of it, or the time to say it was over.' })
  outcomeAt!: Date | null;
}

@InputType('PromiseInput', { description: 'A promise that the deputy confirms with the signature.' })
export class PromiseInput {
  @Field(() => String, { description: 'What is promised, up to 500 characters.' })
  text!: string;

  @Field(() => DayScalar, { description: 'By which day, today or later; on it the applicant is asked.' })
  dueOn!: string;
}
