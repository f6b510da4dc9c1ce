import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { DeputyType } from '../deputies/deputy.type.js';
import type { DeputyRow } from '../deputies/index.js';
import type { Context } from '../graphql/context.js';
import type { BoardRow } from './deadline-board.queries.js';
import { DeadlineBoardRowType } from './deadline-board.type.js';

@Resolver(() => DeadlineBoardRowType)
export class DeadlineBoardResolver {
  @Query(() => [DeadlineBoardRowType], { description: 'Deputies of a region with open appeals, whoever is late first. FORBIDDEN for deputies and aides, NOT_FOUND for a region that is not the viewer\'s.' })
  deadlineBoard(@Arg('regionCode', () => String, { description: 'ISO code of the region.' }) regionCode: string, @Ctx() { deadlineBoard }: Context): Promise<BoardRow[]> {
    return deadlineBoard.of(regionCode);
  }

  @FieldResolver(() => DeputyType, { nullable: true })
  deputy(@Root() { deputyId }: BoardRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> | null {
    return deputyId === null ? null : deputies.byId.load(deputyId);
  }
}
