import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { canModerate, type AppealRow } from '../appeals/index.js';
import { AppealType } from '../appeals/appeal.type.js';
import type { DeputyRow } from '../deputies/index.js';
import type { Context } from '../graphql/context.js';
import { staff } from '../shared/allow.js';
import { deputyReasonInWords } from './suggestion.texts.js';
import { DeputySuggestionType, SuggestionModelType, SuggestionType, type TopicSuggestionType, type UrgencyReasonType } from './suggestion.type.js';
import type { SuggestionRow } from './suggestions.queries.js';
import { urgencyInWords } from './urgency.js';

type Suggested = Omit<SuggestionType, 'topics' | 'urgency'> & { row: SuggestionRow; topics: TopicSuggestionType[]; urgency: UrgencyReasonType[] };

@Resolver(() => AppealType)
export class AppealSuggestionResolver {
  @FieldResolver(() => SuggestionType, { nullable: true, description: 'What is suggested to its moderator; null for whoever does not moderate it, and for a moment after it was submitted.' })
  async suggestion(@Root() appeal: AppealRow, @Ctx() { actor, suggestions, reference, locale }: Context): Promise<Suggested | null> {
    if (!canModerate(actor, appeal)) return null;
    const row = await suggestions.byAppeal.load(appeal.id);
    if (!row) return null;
    return {
      row,
      topics: row.topics.flatMap(({ code, confidence }) => {
        const topic = reference.topic(code, locale);
        return topic ? [{ topic, confidence }] : [];
      }),
      kind: row.kind, kindConfidence: row.kindConfidence,
      urgency: row.urgency.map((finding) => ({ danger: finding.danger, words: [...finding.words], text: urgencyInWords([finding], locale) })),
      rejectReason: row.rejectReason && { reason: row.rejectReason, confidence: row.rejectConfidence ?? 0, words: [...row.rejectWords] },
      modelVersion: row.modelVersion, madeAt: row.madeAt,
    };
  }
}

@Resolver(() => SuggestionType)
export class SuggestionResolver {
  @FieldResolver(() => DeputySuggestionType, { nullable: true, description: 'To whom it could go; null until one is found, and where nobody can take it.' })
  async deputy(@Root() { row }: Suggested, @Ctx() { deputies, locale }: Context): Promise<{ deputy: DeputyRow; reason: DeputySuggestionType['reason']; text: string } | null> {
    const deputy = row.deputyId && await deputies.byId.load(row.deputyId);
    return deputy && row.deputyReason ? { deputy, reason: row.deputyReason, text: deputyReasonInWords(row.deputyReason, row.deputyFacts ?? {}, locale) } : null;
  }
}

@Resolver()
export class SuggestionModelsResolver {
  @Query(() => [SuggestionModelType], { description: 'Versions of the model behind suggestions, the newest first, at most 50; for moderators, coordinators, analysts and administrators.' })
  async suggestionModels(@Ctx() { actor, suggestions, reference, locale, clock }: Context): Promise<SuggestionModelType[]> {
    staff(actor);
    const models = await suggestions.models(clock.now());
    return models.map(({ figures, ...row }) => ({
      ...row, heldBack: figures.topics.count, topicFirst: figures.topics.first, topicAmongThree: figures.topics.amongThree, kindRight: figures.kinds.right,
      reasonPrecision: figures.reasons.precision, reasonRecall: figures.reasons.recall,
      urgencyHeldBack: figures.urgency?.count ?? 0, urgencyUrgent: figures.urgency?.urgent ?? 0, urgencyRecall: figures.urgency?.recall ?? null,
      urgencyRulesRecall: figures.urgency?.rulesRecall ?? null, urgencyPrecision: figures.urgency?.precision ?? null,
      topics: figures.topics.byTopic.flatMap(({ code, count, first }) => {
        const topic = reference.topic(code, locale);
        return topic ? [{ topic, count, first }] : [];
      }),
    }));
  }
}
