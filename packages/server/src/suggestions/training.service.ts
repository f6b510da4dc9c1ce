import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { jsonb } from '../db/columns.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { announce } from '../shared/events.js';
import { NONE, startCorpus, type Corpus } from './corpus.js';
import { isWorse } from './figures.js';
import { asExample, measure } from './measuring.js';
import { Model } from './model.js';
import type { Example } from './naive-bayes.js';
import { featuresOf } from './features.js';
import { Novelty } from './novelty.js';
import { inPortions, unhurried } from './unhurried.js';
import { UrgencyClassifier } from './urgency-classifier.js';
import { urgencyDecisions, type UrgencyDecision } from './urgency-decisions.js';

/** Decisions that one training looks at, the newest: of each topic, and of rejected letters. */
const PER_TOPIC = 120;
const REJECTED = 1_000;
/** What the decisions under one label together may weigh, in examples of the start corpus: a busy topic does not drown the others. */
const LABEL_WEIGHT = 120;
/** One decision in so many is held back, the same ones in every training. */
const HELD_BACK = 6;
/** What a version learned is kept for so many versions. */
const KEPT_PARAMETERS = 2;

interface Decision {
  readonly id: string;
  readonly text: string;
  readonly topic: string | null;
  readonly kind: string | null;
  readonly reason: string;
}

/** What a decision of a topic or of a rejection teaches. */
type Taught = Omit<Corpus, 'urgency'>;

/** Teaches the model what moderators decide, and puts each version's figures on record. */
export class TrainingService {
  /** @param moreExamples beside the start corpus, topics and kinds known */
  constructor(private readonly orm: Orm, private readonly clock: Clock, private readonly moreExamples: () => Corpus) {}

  /** Trains and measures the next version, and uses it unless it is worse than the one in use: guesses fewer topics, or passes over urgent letters. */
  async train(): Promise<{ version: number; inUse: boolean; decisions: number; first: number | null }> {
    const start = startCorpus();
    const more = this.moreExamples();
    const [decisions, ofUrgency] = [await this.decisions(), await urgencyDecisions(rowsFor(this.orm, SYSTEM))];
    const isHeldBack = ({ id }: { id: string }): boolean => createHash('sha256').update(id).digest().readUInt16BE(0) % HELD_BACK === 0;
    const [learned, heldBack] = [decisions.filter((one) => !isHeldBack(one)), decisions.filter(isHeldBack)];
    const urgencyLearned = ofUrgency.filter((one) => !isHeldBack(one));
    const learnedCount = new Set([...learned, ...urgencyLearned].map(({ id }) => id)).size;
    const last = await this.last();
    const version = (last?.version ?? 0) + 1;
    const corpus = joined([start, more, { ...lessons(learned), urgency: urgencyLessons(urgencyLearned) }]);
    const known = new Map<string, Map<string, number>>();
    for (const examples of [corpus.topics, corpus.kinds, corpus.reasons]) {
      for await (const { text } of unhurried(examples)) if (!known.has(text)) known.set(text, featuresOf(text));
    }
    const model = Model.train(version, corpus, known, await inPortions(UrgencyClassifier.learn(corpus.urgency)));
    const letters = { ...corpusOf(heldBack, (text) => text), urgency: ofUrgency.filter(isHeldBack) };
    const figures = await measure(model, letters);
    const inUse = !last?.inUse || !isWorse(figures, await measure(last.inUse, letters));
    const at = this.clock.now();
    await transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      if (inUse) await db.updateTable('suggestion_model').set({ in_use: false }).where('in_use', '=', true).execute();
      await db.updateTable('suggestion_model').set({ parameters: null }).where('version', '<=', version - KEPT_PARAMETERS).where('in_use', '=', false).execute();
      await db.insertInto('suggestion_model').values({
        version, trained_at: at, examples: start.topics.length + more.topics.length, decisions: learnedCount, figures: jsonb(figures), in_use: inUse,
        parameters: model.toBytes(),
      }).execute();
      if (inUse) await announce(em, { kind: 'suggestions.trained', version });
    });
    return { version, inUse, decisions: learnedCount, first: figures.topics.first };
  }

  /** Whether any version was ever trained. */
  async isTrained(): Promise<boolean> {
    return (await this.last()) !== null;
  }

  private async last(): Promise<{ version: number; inUse: Model | null } | null> {
    const rows = await rowsFor(this.orm, SYSTEM).selectFrom('suggestion_model').select(['version', 'in_use']).orderBy('version', 'desc').execute();
    if (rows.length === 0) return null;
    const used = rows.find((row) => row.in_use);
    const kept = used && await rowsFor(this.orm, SYSTEM).selectFrom('suggestion_model').where('version', '=', used.version).select('parameters').executeTakeFirst();
    return { version: rows[0]!.version, inUse: kept?.parameters ? Model.fromBytes(used!.version, kept.parameters) : null };
  }

  /** The newest decisions of each topic and the newest rejections; letters of which nothing is left teach nothing. */
  private async decisions(): Promise<Decision[]> {
    const db = rowsFor(this.orm, SYSTEM);
    const { rows: accepted } = await sql<{ id: string; subject: string; text: string; topic: string; kind: string }>`
      select a.id, a.subject, a.text, t.code as topic, a.kind from topic t cross join lateral (
        select id, subject, text, kind from appeal
        where topic_code = t.code and registered_on is not null and anonymised_at is null order by submitted_at desc limit ${PER_TOPIC}
      ) a`.execute(db);
    const rejected = await db.selectFrom('appeal').where('status', '=', 'REJECTED').where('anonymised_at', 'is', null).where('reject_reason', '<>', 'NO_CLARIFICATION')
      .select(['id', 'subject', 'text', 'reject_reason']).orderBy('submitted_at', 'desc').limit(REJECTED).execute();
    return [
      ...accepted.map(({ id, subject, text, topic, kind }) => ({ id, text: asExample(subject, text), topic, kind, reason: NONE })),
      ...rejected.map(({ id, subject, text, reject_reason }) => ({ id, text: asExample(subject, text), topic: null, kind: null, reason: reject_reason! })),
    ];
  }
}

/** What the decisions teach: whatever repeats what was said before is left out, and no label weighs more than it may. */
function lessons(decisions: readonly Decision[]): Taught {
  const learn = (examples: readonly Example[]): Example[] => {
    const counts = new Map<string, number>();
    for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
    return examples.map((example) => ({ ...example, weight: Math.min(1, LABEL_WEIGHT / counts.get(example.label)!), typical: false }));
  };
  const [topics, kinds, reasons] = [new Novelty(), new Novelty(), new Novelty()];
  const corpus = corpusOf(decisions, (text, label, of) => ({ topics, kinds, reasons })[of].of(label, text));
  return { topics: learn(corpus.topics), kinds: learn(corpus.kinds), reasons: learn(corpus.reasons) };
}

/** What was decided of urgency teaches: what was said of it comes first, and whatever repeats it is left out. */
function urgencyLessons(decisions: readonly UrgencyDecision[]): Example[] {
  const novelty = new Novelty();
  return decisions.flatMap(({ text, label, weight }) => {
    const fresh = novelty.of(label, text);
    return fresh === '' ? [] : [{ text: fresh, label, weight }];
  });
}

function corpusOf(decisions: readonly Decision[], read: (text: string, label: string, of: keyof Taught) => string): Taught {
  const examples = (of: keyof Taught, labelOf: (decision: Decision) => string | null): Example[] => decisions.flatMap((decision) => {
    const label = labelOf(decision);
    const text = label === null ? '' : read(decision.text, label, of);
    return label === null || text === '' ? [] : [{ text, label }];
  });
  return { topics: examples('topics', ({ topic }) => topic), kinds: examples('kinds', ({ kind }) => kind), reasons: examples('reasons', ({ reason }) => reason) };
}

const joined = (parts: readonly Corpus[]): Corpus => ({
  topics: parts.flatMap(({ topics }) => topics), kinds: parts.flatMap(({ kinds }) => kinds), reasons: parts.flatMap(({ reasons }) => reasons),
  urgency: parts.flatMap(({ urgency }) => urgency),
});
