import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { selectedFields, selects } from '../graphql/selection.js';
import { staff } from '../shared/allow.js';
import { DeputyType } from '../deputies/deputy.type.js';
import type { DeputyRow } from '../deputies/index.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { answerDeadline, firstReactionDeadline, localDay, maxExtension } from './deadline.js';
import { deadlineInWords } from './deadline.texts.js';
import { AppealFilter, AppealSort } from './appeal.inputs.js';
import { REJECT_REASONS, type AppealMove } from './appeal.lifecycle.js';
import {
  AnswerDraftType, AppealConnection, AppealMoveEnum, AppealType, DeadlineType, FirstReactionType, HistoryEntryType, KeptDraftType, MessageType, QuestionType,
} from './appeal.type.js';
import type { DraftRow, HistoryRow, MessageRow, QuestionRow } from './appeals.loaders.js';
import { availableMoves, canAnswer, canDraft, canModerate, canOpenContacts } from './appeals.policy.js';
import type { AppealRow, AppealsPage } from './appeals.queries.js';
import { rejectReasonIn } from './reject-reasons.js';
import { RejectReasonType } from './tracked.type.js';

@Resolver(() => AppealType)
export class AppealResolver {
  @Query(() => AppealConnection, { description: 'Appeals that the viewer may see, without a sort the best first where words are looked for and the newest first elsewhere; what awaits moderation comes urgent first, then by how long it waits. UNAUTHENTICATED without a session.' })
  appeals(
    @Ctx() { actor, appeals }: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => AppealFilter, { nullable: true }) filter: AppealFilter | null,
    @Arg('sort', () => AppealSort, { nullable: true }) sort: AppealSort | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AppealsPage> {
    staff(actor);
    const fields = new Set(selectedFields(info, 'edges.node'));
    if (selects(info, 'edges.node.deputy.mandate')) fields.add('deputy.mandate');
    return appeals.list(filter, sort, first, after, { total: selects(info, 'totalCount'), fields });
  }

  @Query(() => AppealType, { nullable: true, description: 'One appeal; that the viewer opened it is put on record, once a day. NOT_FOUND also when it is not the viewer\'s to see.' })
  async appeal(@Arg('id', () => ID) id: string, @Ctx() { actor, appeals, openings }: Context): Promise<AppealRow> {
    const viewer = staff(actor);
    const appeal = await appeals.get(id);
    await openings.opened(appeal.id, viewer, appeals.todayIn(appeal.regionCode));
    return appeal;
  }

  @Query(() => [RejectReasonType], { description: 'Reasons to reject, with texts in the language of the request.' })
  rejectReasons(@Ctx() { locale }: Context): RejectReasonType[] {
    return REJECT_REASONS.filter((code) => code !== 'NO_CLARIFICATION').map((code) => rejectReasonIn(code, locale));
  }

  @FieldResolver(() => DeadlineType, { nullable: true, description: 'Why the deadline is this day; null before registration.' })
  deadline(@Root() appeal: AppealRow, @Ctx() { rules, locale }: Context): DeadlineType | null {
    const registeredOn = appeal.reopenedOn ?? appeal.registeredOn;
    if (!registeredOn) return null;
    const { pausedDays, extensionDays } = appeal;
    return deadlineInWords(answerDeadline({ registeredOn, policy: rules.policy(appeal.policyId), calendar: rules.calendar, pausedDays, extensionDays }), locale);
  }

  @FieldResolver(() => FirstReactionType, { nullable: true, description: "How the deputy's first reaction stands to the own target; null before registration." })
  firstReaction(@Root() appeal: AppealRow, @Ctx() { rules, locale, reference, appeals }: Context): FirstReactionType | null {
    const { registeredOn, firstReactionAt, regionCode } = appeal;
    if (!registeredOn) return null;
    const deadline = firstReactionDeadline(registeredOn, rules.policy(appeal.policyId), rules.calendar);
    const waitsStill = appeal.status === 'REGISTERED' && firstReactionAt === null;
    const day = firstReactionAt ? localDay(firstReactionAt, reference.timeZone(regionCode)) : waitsStill ? appeals.todayIn(regionCode) : null;
    return { deadline: deadlineInWords(deadline, locale), reactedAt: firstReactionAt, missed: day !== null && day > deadline.dueOn };
  }

  @FieldResolver(() => [QuestionType], { description: 'Its questions, in order; none before registration.' })
  questions(@Root() { id }: AppealRow, @Ctx() { appealsLoaders }: Context): Promise<QuestionRow[]> {
    return appealsLoaders.questions.load(id);
  }

  @FieldResolver(() => [MessageType], { description: 'The thread with the applicant, oldest first.' })
  messages(@Root() { id }: AppealRow, @Ctx() { appealsLoaders }: Context): Promise<MessageRow[]> {
    return appealsLoaders.messages.load(id);
  }

  @FieldResolver(() => [HistoryEntryType], { description: 'Everything that happened, oldest first; of openings the newest 200.' })
  history(@Root() { id }: AppealRow, @Ctx() { appealsLoaders }: Context): Promise<HistoryRow[]> {
    return appealsLoaders.history.load(id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the chain of its history is whole as it stands now; read anew for each request.' })
  historyWhole(@Root() { id }: AppealRow, @Ctx() { appealsLoaders }: Context): Promise<boolean> {
    return appealsLoaders.historyWhole.load(id);
  }

  @FieldResolver(() => AnswerDraftType, { nullable: true, description: 'The draft of the answer; for the deputy and the aide alone.' })
  async draft(@Root() appeal: AppealRow, @Ctx() { actor, appealsLoaders }: Context): Promise<DraftRow | null> {
    if (!canDraft(actor, appeal)) return null;
    return (await appealsLoaders.drafts.load(appeal.id))[0] ?? null;
  }

  @FieldResolver(() => [KeptDraftType], { description: "The viewer's own answers that were not sent, because another one was faster; oldest first." })
  keptDrafts(@Root() { id }: AppealRow, @Ctx() { keptDrafts }: Context): Promise<KeptDraftType[]> {
    return keptDrafts.ofAppeal.load(id);
  }

  @FieldResolver(() => [AppealMoveEnum], { description: 'What this viewer may do now.' })
  availableMoves(@Root() appeal: AppealRow, @Ctx() { actor }: Context): AppealMove[] {
    return availableMoves(actor, appeal);
  }

  @FieldResolver(() => DeputyType, { nullable: true, description: 'The deputy whom it was forwarded to and who has yet to accept it.' })
  forwardedTo(@Root() { forwardedToId }: AppealRow, @Ctx() { deputies }: Context): Promise<DeputyRow | null> | null {
    return forwardedToId === null ? null : deputies.byId.load(forwardedToId);
  }

  @FieldResolver(() => DeputyType, { nullable: true, description: 'The deputy whom a complaint is about; for who moderates it.' })
  aboutDeputy(@Root() appeal: AppealRow, @Ctx() { actor, deputies }: Context): Promise<DeputyRow | null> | null {
    return appeal.aboutDeputyId === null || !canModerate(actor, appeal) ? null : deputies.byId.load(appeal.aboutDeputyId);
  }

  @FieldResolver(() => Int, { description: 'By how many days the deadline can still be extended; 0 once it was, or when it is over.' })
  maxExtensionDays(@Root() appeal: AppealRow, @Ctx() { appeals, rules }: Context): number {
    if (appeal.dueOn === null || appeals.todayIn(appeal.regionCode) > appeal.dueOn) return 0;
    return maxExtension(rules.policy(appeal.policyId), appeal.extensionDays);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "Until when the viewer can take back the own last move with `undoMove`; null when there is nothing to take back." })
  async undoableUntil(@Root() { id }: AppealRow, @Ctx() { undo }: Context): Promise<Date | null> {
    return (await undo.steps.load(id))?.until ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether moderation of this appeal is the viewer\'s job.' })
  viewerCanModerate(@Root() appeal: AppealRow, @Ctx() { actor }: Context): boolean {
    return canModerate(actor, appeal);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may sign an answer now.' })
  viewerCanAnswer(@Root() appeal: AppealRow, @Ctx() { actor }: Context): boolean {
    return canAnswer(actor, appeal);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may draft an answer now.' })
  viewerCanDraft(@Root() appeal: AppealRow, @Ctx() { actor }: Context): boolean {
    return canDraft(actor, appeal);
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer may open the applicant's contacts; that is put on record." })
  viewerCanOpenContacts(@Root() appeal: AppealRow, @Ctx() { actor }: Context): boolean {
    return canOpenContacts(actor, appeal);
  }
}
