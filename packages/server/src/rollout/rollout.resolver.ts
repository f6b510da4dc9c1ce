import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import type { RolloutRow } from './rollout.queries.js';
import { RolloutType } from './rollout.type.js';

@Resolver()
export class RolloutResolver {
  @Query(() => RolloutType, { description: 'The roll-out: plan against fact, regions by stage, growth by day. Public: it holds no personal data.' })
  rollout(@Ctx() { rollout }: Context): Promise<RolloutRow> {
    return rollout.overview();
  }
}
