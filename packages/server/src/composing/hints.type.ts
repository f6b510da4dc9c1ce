import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { QuestionType } from '../appeals/appeal.type.js';
import { asEnum } from '../graphql/enums.js';
import { DayScalar } from '../graphql/scalars.js';

export const RepeatedFromEnum = asEnum(['EARLIER_ANSWER', 'TEMPLATE'] as const);
registerEnumType(RepeatedFromEnum, { name: 'RepeatedFrom', description: 'Where a passage of an answer stands already.' });

const START = 'Where it begins in the text, in UTF-16 units.';
const END = 'Where it ends.';

@ObjectType('RepeatedPassage', { simpleResolvers: true, description: 'Five words and more that stand in an earlier answer of the deputy or in a template.' })
export class RepeatedPassageType {
  @Field(() => Int, { description: START })
  start!: number;

  @Field(() => Int, { description: END })
  end!: number;

  @Field(() => RepeatedFromEnum, { description: 'Where from.' })
  kind!: 'EARLIER_ANSWER' | 'TEMPLATE';

  @Field(() => String, { description: "The number of the earlier answer's appeal, or the title of the template." })
  name!: string;
}

@ObjectType('OfficialesePhrase', { simpleResolvers: true, description: 'A phrase of offices, and how people say it.' })
export class OfficialesePhraseType {
  @Field(() => Int, { description: START })
  start!: number;

  @Field(() => Int, { description: END })
  end!: number;

  @Field(() => String, { description: 'As it stands in the text.' })
  phrase!: string;

  @Field(() => String, { description: 'Plainer words, or what to say instead, in Russian.' })
  plain!: string;
}

@ObjectType('SuggestedPromise', { simpleResolvers: true, description: 'A sentence with a day to come; whether it is a promise the deputy says when signing.' })
export class SuggestedPromiseType {
  @Field(() => Int, { description: START })
  start!: number;

  @Field(() => Int, { description: END })
  end!: number;

  @Field(() => String, { description: 'The sentence.' })
  text!: string;

  @Field(() => String, { description: 'The words of the date.' })
  when!: string;

  @Field(() => DayScalar, { description: 'The last day that the words allow, counted from today in the region.' })
  dueOn!: string;
}

@ObjectType('RawField', { simpleResolvers: true, description: 'A field of a template that was not filled in.' })
export class RawFieldType {
  @Field(() => Int, { description: START })
  start!: number;

  @Field(() => Int, { description: END })
  end!: number;

  @Field(() => String, { description: 'With its braces.' })
  field!: string;
}

@ObjectType('AnswerHints', { simpleResolvers: true, description: 'What the draft of an answer could be better in. Nothing of it stops a signature.' })
export class AnswerHintsType {
  @Field(() => Float, { nullable: true, description: 'How much repeats earlier answers and templates, 0 to 1; null for a text too short to tell.' })
  templateShare!: number | null;

  @Field(() => [RepeatedPassageType], { description: 'Which passages, in order, 20 at most.' })
  repeated!: RepeatedPassageType[];

  @Field(() => [QuestionType], { description: "The applicant's questions that it does not touch, by their words." })
  untouched!: QuestionType[];

  @Field(() => [OfficialesePhraseType], { description: 'Phrases of offices, each once.' })
  officialese!: OfficialesePhraseType[];

  @Field(() => [SuggestedPromiseType], { description: 'Promises with a date.' })
  promises!: SuggestedPromiseType[];

  @Field(() => [RawFieldType], { description: 'Fields in braces that are still in the text.' })
  rawFields!: RawFieldType[];
}
