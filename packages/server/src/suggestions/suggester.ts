import type { FirstLook, Look } from '../appeals/index.js';
import { rowsFor } from '../db/acting.js';
import { jsonb } from '../db/columns.js';
import { rowsOf, type Em, type Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import { startCorpus } from './corpus.js';
import { Model, type Reading } from './model.js';

/** The model in use, held in memory, and what it reads out of letters. Until the first version has been trained it knows the start corpus. */
export class Suggester implements FirstLook {
  private model: Model | null = null;

  constructor(private readonly orm: Orm) {}

  /** Takes the version that is in use, when it is another one than the one in memory. */
  async refresh(): Promise<void> {
    const db = rowsFor(this.orm, SYSTEM);
    const newest = await db.selectFrom('suggestion_model').where('in_use', '=', true).select('version').orderBy('version', 'desc').limit(1).executeTakeFirst();
    if (!newest || newest.version === this.model?.version) return;
    const row = await db.selectFrom('suggestion_model').where('version', '=', newest.version).select('parameters').executeTakeFirst();
    if (row?.parameters) this.model = Model.fromBytes(newest.version, row.parameters);
  }

  get version(): number {
    return this.current.version;
  }

  read(subject: string, text: string): Reading {
    return this.current.read(subject, text);
  }

  at(subject: string, text: string): Look {
    const reading = this.read(subject, text);
    return { urgent: reading.urgency.length > 0, keep: (em, appealId, at) => keepReading(em, appealId, this.version, reading, at) };
  }

  /** The start model is made when it is first needed: a server that finds a trained one never does. */
  private get current(): Model {
    return (this.model ??= Model.train(0, startCorpus()));
  }
}

/** Stores a reading; what was suggested of the deputy stays. */
export async function keepReading(em: Em, appealId: string, modelVersion: number, reading: Reading, at: Date): Promise<void> {
  const columns = {
    model_version: modelVersion, topics: jsonb([...reading.topics]), kind: reading.kind, kind_confidence: reading.kindConfidence,
    urgency: jsonb(reading.urgency.map(({ danger, words }) => ({ danger, words: [...words] }))), reject_reason: reading.reason, reject_confidence: reading.reasonConfidence,
    reject_words: jsonb([...reading.reasonWords]), made_at: at,
  };
  await rowsOf(em).insertInto('suggestion').values({ appeal_id: appealId, ...columns })
    .onConflict((conflict) => conflict.column('appeal_id').doUpdateSet(columns)).execute();
}
