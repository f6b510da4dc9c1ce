import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { BodyLevel } from '../deputies/body.entity.js';
import { asEnum } from '../graphql/enums.js';
import { SortDirectionEnum, type SortDirection } from '../graphql/sort.type.js';
import { BodyLevelEnum } from '../regions/region.type.js';
import { RATING_STATES, TIERS, type RatingState, type Tier } from './formula.model.js';

export const RatingStateEnum = asEnum(RATING_STATES);
registerEnumType(RatingStateEnum, {
  name: 'RatingState',
  description: 'FEW_DATA «мало данных»: fewer than 10 due appeals or 10 marks, no figure is shown. MARKED: a score with its interval. LEAGUE: a tier too.',
});
export const RatingTierEnum = asEnum(TIERS);
registerEnumType(RatingTierEnum, {
  name: 'RatingTier',
  description: 'A: above the mean of the level with a probability of 95 % or more. C: above it with 5 % or less. B: neither.',
});

/** What lists of the rating are sorted by. */
export const RATING_SORT_FIELDS = ['NAME', 'SCORE', 'DUE'] as const;
export type RatingSortField = (typeof RATING_SORT_FIELDS)[number];
export const RatingSortFieldEnum = asEnum(RATING_SORT_FIELDS);
registerEnumType(RatingSortFieldEnum, { name: 'RatingSortField', description: 'What entries are sorted by; deputies without a score have less than 0.' });

@InputType('RatingFilter', { description: 'Which entries of the rating; what is left out does not restrict.' })
export class RatingFilter {
  @Field(() => String, { nullable: true, description: '«last-12-months» (default) or a quarter, «2026-Q3». BAD_USER_INPUT PERIOD_UNKNOWN when there is no rating of it.' })
  period?: string | null;

  @Field(() => [String], { nullable: true, description: 'ISO codes of regions, up to 100.' })
  regionCode?: string[] | null;

  @Field(() => BodyLevelEnum, { nullable: true, description: 'Level of the body.' })
  level?: BodyLevel | null;

  @Field(() => ID, { nullable: true, description: 'One faction.' })
  factionId?: string | null;

  @Field(() => [RatingTierEnum], { nullable: true, description: 'Tiers.' })
  tier?: Tier[] | null;

  @Field(() => [RatingStateEnum], { nullable: true, description: 'States.' })
  state?: RatingState[] | null;

  @Field(() => String, { nullable: true, description: 'Beginnings of names in any order; ё and е are the same.' })
  search?: string | null;
}

@InputType('RatingSort', { description: 'Sorting of entries.' })
export class RatingSort {
  @Field(() => RatingSortFieldEnum, { description: 'By what.' })
  field!: RatingSortField;

  @Field(() => SortDirectionEnum, { description: 'Which way.' })
  direction!: SortDirection;
}
