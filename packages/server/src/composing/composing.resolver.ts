import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AppealType } from '../appeals/appeal.type.js';
import type { AppealRow } from '../appeals/index.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/payload.js';
import { selects } from '../graphql/selection.js';
import { staff } from '../shared/allow.js';
import type { Page } from '../shared/cursor.js';
import type { AnswerHints } from './hints.queries.js';
import { AnswerHintsType } from './hints.type.js';
import type { TemplatePurpose } from './templates.policy.js';
import { ChangeTemplateInput, CreateTemplateInput, FilledTemplateType, TemplateConnection, TemplateFilter, TemplatePayload, TemplatePurposeEnum } from './template.type.js';
import type { FilledTemplateRow, TemplateRow } from './templates.queries.js';

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
    @Ctx() { actor, appeals, hints }: Context,
  ): Promise<AnswerHints> {
    staff(actor);
    const appeal = await appeals.get(appealId);
    return hints.of(appeal, text, appeals.todayIn(appeal.regionCode));
  }

  @FieldResolver(() => [FilledTemplateType], { description: "What a letter about it can begin with, filled in: the deputy's own, then the faction's, then the body's. Empty for whoever writes no such letter." })
  templatesFor(@Root() appeal: AppealRow, @Arg('purpose', () => TemplatePurposeEnum) purpose: TemplatePurpose, @Ctx() { appeals, templates, clock }: Context): Promise<FilledTemplateRow[]> {
    // Read whole: the operation may have asked for neither name nor deputy.
    return appeals.get(appeal.id).then((whole) => templates.offered(whole, purpose, clock.now()));
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
