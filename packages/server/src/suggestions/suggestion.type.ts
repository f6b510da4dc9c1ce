import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AppealKind, RejectReason } from '../appeals/appeal.lifecycle.js';
import { AppealKindEnum, RejectReasonEnum } from '../appeals/appeal.type.js';
import { DeputyType } from '../deputies/deputy.type.js';
import { asEnum } from '../graphql/enums.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { TopicType } from '../regions/region.type.js';
import { DEPUTY_REASONS, type DeputyReason } from './deputy-choice.formula.js';
import { DANGERS, type Danger } from './urgency.rules.js';

export const DeputyReasonEnum = asEnum(DEPUTY_REASONS);
registerEnumType(DeputyReasonEnum, {
  name: 'DeputySuggestionReason',
  description: 'Why a deputy is suggested: CHOSEN by the applicant, NAMED in the letter, of the DISTRICT that the letter names, by the STREET or the TOPIC as moderators decided before, or with the least LOAD.',
});
export const DangerEnum = asEnum(DANGERS);
registerEnumType(DangerEnum, { name: 'Danger', description: 'What endangers life or health; LIKELY where no rule knows the danger, and the letter is like those that people called urgent.' });

@ObjectType('TopicSuggestion', { simpleResolvers: true, description: 'A topic that an appeal may be about.' })
export class TopicSuggestionType {
  @Field(() => TopicType, { description: 'The topic.' })
  topic!: TopicType;

  @Field(() => Float, { description: 'How sure the model is, 0 to 1.' })
  confidence!: number;
}

@ObjectType('DeputySuggestion', { simpleResolvers: true, description: 'To whom an appeal could go, and why.' })
export class DeputySuggestionType {
  @Field(() => DeputyType, { description: 'The deputy.' })
  deputy!: DeputyType;

  @Field(() => DeputyReasonEnum, { description: 'Why.' })
  reason!: DeputyReason;

  @Field(() => String, { description: "Why, in words, in the request's language." })
  text!: string;
}

@ObjectType('UrgencyReason', { simpleResolvers: true, description: 'A danger, and the words of the letter that tell of it.' })
export class UrgencyReasonType {
  @Field(() => DangerEnum, { description: 'What kind of danger.' })
  danger!: Danger;

  @Field(() => [String], { description: 'Words of the letter, in small letters.' })
  words!: string[];

  @Field(() => String, { description: "Both in words, in the request's language." })
  text!: string;
}

@ObjectType('RejectReasonSuggestion', { simpleResolvers: true, description: 'A likely reason to reject; a person decides.' })
export class RejectReasonSuggestionType {
  @Field(() => RejectReasonEnum, { description: 'The reason.' })
  reason!: RejectReason;

  @Field(() => Float, { description: 'How sure, 0 to 1.' })
  confidence!: number;

  @Field(() => [String], { description: 'Words of the letter that gave it; none where the whole of it did.' })
  words!: string[];
}

@ObjectType('Suggestion', { simpleResolvers: true, description: 'What is suggested to the moderator of an appeal; nothing of it is applied without a person.' })
export class SuggestionType {
  @Field(() => [TopicSuggestionType], { description: 'Up to three topics, the likeliest first.' })
  topics!: TopicSuggestionType[];

  @Field(() => AppealKindEnum, { description: 'The likeliest kind.' })
  kind!: AppealKind;

  @Field(() => Float, { description: 'How sure of the kind, 0 to 1.' })
  kindConfidence!: number;

  @Field(() => [UrgencyReasonType], { description: 'What endangers life or health by the words of the letter; empty when nothing does.' })
  urgency!: UrgencyReasonType[];

  @Field(() => RejectReasonSuggestionType, { nullable: true, description: 'A likely reason to reject; null when there is none.' })
  rejectReason!: RejectReasonSuggestionType | null;

  @Field(() => Int, { description: 'The version of the model, 0 for the start corpus alone (`suggestionModels`).' })
  modelVersion!: number;

  @Field(() => DateTimeScalar, { description: 'When the letter was read.' })
  madeAt!: Date;
}

@ObjectType('SuggestionTopicFigure', { simpleResolvers: true, description: 'How well a version knows one topic.' })
export class SuggestionTopicFigureType {
  @Field(() => TopicType, { description: 'The topic.' })
  topic!: TopicType;

  @Field(() => Int, { description: 'Decisions of it that were held back.' })
  count!: number;

  @Field(() => Int, { description: 'Of those, right the first time.' })
  first!: number;
}

@ObjectType('SuggestionModel', { simpleResolvers: true, description: 'A version of the model, measured on decisions that were held back from it. Shares are 0 to 1, null where nothing was held back.' })
export class SuggestionModelType {
  @Field(() => Int, { description: 'Version, from 1.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was trained.' })
  trainedAt!: Date;

  @Field(() => Boolean, { description: 'Whether suggestions are made with it now; a version that is worse than the one before is not used.' })
  inUse!: boolean;

  @Field(() => Int, { description: 'Examples of the start corpus that it learned from.' })
  examples!: number;

  @Field(() => Int, { description: "Moderators' decisions that it learned from." })
  decisions!: number;

  @Field(() => Int, { description: 'Decisions about topics that were held back.' })
  heldBack!: number;

  @Field(() => Float, { nullable: true, description: 'Share of those whose topic is right the first time.' })
  topicFirst!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of those whose topic is among the three.' })
  topicAmongThree!: number | null;

  @Field(() => Float, { nullable: true, description: 'Share of held-back decisions whose kind is right.' })
  kindRight!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of reasons to reject that it named, the share that moderators gave as well.' })
  reasonPrecision!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of reasons that moderators gave, the share that it named.' })
  reasonRecall!: number | null;

  @Field(() => Int, { description: 'Decisions about urgency that were held back: marks that people set, took off or left, and a bounded number of letters accepted without one.' })
  urgencyHeldBack!: number;

  @Field(() => Int, { description: 'Of those, urgent letters.' })
  urgencyUrgent!: number;

  @Field(() => Float, { nullable: true, description: 'Of the urgent ones, the share that rules and model together find.' })
  urgencyRecall!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of the urgent ones, the share that the rules alone find. Marks that nobody touched come from rules or model themselves.' })
  urgencyRulesRecall!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of the alarms that it gives among the decisions that were held back, the share that people called urgent as well.' })
  urgencyPrecision!: number | null;

  @Field(() => [SuggestionTopicFigureType], { description: 'By topic, in the order of topics.' })
  topics!: SuggestionTopicFigureType[];

  @Field(() => Int, { description: 'Appeals accepted in the last 90 days within what the viewer may see, for which it had suggested a topic.' })
  decided!: number;

  @Field(() => Int, { description: 'Of those, accepted with its first topic.' })
  agreedFirst!: number;

  @Field(() => Int, { description: 'Of those, accepted with one of its three topics.' })
  agreedAmongThree!: number;
}
