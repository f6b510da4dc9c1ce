import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DeputyRow } from '../deputies/index.js';
import { DeputyType } from '../deputies/deputy.type.js';
import type { Context } from '../graphql/context.js';
import type { RegionRow } from '../regions/index.js';
import { RegionType } from '../regions/region.type.js';
import { signedIn } from '../shared/allow.js';
import type { Locale } from '../shared/locale.js';
import { LocaleEnum, viewerOf, ViewerType, type ViewerRow } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'The signed-in person; null when nobody is signed in.' })
  me(@Ctx() { actor, config }: Context): ViewerRow | null {
    return actor.kind === 'STAFF' || actor.kind === 'UNSECURED' ? viewerOf(actor, config.requireTwoFactor) : null;
  }

  @Mutation(() => ViewerType, { description: "The language of the person's mails. UNAUTHENTICATED when nobody is signed in." })
  async setLocale(@Arg('locale', () => LocaleEnum) locale: Locale, @Ctx() { actor, accounts, config }: Context): Promise<ViewerRow> {
    const person = signedIn(actor);
    await accounts.setLocale(person, locale);
    return viewerOf(person, config.requireTwoFactor);
  }

  @FieldResolver(() => [RegionType], { description: 'The regions of a moderator or coordinator; empty for everyone else.' })
  regions(@Root() viewer: ViewerRow, @Ctx() { reference, locale }: Context): RegionRow[] {
    return viewer.regionCodes.flatMap((code) => reference.region(code, locale) ?? []);
  }

  @FieldResolver(() => DeputyType, { nullable: true, description: 'The deputy whose appeals a deputy or aide works on; null for everyone else.' })
  deputy(@Root() viewer: ViewerRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> | null {
    return viewer.deputyId === null ? null : deputies.byId.load(viewer.deputyId);
  }
}
