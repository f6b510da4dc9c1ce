import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import { canDraft, type AppealRow } from '../appeals/index.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import { staff } from '../shared/allow.js';
import type { Page } from '../shared/cursor.js';
import { badInput } from '../shared/failures.js';
import { isId } from '../shared/ids.js';
import type { AnswerHints } from './hints.queries.js';
import { AnswerHintsType } from './hints.type.js';
import type { TemplatePurpose } from './templates.policy.js';
import { ChangeTemplateInput, CreateTemplateInput, FilledTemplateType, TemplateConnection, TemplateFilter, TemplatePayload, TemplatePurposeEnum } from './template.type.js';
import type { FilledTemplateRow, TemplateRow } from './templates.queries.js';

/** Letters that get the same words, at most so many beside the first one: as many as a campaign is answered for at once. */
const MAX_OTHERS = 200;
const OTHERS = 'Other letters that get the same words, up to 200; those whose answer the viewer does not write are left out.';

/** The other letters, as far as their answer is the viewer's to write: one statement for any number of them. */
async function othersOf({ actor, appeals }: Context, ids: readonly string[] | null): Promise<AppealRow[]> {
  const known = [...new Set(ids)].filter(isId);
  if (known.length > MAX_OTHERS) throw badInput('others', 'TOO_MANY_CHOSEN', { max: MAX_OTHERS });
  const rows = await Promise.all(known.map((id) => appeals.byId.load(id)));
  return rows.filter((row) => row !== null).filter((row) => canDraft(actor, row));
}

const kept = ({ locale, templates }: Context, run: () => Promise<string>) => payload(locale, async () => ({ template: await templates.get(await run()) }));

@Resolver(() => AppealType)
export class ComposingResolver {
  @Query(() => TemplateConnection, { description: 'Templates that the viewer may use or look after, the last changed first. UNAUTHENTICATED without a session.' })
  templates(
    @Ctx() { actor, templates }: Context, @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => TemplateFilter, { nullable: true }) filter: TemplateFilter | null,
    @Arg('first', () => Int, { defaultValue: 50, nullable: true, description: '1 to 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the page before.' }) after: string | null,
  ): Promise<Page<TemplateRow>> {
    staff(actor);
    return templates.list(filter, first, after, selects(info, 'totalCount'));
  }

  @Query(() => AnswerHintsType, { nullable: true, description: 'What the draft of an answer could be better in; for the deputy and the aide who write it. Nothing is kept.' })
  async answerHints(
    @Arg('appealId', () => ID) appealId: string, @Arg('text', () => String, { description: 'The draft, up to 20,000 characters.' }) text: string,
    @Arg('others', () => [ID], { nullable: true, description: `${OTHERS} Their questions are looked at as well.` }) others: string[] | null,
    @Ctx() context: Context,
  ): Promise<AnswerHints> {
    const { actor, appeals, hints } = context;
    staff(actor);
    const [appeal, rest] = await Promise.all([appeals.get(appealId), othersOf(context, others)]);
    return hints.of([appeal, ...rest], text, appeals.todayIn(appeal.regionCode));
  }

  @FieldResolver(() => [FilledTemplateType], { description: "What a letter about it can begin with, filled in: the deputy's own, then the faction's, then the body's. Empty for whoever writes no such letter." })
  async templatesFor(
    @Root() { id }: AppealRow, @Arg('purpose', () => TemplatePurposeEnum) purpose: TemplatePurpose,
    @Arg('others', () => [ID], { nullable: true, description: `${OTHERS} A field that is not the same for all of them stays open.` }) others: string[] | null,
    @Ctx() context: Context,
  ): Promise<FilledTemplateRow[]> {
    // Read whole: the operation may have asked for neither name nor deputy.
    const [whole, rest] = await Promise.all([context.appeals.get(id), othersOf(context, others)]);
    return context.templates.offered(whole, rest, purpose, context.clock.now());
  }

  @Mutation(() => TemplatePayload, { description: 'Makes a template: a deputy or an aide an own one, a coordinator one of a body or faction of the own regions.' })
  createTemplate(@Arg('input', () => CreateTemplateInput) input: CreateTemplateInput, @Ctx() context: Context) {
    return kept(context, () => context.templatesService.create(input));
  }

  @Mutation(() => TemplatePayload, { description: 'Changes the words of a template. CONFLICT when somebody else did meanwhile.' })
  changeTemplate(@Arg('input', () => ChangeTemplateInput) input: ChangeTemplateInput, @Ctx() context: Context) {
    return kept(context, () => context.templatesService.change(input));
  }

  @Mutation(() => TemplatePayload, { description: 'Offers a template no more, or again.' })
  archiveTemplate(@Arg('id', () => ID) id: string, @Arg('archived', () => Boolean) archived: boolean, @Ctx() context: Context) {
    return kept(context, () => context.templatesService.archive(id, archived));
  }
}
