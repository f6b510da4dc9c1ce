import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { AnswerAppealInput, BeginAppealInput, RegisterAppealInput, RejectAppealInput, RequestClarificationInput, SaveAnswerDraftInput } from './appeal.inputs.js';
import { AnswerDraftPayload, AppealPayload, ContactsPayload } from './tracked.type.js';

/** Runs a move and reads the appeal back through the same row that queries show. */
const moved = ({ locale, appeals, appealsLoaders }: Context, run: () => Promise<string>) =>
  payload(locale, async () => {
    const id = await run();
    appealsLoaders.clear(id);
    return { appeal: await appeals.fresh(id) };
  });

@Resolver()
export class MovesResolver {
  @Mutation(() => AppealPayload, { description: 'A moderator accepts an appeal: topic, deputy, deadline.' })
  registerAppeal(@Arg('input', () => RegisterAppealInput) input: RegisterAppealInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.moderation.register(input));
  }

  @Mutation(() => AppealPayload, { description: 'A moderator rejects an appeal, with a reason and a text for the applicant.' })
  rejectAppeal(@Arg('input', () => RejectAppealInput) input: RejectAppealInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.moderation.reject(input));
  }

  @Mutation(() => AppealPayload, { description: 'A moderator asks the applicant to clarify.' })
  requestClarification(@Arg('input', () => RequestClarificationInput) input: RequestClarificationInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.moderation.requestClarification(input));
  }

  @Mutation(() => AppealPayload, { description: 'The deputy or the aide takes an appeal in hand.' })
  beginAppeal(@Arg('input', () => BeginAppealInput) input: BeginAppealInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.answering.begin(input));
  }

  @Mutation(() => AppealPayload, { description: 'The deputy signs an answer with a result for every question; it goes to the applicant.' })
  answerAppeal(@Arg('input', () => AnswerAppealInput) input: AnswerAppealInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.answering.answer(input));
  }

  @Mutation(() => AnswerDraftPayload, { description: 'Keeps the draft of an answer; deputy and aide share it.' })
  saveAnswerDraft(@Arg('input', () => SaveAnswerDraftInput) input: SaveAnswerDraftInput, @Ctx() { locale, answering, appealsLoaders }: Context) {
    return payload(locale, async () => ({ draft: (await appealsLoaders.drafts.clear(input.appealId).load(await answering.saveDraft(input)))[0]! }));
  }

  @Mutation(() => ContactsPayload, { description: "Shows the applicant's contacts and puts on record who looked." })
  openContacts(@Arg('appealId', () => ID) appealId: string, @Ctx() { locale, moderation }: Context) {
    return payload(locale, async () => ({ contacts: await moderation.openContacts(appealId) }));
  }
}
