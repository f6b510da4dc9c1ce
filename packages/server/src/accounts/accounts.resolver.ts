import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { DeputyRow } from '../deputies/index.js';
import { DeputyType } from '../deputies/deputy.type.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import type { RegionRow } from '../regions/index.js';
import { RegionType } from '../regions/region.type.js';
import type { Page } from '../shared/cursor.js';
import { AccountFilter, ChangeAccountScopeInput, DeactivateAccountInput, HandOverAppealsInput } from './account.inputs.js';
import { AccountConnection, AccountPayload, AccountType, HandOverPayload } from './account.type.js';
import type { AccountRow } from './accounts.queries.js';

@Resolver(() => AccountType)
export class AccountsResolver {
  @Query(() => AccountConnection, {
    description: 'By name. Administrator: everyone. Coordinator: staff, deputies and aides of own regions. Others: FORBIDDEN.',
  })
  accounts(
    @Ctx() { accountsQueries }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => AccountFilter, { nullable: true, description: 'Which ones.' }) filter: AccountFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<AccountRow>> {
    return accountsQueries.list(filter, first, after, selects(info, 'totalCount'));
  }

  @Query(() => AccountType, { nullable: true, description: 'One account of those that the viewer may see; everyone sees the own. NOT_FOUND for others.' })
  account(@Arg('id', () => ID) id: string, @Ctx() { accountsQueries }: Context): Promise<AccountRow> {
    return accountsQueries.one(id);
  }

  @Mutation(() => AccountPayload, { description: 'Another role or place. It holds at once, and what the person watches ends. Not for the own account.' })
  changeAccountScope(@Arg('input', () => ChangeAccountScopeInput) { id, role, regionCodes, deputyId }: ChangeAccountScopeInput, @Ctx() context: Context): Promise<object> {
    return payload(context.locale, async () => {
      await context.accounts.changeScope(id, { role, regions: [...new Set(regionCodes ?? [])], deputyId: deputyId ?? null });
      return { account: await context.accountsQueries.one(id) };
    });
  }

  @Mutation(() => AccountPayload, {
    description: 'Takes an account out of use: its sessions and subscriptions end at once. Never the own one, nor the last active administrator. '
      + 'HAND_OVER_NEEDED when open appeals would be left with nobody to answer them.',
  })
  deactivateAccount(@Arg('input', () => DeactivateAccountInput) { id, ...leaving }: DeactivateAccountInput, @Ctx() context: Context): Promise<object> {
    return payload(context.locale, async () => {
      await context.accounts.deactivate(id, leaving);
      return { account: await context.accountsQueries.one(id) };
    });
  }

  @Mutation(() => AccountPayload, { description: 'Gives an account back, with its role and place; the person signs in anew.' })
  reactivateAccount(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<object> {
    return payload(context.locale, async () => {
      await context.accounts.reactivate(id);
      return { account: await context.accountsQueries.one(id) };
    });
  }

  @Mutation(() => HandOverPayload, { description: 'Moves all open appeals of one deputy to another of the same region; each keeps its deadline, its draft and its history.' })
  async handOverAppeals(@Arg('input', () => HandOverAppealsInput) { fromDeputyId, toDeputyId, reason }: HandOverAppealsInput, @Ctx() context: Context): Promise<object> {
    return { handedOver: 0, ...await payload(context.locale, async () => ({ handedOver: await context.handOver.handOver(fromDeputyId, toDeputyId, { text: reason }) })) };
  }

  @FieldResolver(() => [RegionType], { description: 'The regions of a moderator or coordinator; empty for everyone else.' })
  regions(@Root() account: AccountRow, @Ctx() { reference, locale }: Context): RegionRow[] {
    return account.regionCodes.flatMap((code) => reference.region(code, locale) ?? []);
  }

  @FieldResolver(() => DeputyType, { nullable: true, description: 'Of a deputy or aide: the deputy.' })
  deputy(@Root() account: AccountRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> | null {
    return account.deputyId === null ? null : deputies.byId.load(account.deputyId);
  }

  @FieldResolver(() => Int, { description: "Appeals in work that nobody else will answer: of a deputy's account the open ones of that deputy, else 0." })
  async openAppeals(@Root() account: AccountRow, @Ctx() { accountsQueries }: Context): Promise<number> {
    return (await accountsQueries.openAppeals.load(account.id))?.count ?? 0;
  }
}
