import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import type { AppealRow } from '../appeals/index.js';
import { DeputyType } from '../deputies/deputy.type.js';
import type { DeputyRow } from '../deputies/index.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import { TopicType } from '../regions/region.type.js';
import type { TopicRow } from '../regions/index.js';
import type { Page } from '../shared/cursor.js';
import { messageOf } from '../shared/messages.js';
import { BulkMoveInput } from './bulk-move.inputs.js';
import type { Outcome } from './bulk-move.moves.js';
import { BulkMoveConnection, BulkMoveCountsType, BulkMoveErrorType, BulkMoveItemConnection, BulkMoveItemType, BulkMovePayload, BulkMoveReasonType, BulkMoveType, OutcomeEnum } from './bulk-move.type.js';
import type { BulkMoveItemRow, BulkMoveRow, Counts } from './bulk-moves.queries.js';

/** Runs what is asked of a bulk move and reads it back. */
const kept = ({ locale, bulkMoves }: Context, run: () => Promise<string>) =>
  payload(locale, async () => {
    const id = await run();
    bulkMoves.counts.clear(id);
    bulkMoves.reasons.clear(id);
    return { bulkMove: await bulkMoves.get(id) };
  });

@Resolver()
export class BulkMovesResolver {
  @Query(() => BulkMoveType, { description: 'A bulk move of the viewer; an administrator sees all. NOT_FOUND for what is another\'s.' })
  bulkMove(@Arg('id', () => ID) id: string, @Ctx() { bulkMoves }: Context): Promise<BulkMoveRow> {
    return bulkMoves.get(id);
  }

  @Query(() => BulkMoveConnection, { description: 'What the viewer started over the last 30 days, the newest first; an administrator sees all.' })
  bulkMoves(
    @Ctx() { bulkMoves }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<BulkMoveRow>> {
    return bulkMoves.list(first, after, selects(info, 'totalCount'));
  }

  @Mutation(() => BulkMovePayload, { description: 'Settles which appeals are moved, in which version and how, and says of each what will become of it. Nothing is moved; `startBulkMove` moves exactly this.' })
  previewBulkMove(@Arg('input', () => BulkMoveInput) input: BulkMoveInput, @Ctx() ctx: Context) {
    return kept(ctx, () => ctx.bulkMovesService.preview(input));
  }

  @Mutation(() => BulkMovePayload, { description: 'Starts what was previewed, in the background; follow it with `bulkMove`. Sent again it gives back the same one, and nothing is moved twice.' })
  startBulkMove(@Arg('id', () => ID) id: string, @Ctx() ctx: Context) {
    return kept(ctx, () => ctx.bulkMovesService.start(id));
  }

  @Mutation(() => BulkMovePayload, { description: 'Stops it: what was not reached yet is left as it is, what was moved stays moved.' })
  stopBulkMove(@Arg('id', () => ID) id: string, @Ctx() ctx: Context) {
    return kept(ctx, () => ctx.bulkMovesService.stop(id));
  }

  @Mutation(() => BulkMovePayload, { description: 'Takes back, in the background, what was moved; an appeal that somebody has moved on or that its applicant has seen stays, and says so.' })
  undoBulkMove(@Arg('id', () => ID) id: string, @Ctx() ctx: Context) {
    return kept(ctx, () => ctx.bulkMovesService.undo(id));
  }
}

@Resolver(() => BulkMoveType)
export class BulkMoveFieldsResolver {
  @FieldResolver(() => BulkMoveCountsType)
  counts(@Root() { id }: BulkMoveRow, @Ctx() { bulkMoves }: Context): Promise<Counts> {
    return bulkMoves.counts.load(id);
  }

  @FieldResolver(() => [BulkMoveReasonType])
  async reasons(@Root() { id }: BulkMoveRow, @Ctx() { bulkMoves, locale }: Context): Promise<BulkMoveReasonType[]> {
    const reasons = await bulkMoves.reasons.load(id);
    return reasons.map(({ refusal: { code, params }, count }) => ({ code, message: messageOf(code, locale, params), count }));
  }

  @FieldResolver(() => BulkMoveItemConnection, { description: 'Its appeals in the order of the choice.' })
  items(
    @Root() { id }: BulkMoveRow, @Ctx() { bulkMoves }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('outcome', () => [OutcomeEnum], { nullable: true, description: 'Only those.' }) outcome: Outcome[] | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<BulkMoveItemRow>> {
    return bulkMoves.items(id, outcome, first, after, selects(info, 'totalCount'));
  }
}

@Resolver(() => BulkMoveItemType)
export class BulkMoveItemResolver {
  @FieldResolver(() => AppealType, { nullable: true })
  appeal(@Root() { appealId }: BulkMoveItemRow, @Ctx() { appeals }: Context): Promise<AppealRow | null> {
    return appeals.byId.load(appealId);
  }

  @FieldResolver(() => TopicType, { nullable: true })
  topic(@Root() { acceptance }: BulkMoveItemRow, @Ctx() { reference, locale }: Context): TopicRow | null {
    return acceptance ? reference.topic(acceptance.topicCode, locale) ?? null : null;
  }

  @FieldResolver(() => DeputyType, { nullable: true })
  deputy(@Root() { acceptance }: BulkMoveItemRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> | null {
    return acceptance && deputies.byId.load(acceptance.deputyId);
  }

  @FieldResolver(() => [BulkMoveErrorType])
  errors(@Root() { refusals }: BulkMoveItemRow, @Ctx() { locale }: Context): BulkMoveErrorType[] {
    return refusals.map(({ code, params }) => ({ code, message: messageOf(code, locale, params) }));
  }
}
