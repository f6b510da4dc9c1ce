import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import type { Page } from '../shared/cursor.js';
import { ChangePartnerInput, CreatePartnerInput, CreatePartnerKeyInput, RotatePartnerKeyInput } from './partner.inputs.js';
import { PartnerConnection, PartnerKeyPayload, PartnerKeyType, PartnerPayload, PartnerType, PartnerUsageDayType } from './partner.type.js';
import type { PartnerKeyRow, PartnerRow, UsageRow, WebhookRow } from './partners.queries.js';
import type { MadeKey } from './partners.service.js';
import { WebhookType } from './webhook.type.js';

@Resolver(() => PartnerType)
export class PartnerResolver {
  @Query(() => PartnerConnection, { description: 'Partners by name; for the administrator.' })
  partners(
    @Ctx() { partnersQueries }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('search', () => String, { nullable: true, description: 'Part of the name or of the contact.' }) search: string | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<PartnerRow>> {
    return partnersQueries.list(search, first, after, selects(info, 'totalCount'));
  }

  @Query(() => PartnerType, { nullable: true, description: 'One partner; for the administrator. NOT_FOUND when there is none.' })
  partner(@Arg('id', () => ID) id: string, @Ctx() { partnersQueries }: Context): Promise<PartnerRow> {
    return partnersQueries.get(id);
  }

  @FieldResolver(() => [PartnerKeyType], { description: 'Its keys, newest first.' })
  keys(@Root() { id }: PartnerRow, @Ctx() { partnersQueries }: Context): Promise<PartnerKeyRow[]> {
    return partnersQueries.keysOf(id);
  }

  @FieldResolver(() => [WebhookType], { description: 'Its webhooks, oldest first.' })
  webhooks(@Root() { id }: PartnerRow, @Ctx() { partnersQueries }: Context): Promise<WebhookRow[]> {
    return partnersQueries.webhooksOf(id);
  }

  @FieldResolver(() => [PartnerUsageDayType], { description: 'What it used, day by day, quiet days too, oldest first.' })
  usage(
    @Root() { id }: PartnerRow, @Ctx() { partnersQueries }: Context,
    @Arg('days', () => Int, { nullable: true, defaultValue: 30, description: '1 to 366 days up to today (UTC).' }) days: number | null,
  ): Promise<UsageRow[]> {
    return partnersQueries.usage(id, days ?? 30);
  }

  @Mutation(() => PartnerPayload, { description: 'Adds a partner; for the administrator.' })
  createPartner(@Arg('input', () => CreatePartnerInput) input: CreatePartnerInput, @Ctx() context: Context) {
    return partnerAfter(context, () => context.partnersService.create(input));
  }

  @Mutation(() => PartnerPayload, { description: 'Changes name, contact or quota; for the administrator.' })
  changePartner(@Arg('input', () => ChangePartnerInput) input: ChangePartnerInput, @Ctx() context: Context) {
    return partnerAfter(context, () => context.partnersService.change(input));
  }

  @Mutation(() => PartnerPayload, { description: 'Closes the door to all keys of a partner and ends its subscriptions, until it is resumed.' })
  suspendPartner(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return partnerAfter(context, () => context.partnersService.suspend(id));
  }

  @Mutation(() => PartnerPayload, { description: 'Opens the door again.' })
  resumePartner(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return partnerAfter(context, () => context.partnersService.resume(id));
  }

  @Mutation(() => PartnerKeyPayload, { description: 'Makes a key. `secret` is the key itself, and this is the only time that it is shown.' })
  createPartnerKey(@Arg('input', () => CreatePartnerKeyInput) input: CreatePartnerKeyInput, @Ctx() context: Context) {
    return keyAfter(context, () => context.partnersService.createKey(input));
  }

  @Mutation(() => PartnerKeyPayload, { description: 'Makes a successor with the same scopes; the old key works on for the hours of the overlap.' })
  rotatePartnerKey(@Arg('input', () => RotatePartnerKeyInput) input: RotatePartnerKeyInput, @Ctx() context: Context) {
    return keyAfter(context, () => context.partnersService.rotateKey(input));
  }

  @Mutation(() => PartnerKeyPayload, { description: 'Takes a key back: it opens nothing from this moment, and its subscriptions end.' })
  revokePartnerKey(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return keyAfter(context, () => context.partnersService.revokeKey(id));
  }
}

const partnerAfter = (context: Context, change: () => Promise<string>) =>
  payload(context.locale, async () => ({ partner: await context.partnersQueries.get(await change()) }));

const keyAfter = (context: Context, change: () => Promise<MadeKey>) => payload(context.locale, async () => {
  const { partnerId, keyId, secret } = await change();
  const { partnersQueries } = context;
  return { key: await partnersQueries.key(partnerId, keyId), secret, partner: await partnersQueries.get(partnerId) };
});
