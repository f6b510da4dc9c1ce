import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { selects } from '../graphql/selection.js';
import { BodyLevelEnum } from '../regions/region.type.js';
import type { BodyRow } from '../regions/index.js';
import type { Page } from '../shared/cursor.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import type { BodyLevel } from './body.entity.js';
import type { DeputyRow } from './deputies.queries.js';
import { DeputyConnection, DeputyFilter, DeputySort, DeputyType, RepresentativeBodyType } from './deputy.type.js';

@Resolver(() => DeputyType)
export class DeputyResolver {
  @Query(() => DeputyConnection, { description: 'The public directory of deputies at work; sorted by name unless told.' })
  deputies(
    @Ctx() { deputies }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => DeputyFilter, { nullable: true }) filter: DeputyFilter | null,
    @Arg('sort', () => DeputySort, { nullable: true }) sort: DeputySort | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<DeputyRow>> {
    return deputies.list(filter, sort, first, after, selects(info, 'totalCount'));
  }

  @Query(() => DeputyType, { nullable: true, description: 'One deputy. NOT_FOUND when there is none.' })
  async deputy(@Arg('id', () => ID) id: string, @Ctx() { deputies }: Context): Promise<DeputyRow> {
    const found = await deputies.byId.load(asId(id));
    if (!found) throw notFound();
    return found;
  }

  @Query(() => [RepresentativeBodyType], { description: 'Representative bodies, by region and level.' })
  bodies(
    @Ctx() { reference, locale }: Context,
    @Arg('regionCode', () => String, { nullable: true }) regionCode: string | null,
    @Arg('level', () => BodyLevelEnum, { nullable: true }) level: BodyLevel | null,
  ): BodyRow[] {
    return reference.bodies(locale).filter((body) => (!regionCode || body.regionCode === regionCode) && (!level || body.level === level));
  }
}
