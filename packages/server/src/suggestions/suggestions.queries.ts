import type DataLoader from 'dataloader';
import { sql } from 'kysely';
import { visibleTo, type AppealKind, type RejectReason } from '../appeals/index.js';
import type { Db } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import { batchById } from '../shared/loader.js';
import type { DeputyReason } from './deputy-choice.formula.js';
import type { Figures } from './figures.js';
import { canSeeModels } from './suggestions.policy.js';
import type { UrgencyFinding } from './urgency.js';

/** What is suggested for an appeal, as it is stored. */
export interface SuggestionRow {
  id: string;
  modelVersion: number;
  topics: readonly { code: string; confidence: number }[];
  kind: AppealKind;
  kindConfidence: number;
  urgency: readonly UrgencyFinding[];
  rejectReason: RejectReason | null;
  rejectConfidence: number | null;
  rejectWords: readonly string[];
  deputyId: string | null;
  deputyReason: DeputyReason | null;
  deputyFacts: Readonly<Record<string, string | number>> | null;
  madeAt: Date;
}

/** A version of the model with its figures, and what people made of its suggestions. */
export interface ModelRow {
  version: number;
  trainedAt: Date;
  inUse: boolean;
  examples: number;
  decisions: number;
  figures: Figures;
  /** Accepted appeals that it had suggested a topic for. */
  decided: number;
  /** Of those, accepted with its first topic, and with one of its three. */
  agreedFirst: number;
  agreedAmongThree: number;
}

/** Versions that the page shows, the newest. */
const VERSIONS = 50;
/** Days over which it is counted how people decided. */
const DECIDED_DAYS = 90;

/** Reads of suggestions and of the versions that made them. */
export class SuggestionsQueries {
  readonly byAppeal: DataLoader<string, SuggestionRow | null>;

  constructor(private readonly db: Db, private readonly actor: Actor) {
    this.byAppeal = batchById(async (ids) => {
      const rows = await this.db.selectFrom('suggestion as s').innerJoin('appeal as a', 'a.id', 's.appeal_id').where('s.appeal_id', 'in', [...ids]).where(() => visibleTo(this.actor))
        .select(['s.appeal_id as id', 's.model_version as modelVersion', 's.topics', 's.kind', 's.kind_confidence as kindConfidence', 's.urgency', 's.reject_reason as rejectReason',
          's.reject_confidence as rejectConfidence', 's.reject_words as rejectWords', 's.deputy_id as deputyId', 's.deputy_reason as deputyReason', 's.deputy_facts as deputyFacts', 's.made_at as madeAt'])
        .execute();
      return rows.map((row) => ({
        ...row, rejectReason: row.rejectReason ?? null, rejectConfidence: row.rejectConfidence ?? null, deputyId: row.deputyId ?? null, deputyReason: row.deputyReason ?? null,
        deputyFacts: row.deputyFacts ?? null,
      }));
    });
  }

  /** The newest versions, the newest first; what people decided is counted over the last 90 days, within what the viewer may see. */
  async models(now: Date): Promise<ModelRow[]> {
    allow(canSeeModels(staff(this.actor)));
    const since = new Date(now.getTime() - DECIDED_DAYS * 86_400_000);
    const decided = this.db.selectFrom('suggestion as s').innerJoin('appeal as a', 'a.id', 's.appeal_id').where('s.made_at', '>=', since)
      .where('a.registered_on', 'is not', null).where(() => visibleTo(this.actor)).groupBy('s.model_version')
      .select(['s.model_version as version', sql<number>`count(*)::int`.as('decided'),
        sql<number>`count(*) filter (where s.topics -> 0 ->> 'code' = a.topic_code)::int`.as('agreedFirst'),
        sql<number>`count(*) filter (where s.topics @> jsonb_build_array(jsonb_build_object('code', a.topic_code)))::int`.as('agreedAmongThree')]);
    const rows = await this.db.selectFrom('suggestion_model as m').leftJoin(decided.as('d'), 'd.version', 'm.version').orderBy('m.version', 'desc').limit(VERSIONS)
      .select(['m.version', 'm.trained_at as trainedAt', 'm.in_use as inUse', 'm.examples', 'm.decisions', 'm.figures', 'd.decided', 'd.agreedFirst', 'd.agreedAmongThree']).execute();
    return rows.map((row) => ({ ...row, decided: row.decided ?? 0, agreedFirst: row.agreedFirst ?? 0, agreedAmongThree: row.agreedAmongThree ?? 0 }));
  }
}
