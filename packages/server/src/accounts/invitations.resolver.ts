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
import { AcceptInvitationInput, InvitationFilter, InviteAccountInput } from './account.inputs.js';
import { AcceptInvitationPayload, InvitationConnection, InvitationOfferType, InvitationPayload, InvitationType } from './invitation.type.js';
import type { InvitationRow, OfferRow } from './invitations.queries.js';

@Resolver(() => InvitationType)
export class InvitationsResolver {
  @Query(() => InvitationConnection, { description: 'The last sent first, of the accounts that the viewer answers for; for administrator and coordinator.' })
  invitations(
    @Ctx() { invitationsQueries }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => InvitationFilter, { nullable: true, description: 'Which ones.' }) filter: InvitationFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<InvitationRow>> {
    return invitationsQueries.list(filter, first, after, selects(info, 'totalCount'));
  }

  @Query(() => InvitationOfferType, {
    nullable: true,
    description: 'What a link from the letter offers, for whoever has the link. BAD_USER_INPUT with reason INVITATION_UNKNOWN, _USED, _EXPIRED or _REVOKED.',
  })
  invitation(@Arg('token', () => String) token: string, @Ctx() { invitationsQueries }: Context): Promise<OfferRow> {
    return invitationsQueries.offer(token);
  }

  @Mutation(() => InvitationPayload, {
    description: 'Invites by mail, for seven days. The administrator invites every role, a coordinator deputies and aides of own regions.',
  })
  inviteAccount(@Arg('input', () => InviteAccountInput) input: InviteAccountInput, @Ctx() context: Context): Promise<object> {
    return this.after(context, () => context.invitations.invite(input));
  }

  @Mutation(() => InvitationPayload, { description: 'Sends the letter again, with a new link for seven days; the old link ends.' })
  resendInvitation(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<object> {
    return this.after(context, () => context.invitations.sendAgain(id));
  }

  @Mutation(() => InvitationPayload, { description: 'The link ends.' })
  revokeInvitation(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<object> {
    return this.after(context, () => context.invitations.revoke(id));
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Makes the account that a link offers, once; for whoever has the link.' })
  acceptInvitation(@Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput, @Ctx() context: Context): Promise<object> {
    return payload(context.locale, () => context.invitations.accept(input));
  }

  @FieldResolver(() => [RegionType], { description: 'Where a moderator or coordinator will work.' })
  regions(@Root() invitation: InvitationRow, @Ctx() { reference, locale }: Context): RegionRow[] {
    return invitation.regionCodes.flatMap((code) => reference.region(code, locale) ?? []);
  }

  @FieldResolver(() => DeputyType, { nullable: true, description: 'Of a deputy or aide: the deputy.' })
  deputy(@Root() invitation: InvitationRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> | null {
    return invitation.deputyId === null ? null : deputies.byId.load(invitation.deputyId);
  }

  private after(context: Context, change: () => Promise<string>): Promise<object> {
    return payload(context.locale, async () => ({ invitation: await context.invitationsQueries.one(await change()) }));
  }
}

@Resolver(() => InvitationOfferType)
export class InvitationOfferResolver {
  @FieldResolver(() => [RegionType], { description: 'Where a moderator or coordinator will work.' })
  regions(@Root() offer: OfferRow, @Ctx() { reference, locale }: Context): RegionRow[] {
    return offer.regionCodes.flatMap((code) => reference.region(code, locale) ?? []);
  }
}
