import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { ClarifyAppealInput, SubmitAppealInput, WithdrawAppealInput } from './appeal.inputs.js';
import { ReopenAppealInput } from './moves.inputs.js';
import { OpenedByType, SubmitAppealPayload, TrackedAppealPayload, TrackedAppealType, TrackedFeedbackType } from './tracked.type.js';
import type { OpenedByRow, TrackedRow } from './tracking.service.js';

@Resolver(() => TrackedAppealType)
export class ApplicantResolver {
  @Mutation(() => SubmitAppealPayload, { description: 'Sends an appeal; no account is needed. Give a clientKey, and a repeated request makes no second appeal.' })
  submitAppeal(@Arg('input', () => SubmitAppealInput) input: SubmitAppealInput, @Ctx() { locale, submission }: Context) {
    return payload(locale, () => submission.submit(input));
  }

  @Query(() => TrackedAppealType, { nullable: true, description: 'An appeal by number and code. NOT_FOUND for every wrong pair.' })
  trackAppeal(@Arg('number', () => String) number: string, @Arg('code', () => String) code: string, @Ctx() { tracking }: Context): Promise<TrackedRow> {
    return tracking.track(number, code);
  }

  @Mutation(() => TrackedAppealPayload, { description: "The applicant replies to the moderator's question." })
  clarifyAppeal(@Arg('input', () => ClarifyAppealInput) input: ClarifyAppealInput, @Ctx() { locale, tracking }: Context) {
    return payload(locale, async () => ({ appeal: await tracking.clarify(input) }));
  }

  @Mutation(() => TrackedAppealPayload, { description: 'The applicant takes an open appeal back.' })
  withdrawAppeal(@Arg('input', () => WithdrawAppealInput) input: WithdrawAppealInput, @Ctx() { locale, tracking }: Context) {
    return payload(locale, async () => ({ appeal: await tracking.withdraw(input) }));
  }

  @Mutation(() => TrackedAppealPayload, { description: 'The applicant reopens an answered appeal, within the days and times of the policy: see `TrackedAppeal.reopenBy`.' })
  reopenAppeal(@Arg('input', () => ReopenAppealInput) input: ReopenAppealInput, @Ctx() { locale, tracking }: Context) {
    return payload(locale, async () => ({ appeal: await tracking.reopen(input) }));
  }

  @FieldResolver(() => [OpenedByType], { description: 'Who of staff, deputies and aides opened the appeal or its contacts, newest first; the last 100. Empty for a keyed caller.' })
  openedBy(@Root() { id }: TrackedRow, @Ctx() { tracking }: Context): Promise<OpenedByRow[]> {
    return tracking.openedBy(id);
  }

  @FieldResolver(() => TrackedFeedbackType, { nullable: true, description: 'The mark of the last answer, if there is one; null for a keyed caller.' })
  feedback(@Root() { id }: TrackedRow, @Ctx() { actor, feedbackQueries }: Context): Promise<TrackedFeedbackType | null> | null {
    // The mark is between the applicant and us.
    return actor.kind === 'PARTNER' ? null : feedbackQueries.lastOf(id);
  }
}
