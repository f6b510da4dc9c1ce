import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { BodyLevel } from '../deputies/body.entity.js';
import { DeputyType, FactionType, RepresentativeBodyType } from '../deputies/deputy.type.js';
import { connectionOf } from '../graphql/connection.type.js';
import { DateTimeScalar, DayScalar } from '../graphql/scalars.js';
import { BodyLevelEnum, RegionType } from '../regions/region.type.js';
import type { RatingState, Tier } from './formula.model.js';
import { RatingStateEnum, RatingTierEnum } from './rating.inputs.js';

@ObjectType('RatingPeriod', { simpleResolvers: true, description: 'A period that a rating was computed for.' })
export class RatingPeriodType {
  @Field(() => String, { description: '«last-12-months» or «2026-Q3».' })
  key!: string;

  @Field(() => DayScalar, { description: 'First day.' })
  from!: string;

  @Field(() => DayScalar, { description: 'Last day.' })
  to!: string;

  @Field(() => String, { description: "Name in the request's language." })
  title!: string;
}

@ObjectType('RatingWeights', { simpleResolvers: true, description: 'How the parts add up to the score; the sum is 1.' })
export class RatingWeightsType {
  @Field(() => Float, { description: 'Share of timeliness.' })
  timeliness!: number;

  @Field(() => Float, { description: 'Share of quality.' })
  quality!: number;

  @Field(() => Float, { description: 'Share of the personal approach.' })
  personal!: number;
}

@ObjectType('RatingFormula', { simpleResolvers: true, description: 'The method that made the figures; a dated version.' })
export class RatingFormulaType {
  @Field(() => String, { description: 'Version of the method.' })
  version!: string;

  @Field(() => Int, { description: 'Fewer due appeals are «мало данных».' })
  minDue!: number;

  @Field(() => Int, { description: 'Fewer counted marks are «мало данных».' })
  minMarks!: number;

  @Field(() => Int, { description: 'About so many due appeals and marks make a score reliable enough for a league.' })
  leagueFrom!: number;

  @Field(() => RatingWeightsType, { description: 'Weights of the parts.' })
  weights!: RatingWeightsType;

  @Field(() => String, { description: "The method in a few sentences, in the request's language." })
  text!: string;
}

@ObjectType('RatingSummary', { simpleResolvers: true, description: 'Counts of entries that the filter finds and the viewer may see.' })
export class RatingSummaryType {
  @Field(() => Int, { description: 'Entries.' })
  deputies!: number;

  @Field(() => Int, { description: 'Of them FEW_DATA.' })
  fewData!: number;

  @Field(() => Int, { description: 'Of them MARKED.' })
  marked!: number;

  @Field(() => Int, { description: 'Of them in a LEAGUE.' })
  league!: number;

  @Field(() => Int, { description: 'Tier A.' })
  tierA!: number;

  @Field(() => Int, { description: 'Tier B.' })
  tierB!: number;

  @Field(() => Int, { description: 'Tier C; 0 for viewers to whom the bottom is not shown.' })
  tierC!: number;

  @Field(() => Float, { nullable: true, description: 'Mean of the level, 0 to 100; null unless the filter names a level or a faction, since levels are not compared.' })
  levelMean!: number | null;
}

@ObjectType('RatingGroup', { simpleResolvers: true, description: 'A faction or region: the same formula on the pooled counts of its mandates, never a mean of scores or places.' })
export class RatingGroupType {
  @Field(() => ID, { description: 'Id of the faction or code of the region.' })
  id!: string;

  @Field(() => String, { description: "Name in the request's language; a faction's with its body." })
  name!: string;

  @Field(() => Int, { description: 'Appeals due in the period.' })
  due!: number;

  @Field(() => Int, { description: 'Counted marks.' })
  marks!: number;

  @Field(() => Float, { nullable: true, description: '0 to 100; null for FEW_DATA, and where so few deputies stand behind it that it would tell the score of one.' })
  score!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval, 0 to 100.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval, 0 to 100.' })
  high!: number | null;

  @Field(() => RatingStateEnum, { description: 'State.' })
  state!: RatingState;
}

@ObjectType('FunnelPoint', { simpleResolvers: true, description: 'One deputy in the funnel plot: score against the number of due appeals.' })
export class FunnelPointType {
  @Field(() => ID, { description: 'The deputy.' })
  deputyId!: string;

  @Field(() => String, { description: 'Last, first and middle name.' })
  name!: string;

  @Field(() => Int, { description: 'Appeals due in the period.' })
  due!: number;

  @Field(() => Float, { description: '0 to 100.' })
  score!: number;

  @Field(() => RatingTierEnum, { nullable: true, description: 'Tier; null outside the league.' })
  tier!: Tier | null;
}

@ObjectType('RatingPart', {
  simpleResolvers: true,
  description: 'One of the three parts of the score. Shares are 0 to 1 with six decimals; all but the counts are null for FEW_DATA.',
})
export class RatingPartType {
  @Field(() => Int, { description: 'Items: due appeals for timeliness, counted marks for the others.' })
  n!: number;

  @Field(() => Float, { description: 'How many of them hit: in time, or 4 and 5.' })
  hits!: number;

  @Field(() => Float, { nullable: true, description: 'hits / n.' })
  observed!: number | null;

  @Field(() => Float, { nullable: true, description: 'What the other deputies of the level would reach with the same topics and channels.' })
  expected!: number | null;

  @Field(() => Float, { nullable: true, description: 'Observed, adjusted for topics and channels.' })
  adjusted!: number | null;

  @Field(() => Float, { nullable: true, description: 'After shrinkage to the mean of the level; goes into the score.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval of `value`.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval of `value`.' })
  high!: number | null;

  @Field(() => Float, { description: 'Weight in the score.' })
  weight!: number;

  @Field(() => Float, { nullable: true, description: 'weight · value, 0 to 1; the contributions add up to score / 100.' })
  contribution!: number | null;
}

@ObjectType('RatingEntry', { simpleResolvers: true, description: 'The rating of one mandate in one period.' })
export class RatingEntryType {
  @Field(() => ID, { description: 'Of mandate and period; the same in every computation, so that caches follow.' })
  id!: string;

  @Field(() => DeputyType, { description: 'The deputy.' })
  deputy!: DeputyType;

  @Field(() => RegionType, { description: 'The region.' })
  region!: RegionType;

  @Field(() => RepresentativeBodyType, { description: 'The body.' })
  body!: RepresentativeBodyType;

  @Field(() => FactionType, { description: 'The faction.' })
  faction!: FactionType;

  @Field(() => BodyLevelEnum, { description: 'Level: deputies are compared inside it only.' })
  level!: BodyLevel;

  @Field(() => RatingStateEnum, { description: 'State.' })
  state!: RatingState;

  @Field(() => RatingTierEnum, { nullable: true, description: 'Tier; null outside the league.' })
  tier!: Tier | null;

  @Field(() => Boolean, { description: 'Works, but stands outside the league: the region is closed or suspended.' })
  outsideLeague!: boolean;

  @Field(() => Float, { nullable: true, description: '0 to 100 with one decimal; null for FEW_DATA.' })
  score!: number | null;

  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval, 0 to 100.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval, 0 to 100.' })
  high!: number | null;

  @Field(() => Int, { description: 'Appeals due in the period, open overdue ones included.' })
  due!: number;

  @Field(() => Int, { description: 'Of them answered in time.' })
  inTime!: number;

  @Field(() => Int, { description: 'Counted marks.' })
  marks!: number;

  @Field(() => Int, { description: 'Of the due appeals answered, in time or late.' })
  answers!: number;

  @Field(() => Int, { description: 'Due appeals missing to leave FEW_DATA.' })
  missingDue!: number;

  @Field(() => Int, { description: 'Marks missing to leave FEW_DATA.' })
  missingMarks!: number;

  @Field(() => Float, { nullable: true, description: 'Share of answered appeals that have a mark, 0 to 1; null without answers. Silence is not satisfaction.' })
  coverage!: number | null;

  @Field(() => RatingPartType, { description: 'In time of due.' })
  timeliness!: RatingPartType;

  @Field(() => RatingPartType, { description: 'Marks of 4 and 5 with every question answered and no form letter.' })
  quality!: RatingPartType;

  @Field(() => RatingPartType, { description: 'Marks of 4 and 5 for the personal approach, with the measured share of new text.' })
  personal!: RatingPartType;
}

export const RatingEntryConnection = connectionOf('RatingEntry', () => RatingEntryType);

@ObjectType('Rating', { simpleResolvers: true, description: 'The rating of a period, as far as the viewer may see it.' })
export class RatingType {
  @Field(() => RatingPeriodType, { description: 'The period.' })
  period!: RatingPeriodType;

  @Field(() => DateTimeScalar, { description: 'When the snapshot was computed; the time of the request while there is none yet.' })
  computedAt!: Date;

  @Field(() => ID, { description: 'The snapshot that the figures come from; it is never changed.' })
  snapshotId!: string;
}
