import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import type { AppealRow } from '../appeals/index.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { staff } from '../shared/allow.js';
import { messageOf } from '../shared/messages.js';
import { AnswerCampaignInput, JoinCampaignInput, MergeCampaignsInput, RegisterCampaignInput, SplitCampaignInput } from './campaign.inputs.js';
import { CampaignMembershipType, CampaignPayload, CampaignType } from './campaign.type.js';
import type { CampaignRow, MembershipRow } from './campaigns.queries.js';
import type { ItemResult } from './campaigns.service.js';

/** What became of each appeal, in the language of the request; appeals and campaigns are read anew afterwards. */
const bulk = (ctx: Context, run: () => Promise<{ campaignId: string | null; results: ItemResult[] }>) =>
  payload(ctx.locale, async () => {
    const { campaignId, results } = await run();
    for (const { appealId } of results) {
      ctx.appealsLoaders.clear(appealId);
      ctx.appeals.byId.clear(appealId);
      ctx.campaigns.membership.clear(appealId);
    }
    return {
      campaign: campaignId === null ? null : await ctx.campaigns.byId.clear(campaignId).load(campaignId),
      results: results.map(({ appealId, refusals }) => ({
        appealId, done: refusals.length === 0,
        errors: refusals.map(({ code, field, params }) => ({ code, field, message: messageOf(code, ctx.locale, params) })),
      })),
    };
  });

@Resolver()
export class CampaignMovesResolver {
  @Query(() => CampaignType, { description: 'One campaign; NOT_FOUND also when the viewer sees none of its appeals.' })
  campaign(@Arg('id', () => ID) id: string, @Ctx() { actor, campaigns }: Context): Promise<CampaignRow> {
    staff(actor);
    return campaigns.get(id);
  }

  @Mutation(() => CampaignPayload, { description: 'A moderator puts appeals into one campaign, each with a row of history; also confirms what was found.' })
  joinCampaign(@Arg('input', () => JoinCampaignInput) input: JoinCampaignInput, @Ctx() ctx: Context) {
    return bulk(ctx, () => ctx.campaignsService.join(input));
  }

  @Mutation(() => CampaignPayload, { description: 'A moderator takes appeals out of their campaigns; they are not found for them again.' })
  splitCampaign(@Arg('input', () => SplitCampaignInput) input: SplitCampaignInput, @Ctx() ctx: Context) {
    return bulk(ctx, async () => ({ campaignId: null, results: await ctx.campaignsService.split(input) }));
  }

  @Mutation(() => CampaignPayload, { description: 'A moderator makes one campaign of several.' })
  mergeCampaigns(@Arg('input', () => MergeCampaignsInput) input: MergeCampaignsInput, @Ctx() ctx: Context) {
    return bulk(ctx, () => ctx.campaignsService.merge(input));
  }

  @Mutation(() => CampaignPayload, { description: 'A moderator accepts many appeals with one topic and deputy.' })
  registerCampaign(@Arg('input', () => RegisterCampaignInput) input: RegisterCampaignInput, @Ctx() ctx: Context) {
    return bulk(ctx, async () => ({ campaignId: null, results: await ctx.campaignsService.register(input) }));
  }

  @Mutation(() => CampaignPayload, { description: 'The deputy signs one answer for many: every applicant gets a message of their own.' })
  answerCampaign(@Arg('input', () => AnswerCampaignInput) input: AnswerCampaignInput, @Ctx() ctx: Context) {
    return bulk(ctx, async () => ({ campaignId: null, results: await ctx.campaignsService.answer(input) }));
  }
}

@Resolver(() => AppealType)
export class AppealCampaignResolver {
  @FieldResolver(() => CampaignType, { nullable: true, description: 'The campaign that it belongs to, if any.' })
  async campaign(@Root() { id }: AppealRow, @Ctx() { campaigns }: Context): Promise<CampaignRow | null> {
    const membership = await campaigns.membership.load(id);
    return membership && campaigns.byId.load(membership.campaignId);
  }

  @FieldResolver(() => CampaignMembershipType, { nullable: true, description: 'How it came to its campaign; null without one.' })
  campaignMembership(@Root() { id }: AppealRow, @Ctx() { campaigns }: Context): Promise<MembershipRow | null> {
    return campaigns.membership.load(id);
  }
}

@Resolver(() => CampaignType)
export class CampaignAppealsResolver {
  @FieldResolver(() => [AppealType], { description: 'Its appeals that the viewer may see, the oldest first, at most 200.' })
  async appeals(@Root() { id }: CampaignRow, @Ctx() { campaigns, appeals }: Context): Promise<AppealRow[]> {
    const members = await campaigns.members.load(id);
    const rows = await appeals.byId.loadMany(members.map(({ appealId }) => appealId));
    return rows.filter((row): row is AppealRow => row !== null && !(row instanceof Error));
  }
}
