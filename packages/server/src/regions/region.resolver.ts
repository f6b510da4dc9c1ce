import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import type { RegionRow, StageRow } from './reference.js';
import { RegionStageType, RegionType, TopicType } from './region.type.js';

@Resolver(() => RegionType)
export class RegionResolver {
  @Query(() => [RegionType], { description: 'All regions, by name.' })
  regions(@Ctx() { reference, locale }: Context): RegionRow[] {
    return reference.regions(locale);
  }

  @Query(() => [TopicType], { description: 'All topics, by section.' })
  topics(@Ctx() { reference, locale }: Context): TopicType[] {
    return reference.topics(locale);
  }

  @FieldResolver(() => [RegionStageType], { description: 'The stages today, for each level and service.' })
  stages(@Root() region: RegionRow, @Ctx() { reference, clock }: Context): StageRow[] {
    return reference.stagesOf(region.code, clock.now());
  }

  @FieldResolver(() => Boolean, { description: 'Whether citizens can write to deputies here today.' })
  openForAppeals(@Root() region: RegionRow, @Ctx() { reference, clock }: Context): boolean {
    return reference.isOpenForAppeals(region.code, null, clock.now());
  }
}
