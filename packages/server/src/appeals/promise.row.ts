import { sql } from 'kysely';
import type { PromiseState } from './promise.formula.js';

/** A promise as the API shows it with its answer. */
export interface PromiseRow {
  id: string;
  text: string;
  dueOn: string;
  state: PromiseState;
  askedAt: Date | null;
  outcomeAt: Date | null;
}

type AsJson = Omit<PromiseRow, 'askedAt' | 'outcomeAt'> & { askedAt: string | null; outcomeAt: string | null };

/** The promises of the messages under the alias `m`, within the statement that reads them. */
export const promisesOfMessage = sql<AsJson[] | null>`(select json_agg(json_build_object('id', o.id, 'text', o.text, 'dueOn', o.due_on, 'state', o.state,
  'askedAt', o.asked_at, 'outcomeAt', o.outcome_at) order by o.due_on, o.id) from promise o where o.answer_id = m.id)`;

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const promisesFrom = (rows: readonly AsJson[] | null): PromiseRow[] =>
  (rows ?? []).map((row) => ({ ...row, askedAt: instantOf(row.askedAt), outcomeAt: instantOf(row.outcomeAt) }));
