import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { transaction } from '../db/acting.js';
import { rowsOf, type Db, type Em, type Orm } from '../db/orm.js';
import { readInsiders, type Insiders, type NotCountedReason } from '../feedback/index.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import type { Vault } from '../shared/vault.js';
import { announce } from '../shared/events.js';
import { newId } from '../shared/ids.js';
import { EXCLUSIONS, TEMPLATE_FROM } from './exclusions.js';
import { FORMULA, FORMULA_VERSION, rate, roundFigure, type RatingResult } from './rating.formula.js';
import { COUNTRY_TIME_ZONE, currentPeriods, ROLLING, type Period } from './period.js';
import { readFacts, readMandates, type EntryInput, type RatedMandate } from './rating.facts.js';
import { shownScore, type SnapshotMethod } from './rating.model.js';

/** Two computations at once would both store what only one of them should. */
const LOCK = 'voter-deputy: compute rating';
/** A change of more mandates than this is announced as «many» and read anew. */
const MAX_ANNOUNCED = 100;
/** A request that began with an older snapshot may still be reading it. */
const KEEP_MS = 10 * 60 * 1000;

/** An entry as it is stored; the id of the snapshot comes with it. */
interface NewEntry {
  id: string;
  mandate_id: string;
  deputy_id: string;
  body_id: string;
  faction_id: string;
  region_code: string;
  level: string;
  state: string;
  tier: string | null;
  outside_league: boolean;
  score: number | null;
  low: number | null;
  high: number | null;
  due: number;
  in_time: number;
  marks: number;
  answers: number;
  sort_key: string;
  input: EntryInput;
  output: RatingResult;
}

type Looks = Omit<NewEntry, 'id' | 'deputy_id' | 'body_id' | 'faction_id' | 'region_code' | 'level' | 'input' | 'output'>;

/** Computes the rating from the appeals and marks as they are, and keeps each result as a snapshot that is never changed. */
export class RatingComputation {
  constructor(private readonly orm: Orm, private readonly clock: Clock, private readonly reference: Reference, private readonly vault: Vault) {}

  /** Every period whose figures still change. A period without a change leaves no new snapshot and no event. */
  async computeAll(): Promise<void> {
    const now = this.clock.now();
    await transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      await sql`select pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`.execute(db);
      const mandates = await readMandates(db, this.reference, now);
      const insiders = await readInsiders(db, this.vault);
      for (const period of currentPeriods(now)) await this.compute(em, period, now, mandates, insiders);
    });
  }

  private async compute(em: Em, period: Period, now: Date, mandates: readonly RatedMandate[], insiders: Insiders): Promise<void> {
    const db = rowsOf(em);
    const facts = await readFacts(db, period, now, mandates, insiders);
    if (period.key === ROLLING) await markCounted(db, period, facts);
    const digest = digestOf(period, mandates, facts);
    const latest = await db.selectFrom('rating_snapshot').where('period', '=', period.key).orderBy('computed_at', 'desc').orderBy('id', 'desc')
      .limit(1).select(['id', 'method']).executeTakeFirst();
    if ((latest?.method as Partial<SnapshotMethod> | undefined)?.digest === digest) return;
    const results = new Map(rate([...facts.values()].map((input) => input.rating)).map((result) => [result.mandateId, result]));
    const entries = mandates.map((mandate) => toEntry(mandate, facts.get(mandate.id)!, results.get(mandate.id)!));
    const changed = latest ? await changedSince(db, latest.id, entries) : null;
    const snapshotId = newId();
    await store(db, snapshotId, period, now, methodOf(digest, results), entries);
    await prune(db, period, now);
    if (changed?.length === 0) return;
    const mandateIds = changed && changed.length <= MAX_ANNOUNCED ? changed : null;
    await announce(em, { kind: 'rating.changed', snapshotId, period: period.key, mandateIds });
  }
}

/** Tells the marks' own pages what the rating of the last twelve months says of them; only where it says something new. */
async function markCounted(db: Db, period: Period, facts: ReadonlyMap<string, EntryInput>): Promise<void> {
  const reasons: Record<string, NotCountedReason> = {};
  for (const { notCounted } of facts.values()) Object.assign(reasons, notCounted);
  await sql`
    update feedback f set counted = j.reason is null, not_counted_reason = j.reason
    from (select g.id, r.value as reason from feedback g left join jsonb_each_text(${JSON.stringify(reasons)}::jsonb) r on r.key = g.id::text
      where g.given_on >= ${period.from}::date or r.key is not null) j
    where f.id = j.id and (f.counted is distinct from (j.reason is null) or f.not_counted_reason is distinct from j.reason)`.execute(db);
}

function digestOf(period: Period, mandates: readonly RatedMandate[], facts: ReadonlyMap<string, EntryInput>): string {
  const hash = createHash('sha256').update(JSON.stringify([FORMULA_VERSION, TEMPLATE_FROM, period.from, period.to]));
  for (const mandate of mandates) hash.update(JSON.stringify([mandate, facts.get(mandate.id)]));
  return hash.digest('hex');
}

function methodOf(digest: string, results: ReadonlyMap<string, RatingResult>): SnapshotMethod {
  const means = [...new Set([...results.values()].map((result) => result.level))].map((level) => {
    const of = [...results.values()].filter((result) => result.level === level);
    return [level, roundFigure(of.reduce((sum, result) => sum + result.levelMean, 0) / of.length)] as const;
  });
  return { formula: FORMULA, templateFrom: TEMPLATE_FROM, exclusions: EXCLUSIONS, levelMeans: Object.fromEntries(means), digest };
}

/** League A, B, C, then those with a mark, then «мало данных»; by name inside each. */
function sortKey(output: RatingResult, name: string): string {
  const rank = output.tier ? 'ABC'.indexOf(output.tier) : output.state === 'FEW_DATA' ? 4 : 3;
  return `${rank} ${name}`.slice(0, 255);
}

function toEntry(mandate: RatedMandate, input: EntryInput, output: RatingResult): NewEntry {
  // What must not be shown is not in the columns that lists read.
  const shown = output.state !== 'FEW_DATA';
  return {
    id: newId(), mandate_id: mandate.id, deputy_id: mandate.deputyId, body_id: mandate.bodyId, faction_id: mandate.factionId,
    region_code: mandate.regionCode, level: mandate.level, state: output.state, tier: output.tier, outside_league: mandate.outsideLeague,
    score: shown ? output.score : null, low: shown ? output.low : null, high: shown ? output.high : null,
    due: output.timeliness.n, in_time: output.timeliness.hits, marks: output.quality.n, answers: input.answers,
    sort_key: sortKey(output, mandate.name), input, output,
  };
}

/** Mandates whose entry looks different from the last snapshot's to whoever reads the page. */
async function changedSince(db: Db, snapshotId: string, entries: readonly NewEntry[]): Promise<string[]> {
  const { rows: before } = await sql<Looks>`
    select mandate_id, state, tier, score, low, high, due, in_time, marks, answers, sort_key, outside_league from rating_entry where snapshot_id = ${snapshotId}`.execute(db);
  const looks = (row: Looks): string => JSON.stringify([
    row.state, row.tier, shownScore(row.score), shownScore(row.low), shownScore(row.high), row.due, row.in_time, row.marks, row.answers,
    row.sort_key, row.outside_league,
  ]);
  const known = new Map(before.map((row) => [row.mandate_id, looks(row)]));
  return entries.filter((entry) => known.get(entry.mandate_id) !== looks(entry)).map((entry) => entry.mandate_id);
}

async function store(db: Db, id: string, { key, from, to }: Period, now: Date, method: SnapshotMethod, entries: readonly NewEntry[]): Promise<void> {
  await sql`insert into rating_snapshot (id, period, from_day, to_day, formula_version, computed_at, method)
    values (${id}, ${key}, ${from}, ${to}, ${FORMULA_VERSION}, ${now}, ${JSON.stringify(method)}::jsonb)`.execute(db);
  const columns = sql.raw('id, mandate_id, deputy_id, body_id, faction_id, region_code, level, state, tier, outside_league, score, low, high, due, in_time, marks, answers, sort_key, input, output');
  // One parameter for all rows: twenty for each would pass the protocol's limit.
  await sql`insert into rating_entry (snapshot_id, ${columns})
    select ${id}::uuid, ${columns} from json_to_recordset(${JSON.stringify(entries)}::json) as e(
      id uuid, mandate_id uuid, deputy_id uuid, body_id uuid, faction_id uuid, region_code text, level text, state text, tier text, outside_league boolean,
      score float8, low float8, high float8, due int, in_time int, marks int, answers int, sort_key text, input jsonb, output jsonb)`.execute(db);
}

/** Of each earlier day the last snapshot stays, of today the last and whatever somebody may still be reading. */
async function prune(db: Db, period: Period, now: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select id, computed_at, row_number() over (partition by (computed_at at time zone ${COUNTRY_TIME_ZONE})::date order by computed_at desc, id desc) as place
      from rating_snapshot where period = ${period.key}) s
    where place > 1 and computed_at < ${new Date(now.getTime() - KEEP_MS)}`.execute(db);
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.id);
  await db.deleteFrom('rating_entry').where('snapshot_id', 'in', ids).execute();
  await db.deleteFrom('rating_snapshot').where('id', 'in', ids).execute();
}
