import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { ViewerPartnerType } from './partner.type.js';

@Resolver()
export class KeyedResolver {
  @Query(() => ViewerPartnerType, { nullable: true, description: 'The keyed caller itself; null without a key.' })
  viewerPartner(@Ctx() { actor }: Context): ViewerPartnerType | null {
    if (actor.kind !== 'PARTNER') return null;
    const { partnerId: id, name, scopes, costPerMinute, costPerDay } = actor;
    return { id, name, scopes: [...scopes], costPerMinute, costPerDay };
  }
}
