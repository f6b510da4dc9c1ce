import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { AnswerAppealInput, AttachToAnswerDraftInput, BeginAppealInput, DetachFromAnswerDraftInput, KeepAnswerDraftInput, RegisterAppealInput, RejectAppealInput, RequestClarificationInput, SaveAnswerDraftInput } from './appeal.inputs.js';
import { AcceptForwardedInput, ExtendAppealInput, ForwardOutsideInput, ForwardToDeputyInput, ReopenByStaffInput, ReturnForwardedInput, ReturnToModerationInput, UndoMoveInput } from './moves.inputs.js';
import { AnswerDraftPayload, AppealPayload, ContactsPayload } from './tracked.type.js';

/** Runs a move and reads the appeal back through the same row that queries show. */
const moved = ({ locale, appeals, appealsLoaders }: Context, run: () => Promise<string>) =>
  payload(locale, async () => {
    const id = await run();
    appealsLoaders.clear(id);
    return { appeal: await appeals.fresh(id) };
  });

/** Reads the draft back after it was changed. */
const drafted = ({ locale, appealsLoaders, draftAttachments }: Context, run: () => Promise<string>) =>
  payload(locale, async () => {
    const id = await run();
    draftAttachments.clear(id);
    return { draft: (await appealsLoaders.drafts.clear(id).load(id))[0]! };
  });

/** The same for a move that may take the appeal out of the viewer's sight. */
const letGo = ({ locale, appeals, appealsLoaders }: Context, run: () => Promise<string>) =>
  payload(locale, async () => {
    const id = await run();
    appealsLoaders.clear(id);
    return { appeal: await appeals.byId.clear(id).load(id) };
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

  @Mutation(() => AppealPayload, { description: 'Offers an appeal to another deputy of the region; it stays the sender\'s until accepted.' })
  forwardToDeputy(@Arg('input', () => ForwardToDeputyInput) input: ForwardToDeputyInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.forwarding.toDeputy(input));
  }

  @Mutation(() => AppealPayload, { description: 'The deputy or the aide takes over what was forwarded; the applicant is told.' })
  acceptForwarded(@Arg('input', () => AcceptForwardedInput) input: AcceptForwardedInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.forwarding.accept(input));
  }

  @Mutation(() => AppealPayload, { description: 'To the competent body outside; the applicant is told, and it ends here.' })
  forwardOutside(@Arg('input', () => ForwardOutsideInput) input: ForwardOutsideInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.forwarding.outside(input));
  }

  @Mutation(() => AppealPayload, { description: 'Extends the deadline once, with a reason that the applicant is told.' })
  extendAppeal(@Arg('input', () => ExtendAppealInput) input: ExtendAppealInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.forwarding.extend(input));
  }

  @Mutation(() => AppealPayload, { description: 'Opens an answered or closed appeal again; for coordinators and administrators.' })
  reopenByStaff(@Arg('input', () => ReopenByStaffInput) input: ReopenByStaffInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.forwarding.reopen(input));
  }

  @Mutation(() => AppealPayload, { description: 'The deputy does not take what was forwarded. The appeal is null where it lies beyond the viewer afterwards.' })
  returnForwarded(@Arg('input', () => ReturnForwardedInput) input: ReturnForwardedInput, @Ctx() ctx: Context) {
    return letGo(ctx, () => ctx.forwarding.giveBack(input));
  }

  @Mutation(() => AppealPayload, { description: 'Back to the moderator. The appeal is null where it lies beyond the viewer afterwards.' })
  returnToModeration(@Arg('input', () => ReturnToModerationInput) input: ReturnToModerationInput, @Ctx() ctx: Context) {
    return letGo(ctx, () => ctx.forwarding.toModeration(input));
  }

  @Mutation(() => AppealPayload, { description: 'Takes back the own last move while nothing has left the house; UNDO_TOO_LATE afterwards.' })
  undoMove(@Arg('input', () => UndoMoveInput) input: UndoMoveInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.undo.undo(input.id, input.version));
  }

  @Mutation(() => AnswerDraftPayload, { description: 'Keeps the draft of an answer; deputy and aide share it.' })
  saveAnswerDraft(@Arg('input', () => SaveAnswerDraftInput) input: SaveAnswerDraftInput, @Ctx() ctx: Context) {
    return drafted(ctx, () => ctx.answering.saveDraft(input));
  }

  @Mutation(() => AnswerDraftPayload, { description: 'Puts files into the draft of an answer, which go with it when it is sent, whoever signs; words and revision stay as they are.' })
  attachToAnswerDraft(@Arg('input', () => AttachToAnswerDraftInput) input: AttachToAnswerDraftInput, @Ctx() ctx: Context) {
    return drafted(ctx, () => ctx.draftFiles.attach(input));
  }

  @Mutation(() => AnswerDraftPayload, { description: 'Takes a file out of the draft of an answer and removes it.' })
  detachFromAnswerDraft(@Arg('input', () => DetachFromAnswerDraftInput) input: DetachFromAnswerDraftInput, @Ctx() ctx: Context) {
    return drafted(ctx, () => ctx.draftFiles.detach(input));
  }

  @Mutation(() => AppealPayload, { description: 'Keeps words of an answer that another one was faster than, with its files, beside the answer that was sent; `Appeal.keptDrafts` shows them to their author.' })
  keepAnswerDraft(@Arg('input', () => KeepAnswerDraftInput) input: KeepAnswerDraftInput, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.keptDrafts.keep(input));
  }

  @Mutation(() => AppealPayload, { description: 'Lets the own kept words go.' })
  discardKeptDraft(@Arg('id', () => ID) id: string, @Ctx() ctx: Context) {
    return moved(ctx, () => ctx.keptDrafts.discard(id));
  }

  @Mutation(() => ContactsPayload, { description: "Shows the applicant's contacts and puts on record who looked." })
  openContacts(@Arg('appealId', () => ID) appealId: string, @Ctx() { locale, moderation }: Context) {
    return payload(locale, async () => ({ contacts: await moderation.openContacts(appealId) }));
  }
}
