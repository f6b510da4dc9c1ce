import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Float, ID, Info, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { live } from '../graphql/live.js';
import { selects } from '../graphql/selection.js';
import type { Page } from '../shared/cursor.js';
import { ExplanationQueries, type ExplanationRow, type ItemRow } from './explanation.queries.js';
import { RatingExplanationType, RatingItemConnection, RatingStepType, ResultCountType } from './explanation.type.js';
import { RatingFilter, RatingSort } from './rating.inputs.js';
import type { GroupRow, RatingRow } from './rating.queries.js';
import type { EntryRow } from './rating.rows.js';
import {
  FunnelPointType, RatingEntryConnection, RatingEntryType, RatingFormulaType, RatingGroupType, RatingPeriodType, RatingSummaryType, RatingType,
} from './rating.type.js';

@Resolver(() => RatingType)
export class RatingResolver {
  @Query(() => RatingType, {
    description: 'The rating of a period: whole country for administrator and analyst, own regions for moderator and coordinator, own body for deputy and aide. '
      + 'The bottom is shown to its deputy, to coordinators, administrators and the analyst alone. UNAUTHENTICATED without a session.',
  })
  rating(@Ctx() { rating }: Context, @Arg('filter', () => RatingFilter) filter: RatingFilter): Promise<RatingRow> {
    return rating.rating(filter);
  }

  @FieldResolver(() => [RatingPeriodType], { description: 'All periods that have a rating.' })
  periods(@Ctx() { rating }: Context): Promise<RatingRow['period'][]> {
    return rating.periods();
  }

  @FieldResolver(() => RatingFormulaType, { description: 'The method of these figures.' })
  formula(@Root() row: RatingRow, @Ctx() { rating }: Context): RatingFormulaType {
    return rating.formula(row);
  }

  @FieldResolver(() => RatingEntryConnection, { description: 'Entries; unless sorted otherwise league A, B, C, then those with a mark, then «мало данных», by name inside each.' })
  entries(
    @Root() row: RatingRow, @Ctx() { rating }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('sort', () => RatingSort, { nullable: true }) sort: RatingSort | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<EntryRow>> {
    return rating.entries(row, sort, first, after, selects(info, 'totalCount'));
  }

  @FieldResolver(() => RatingSummaryType, { description: 'Counts of the filter.' })
  summary(@Root() row: RatingRow, @Ctx() { rating }: Context): Promise<RatingSummaryType> {
    return rating.summary(row);
  }

  @FieldResolver(() => [RatingGroupType], { description: "Factions with mandates in the filter's regions and level, measured against all factions of the country." })
  factions(@Root() row: RatingRow, @Ctx() { rating }: Context): Promise<GroupRow[]> {
    return rating.groups(row, 'faction');
  }

  @FieldResolver(() => [RatingGroupType], { description: "Regions with mandates in the filter's regions and level, measured against all regions of the country." })
  regions(@Root() row: RatingRow, @Ctx() { rating }: Context): Promise<GroupRow[]> {
    return rating.groups(row, 'region');
  }

  @FieldResolver(() => [FunnelPointType], { description: 'Score against number due for every entry of the filter that has a score.' })
  funnel(@Root() row: RatingRow, @Ctx() { rating }: Context): Promise<FunnelPointType[]> {
    return rating.funnel(row);
  }

  @Subscription(() => RatingEntryType, {
    description: 'Entries that look different after a computation, within the filter and what the viewer may see. When more than 100 changed, up to 100 '
      + 'entries of the filter are sent: read the list again then. Ends with the session.',
    subscribe: ({ args, context }) => live(context as Context, 'rating.changed', (event, { rating }) => rating.changed(event, (args as { filter: RatingFilter }).filter)),
  })
  ratingChanged(@Root() entry: EntryRow, @Arg('filter', () => RatingFilter) _filter: RatingFilter): EntryRow {
    return entry;
  }
}

@Resolver(() => RatingExplanationType)
export class RatingExplanationResolver {
  @Query(() => RatingExplanationType, {
    description: 'Where a figure comes from: for the deputy and the aide their own, for staff those of their regions. NOT_FOUND when there is none or it is not the viewer\'s to see.',
  })
  async ratingExplanation(
    @Ctx() { rating }: Context, @Arg('deputyId', () => ID) deputyId: string,
    @Arg('period', () => String, { nullable: true, description: '«last-12-months» (default) or «2026-Q3».' }) period: string | null,
  ): Promise<ExplanationRow & { period: RatingRow['period']; computedAt: Date }> {
    const explained = await rating.explained(deputyId, period);
    return { ...explained, period: explained.rating.period, computedAt: explained.rating.computedAt };
  }

  @FieldResolver(() => RatingFormulaType, { description: 'The method.' })
  formula(@Root() row: ExplanationRow, @Ctx() { rating }: Context): RatingFormulaType {
    return rating.formula(row.rating);
  }

  @FieldResolver(() => [RatingStepType], { description: 'The calculation, in its order, and what one more answer or mark would change.' })
  steps(@Root() row: ExplanationRow, @Ctx() context: Context): RatingStepType[] {
    return queries(context).steps(row);
  }

  @FieldResolver(() => [ResultCountType], { description: 'Results of the questions of answered appeals, each on its own; shown, not part of the score.' })
  results(@Root() row: ExplanationRow, @Ctx() context: Context): Promise<ResultCountType[]> {
    return queries(context).results(row);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'Median calendar days from registration to the first action, to a tenth; shown, not part of the score.' })
  firstReactionDays(@Root() row: ExplanationRow, @Ctx() context: Context): Promise<number | null> {
    return queries(context).firstReactionDays(row);
  }

  @FieldResolver(() => Int, { description: 'Appeals registered to the deputy in the period; shown, not part of the score.' })
  load(@Root() row: ExplanationRow, @Ctx() context: Context): Promise<number> {
    return queries(context).load(row);
  }

  @FieldResolver(() => RatingItemConnection, { description: 'The appeals behind the figure, counted or not, latest deadline first.' })
  items(
    @Root() row: ExplanationRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<ItemRow>> {
    return queries(context).page(row, first, after, selects(info, 'totalCount'));
  }
}

const queries = ({ db, locale }: Context): ExplanationQueries => new ExplanationQueries(db, locale);
