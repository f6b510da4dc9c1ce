import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { asEnum } from '../graphql/enums.js';
import { FOUND_PLACES, type FoundPlace } from './found-words.js';

const FoundPlaceEnum = asEnum(FOUND_PLACES);
registerEnumType(FoundPlaceEnum, { name: 'FoundPlace', description: 'Where in an appeal a fragment stands: its subject, its letter, or what was written since.' });

@ObjectType('FragmentPart', { simpleResolvers: true, description: 'A piece of a fragment, plain text.' })
export class FragmentPartType {
  @Field(() => String, { description: 'The text as it was written.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it is what was looked for.' })
  found!: boolean;
}

@ObjectType('Fragment', { simpleResolvers: true, description: 'A passage of an appeal with what was looked for; put together, the parts are the passage.' })
export class FragmentType {
  @Field(() => FoundPlaceEnum, { description: 'Where it stands.' })
  place!: FoundPlace;

  @Field(() => [FragmentPartType], { description: 'Its pieces, in order.' })
  parts!: FragmentPartType[];
}

@ObjectType('SearchTaken', { simpleResolvers: true, description: 'A word of the search that was taken for others.' })
export class SearchTakenType {
  @Field(() => String, { description: 'As it was typed.' })
  typed!: string;

  @Field(() => [String], { description: 'What was looked for besides, the likeliest first; only words that appeals of the viewer have.' })
  as!: string[];
}

@ObjectType('SearchReading', { simpleResolvers: true, description: 'How a search was read.' })
export class SearchReadingType {
  @Field(() => Int, { description: 'How many appeals have every word as it was typed; ten or more may be counted no further here. What comes behind them only resembles the search.' })
  exact!: number;

  @Field(() => [SearchTakenType], { description: 'Misspelt words, and words in the wrong layout or in Latin letters, with what they were taken for; empty when all were met as typed.' })
  taken!: SearchTakenType[];

  @Field(() => Int, { description: 'A search is counted up to this: a totalCount of as much means so many or more.' })
  countedUpTo!: number;
}
