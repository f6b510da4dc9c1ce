import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import { canModerate, type AppealRow } from '../appeals/index.js';
import { DeputyType } from '../deputies/deputy.type.js';
import type { DeputyRow } from '../deputies/index.js';
import type { Context } from '../graphql/context.js';
import { live } from '../graphql/live.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import { staff } from '../shared/allow.js';
import type { Page } from '../shared/cursor.js';
import { FeedbackFilter, FeedbackSort, GiveFeedbackInput, ModerateCommentInput } from './feedback.inputs.js';
import type { FeedbackRow } from './feedback.queries.js';
import { FeedbackConnection, FeedbackInvitationType, FeedbackPayload, FeedbackType, GiveFeedbackPayload } from './feedback.type.js';

@Resolver(() => FeedbackType)
export class FeedbackResolver {
  @Query(() => FeedbackConnection, { description: 'Marks that the viewer may see, newest first unless told.' })
  feedback(
    @Ctx() { actor, feedbackQueries }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => FeedbackFilter, { nullable: true }) filter: FeedbackFilter | null,
    @Arg('sort', () => FeedbackSort, { nullable: true }) sort: FeedbackSort | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Page<FeedbackRow>> {
    staff(actor);
    return feedbackQueries.list(filter, sort, first, after, selects(info, 'totalCount'));
  }

  @Query(() => FeedbackInvitationType, { nullable: true, description: 'What a link from the mail is about. BAD_USER_INPUT with reason FEEDBACK_LINK_UNKNOWN, _USED or _EXPIRED.' })
  feedbackLink(@Arg('token', () => String) token: string, @Ctx() { feedbackQueries }: Context): Promise<FeedbackInvitationType> {
    return feedbackQueries.invitation(token);
  }

  @Mutation(() => GiveFeedbackPayload, { description: 'The applicant marks an answer; the first mark uses the link up and closes the appeal.' })
  giveFeedback(@Arg('input', () => GiveFeedbackInput) input: GiveFeedbackInput, @Ctx() { locale, feedbackService, feedbackQueries }: Context) {
    return payload(locale, async () => {
      const { appealId, appealNumber, continuation } = await feedbackService.give(input);
      return { feedback: await feedbackQueries.lastOf(appealId), continuation, appealNumber };
    });
  }

  @Mutation(() => FeedbackPayload, { description: 'Staff decide whether the deputy may read a comment.' })
  moderateComment(@Arg('input', () => ModerateCommentInput) { feedbackId, show }: ModerateCommentInput, @Ctx() { locale, feedbackService, feedbackQueries, desk }: Context) {
    return payload(locale, async () => ({ feedback: await feedbackQueries.get(await feedbackService.moderateComment(feedbackId, show, desk)) }));
  }

  @FieldResolver(() => AppealType, { description: 'The appeal.' })
  appeal(@Root() { appealId }: FeedbackRow, @Ctx() { appeals }: Context): Promise<AppealRow> {
    return appeals.get(appealId);
  }

  @FieldResolver(() => DeputyType, { description: 'Whose answer it is.' })
  deputy(@Root() { deputyId }: FeedbackRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> {
    return deputies.byId.load(deputyId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer decides about the comment.' })
  viewerCanModerateComment(@Root() { regionCode, comment }: FeedbackRow, @Ctx() { actor }: Context): boolean {
    return comment !== null && canModerate(actor, { status: 'CLOSED', regionCode, deputyId: null, registeredOn: null, forwardedOutside: false, forwardedToId: null });
  }

  @Subscription(() => FeedbackType, {
    description: 'A mark given or changed within what the viewer may see. Ends with the session.',
    subscribe: ({ args, context }) =>
      live(context as Context, 'feedback.received', ({ id }, { feedbackQueries }) => feedbackQueries.find(id, (args as { filter?: FeedbackFilter }).filter)),
  })
  feedbackReceived(@Root() feedback: FeedbackRow, @Arg('filter', () => FeedbackFilter, { nullable: true }) _filter: FeedbackFilter | null): FeedbackRow {
    return feedback;
  }
}

@Resolver(() => AppealType)
export class AppealFeedbackResolver {
  @FieldResolver(() => [FeedbackType], { description: 'Marks of its answers, oldest first.' })
  feedback(@Root() { id }: AppealRow, @Ctx() { feedbackQueries }: Context): Promise<FeedbackRow[]> {
    return feedbackQueries.ofAppeal.load(id);
  }
}
