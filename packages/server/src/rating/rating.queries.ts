import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import { DEPUTY_MANDATE_COLUMNS, DEPUTY_OWN_COLUMNS, searchable, type DeputyColumns } from '../deputies/index.js';
import type { FactionRow, Reference, RegionRow } from '../regions/index.js';
import type { Actor } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { decodeCursor, pageSize, toPage, type Page, type Position } from '../shared/cursor.js';
import type { EventOf } from '../shared/events.js';
import { badInput, notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import type { Locale } from '../shared/locale.js';
import { FORMULA, type PooledResult, type RatingResult, type RatingState, type Tier } from './formula.model.js';
import { pooledGroups, type GroupKind } from './groups.js';
import { currentPeriods, periodTitle, ROLLING, type Period } from './period.js';
import { shownScore, type SnapshotMethod } from './rating.model.js';
import { canExplain, seesBottom } from './rating.policy.js';
import { ENTRY_COLUMNS, toEntryRow, type EntryRow, type SelectedEntry } from './rating.rows.js';
import { entriesVisibleTo, territoryOf } from './rating.scope.js';
import { formulaText, LEAGUE_FROM } from './rating.texts.js';
import type { RatingFilter, RatingSort, RatingSortField } from './rating.inputs.js';

/** A snapshot, read for one viewer: the root of everything that a rating shows. */
export interface RatingRow {
  snapshotId: string;
  period: Period & { title: string };
  computedAt: Date;
  method: SnapshotMethod | null;
  filter: RatingFilter;
}

export interface GroupRow {
  id: string;
  name: string;
  due: number;
  marks: number;
  score: number | null;
  low: number | null;
  high: number | null;
  state: RatingState;
}

const MAX_VALUES = 100;
const MAX_SEARCH_WORDS = 5;
/** Whoever may not see the bottom must not read one deputy's score off a group of a few. */
const MIN_GROUP = 5;
/** An event of more entries than this is a signal to read the list again; so many are sent. */
const MAX_LIVE = 100;
const NO_SNAPSHOT = '00000000-0000-0000-0000-000000000000';

/** Ways of sorting; ties are ordered by the deputy, who stays the same from snapshot to snapshot. */
const SORTS: Record<RatingSortField | 'DEFAULT', { sql: RawBuilder<unknown>; type: RawBuilder<unknown>; of: (row: EntryRow) => string | number }> = {
  DEFAULT: { sql: sql`e.sort_key`, type: sql`text`, of: (row) => row.sortKey },
  NAME: { sql: sql`d.sort_name`, type: sql`text`, of: (row) => row.deputy.name },
  // The column in full precision: a cursor of the shown decimal would lose rows.
  SCORE: { sql: sql`coalesce(e.score, -1)`, type: sql`float8`, of: (row) => exactScore.get(row) ?? -1 },
  DUE: { sql: sql`e.due`, type: sql`int`, of: (row) => row.due },
};
const exactScore = new WeakMap<EntryRow, number>();

/** Reads of the rating within the walls of rating.policy. */
export class RatingQueries {
  constructor(
    private readonly db: Db, private readonly reference: Reference, private readonly actor: Actor,
    private readonly clock: Clock, private readonly locale: Locale,
  ) {}

  /** The last snapshot of the filter's period. @throws UNAUTHENTICATED; BAD_USER_INPUT PERIOD_UNKNOWN when the period was never rated */
  async rating(filter: RatingFilter): Promise<RatingRow> {
    staff(this.actor);
    const key = filter.period ?? ROLLING;
    const row = await this.db.selectFrom('rating_snapshot').where('period', '=', key).orderBy('computed_at', 'desc').orderBy('id', 'desc').limit(1)
      .selectAll().executeTakeFirst();
    if (row) {
      return {
        snapshotId: row.id, period: this.titled({ key, from: row.from_day, to: row.to_day }), computedAt: row.computed_at,
        method: row.method as unknown as SnapshotMethod, filter,
      };
    }
    if (key !== ROLLING) throw badInput('filter.period', 'PERIOD_UNKNOWN');
    // Before the first computation the page is empty, not broken.
    const now = this.clock.now();
    return { snapshotId: NO_SNAPSHOT, period: this.titled(currentPeriods(now)[0]!), computedAt: now, method: null, filter };
  }

  /** Periods that have a rating: the last twelve months, then quarters, newest first. */
  async periods(): Promise<RatingRow['period'][]> {
    const { rows } = await sql<Period>`
      select distinct on (period) period as key, from_day as from, to_day as to from rating_snapshot order by period, computed_at desc, id desc`.execute(this.db);
    const rank = (key: string): string => (key === ROLLING ? '9' : key);
    return rows.sort((a, b) => (rank(a.key) < rank(b.key) ? 1 : -1)).map((period) => this.titled(period));
  }

  /** A page of entries: one SQL statement, and a second one only when the total is asked for. */
  async entries(rating: RatingRow, sort: RatingSort | null | undefined, firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<EntryRow>> {
    const first = pageSize(firstAsked);
    const by = sort ? sort.field : 'DEFAULT';
    const direction = sort?.direction ?? 'ASC';
    const list = `rating:${rating.period.key}:${by}:${direction}`;
    const cursor = decodeCursor(list, after);
    const conditions = this.conditions(rating);
    const key = SORTS[by];
    const order = direction === 'ASC' ? 'asc' : 'desc';
    const page = this.base(conditions)
      .$if(cursor !== null, (q) => q.where(behind({ key: key.sql, type: key.type, id: sql`e.deputy_id`, direction }, cursor!)))
      .orderBy(key.sql, order).orderBy('e.deputy_id', order).limit(first + 1);
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? this.count(conditions) : 0]);
    const position = (row: EntryRow): Position => ({ key: key.of(row), id: row.deputyId });
    return toPage(list, rows.map((row) => this.toRow(row as Selected, rating)), first, position, total);
  }

  async summary(rating: RatingRow) {
    const rows = await this.from().where((eb) => eb.and(this.conditions(rating))).groupBy(['e.state', 'e.tier'])
      .select(['e.state', 'e.tier', sql<number>`count(*)::int`.as('count')]).execute();
    const count = (state: RatingState | null, tier: Tier | null = null): number =>
      rows.reduce((sum, row) => sum + ((state === null || row.state === state) && (tier === null || row.tier === tier) ? row.count : 0), 0);
    const { level, factionId } = rating.filter;
    const of = level ?? this.reference.bodies(this.locale).find((body) => body.factions.some((faction) => faction.id === factionId))?.level;
    return {
      deputies: count(null), fewData: count('FEW_DATA'), marked: count('MARKED'), league: count('LEAGUE'),
      tierA: count(null, 'A'), tierB: count(null, 'B'), tierC: count(null, 'C'), levelMean: of ? shownScore(rating.method?.levelMeans[of]) : null,
    };
  }

  async funnel(rating: RatingRow) {
    const rows = await this.from().where((eb) => eb.and(this.conditions(rating))).where('e.score', 'is not', null).orderBy('e.deputy_id')
      .select(['e.deputy_id as deputyId', 'd.sort_name as name', 'e.due', sql<number>`e.score`.as('score'), 'e.tier']).execute();
    return rows.map((row) => ({ ...row, score: shownScore(row.score), tier: row.tier ?? null }));
  }

  /** Factions or regions within the filter's places and the walls, by name. */
  async groups(rating: RatingRow, kind: GroupKind): Promise<GroupRow[]> {
    const column = kind === 'faction' ? sql<string>`e.faction_id` : sql<string>`e.region_code`;
    const [pooled, visible] = await Promise.all([
      pooledGroups(this.db, rating.snapshotId, kind, rating.filter.level ?? null),
      this.from().where((eb) => eb.and([...this.placeConditions(rating), territoryOf(this.actor)])).select(column.as('key')).distinct().execute(),
    ]);
    const keys = new Set(visible.map((row) => row.key));
    return pooled.filter((group) => keys.has(group.groupKey)).map((group) => this.toGroup(group, kind))
      .sort((a, b) => a.name.localeCompare(b.name, this.locale));
  }

  /** One deputy's entry with what the formula was given and said. @throws NOT_FOUND when there is none, or it is not the viewer's to see */
  async explained(deputyId: string, period: string | null | undefined) {
    const rating = await this.rating({ period: period ?? null });
    const id = asId(deputyId, 'deputyId');
    const row = await this.base([...this.placeConditions(rating), sql<SqlBool>`e.deputy_id = ${id}`, entriesVisibleTo(this.actor)]).executeTakeFirst();
    if (!row) throw notFound();
    const { output, input } = row as Selected;
    const entry = this.toRow(row as Selected, rating);
    const facts = { deputyId: entry.deputyId, bodyId: entry.body.id, regionCode: entry.regionCode, state: entry.state, aboveMean: (output as RatingResult).aboveMean };
    // A colleague of the same body is in the list, but the reasons are the colleague's own.
    if (!canExplain(this.actor, entry.body.id, facts)) throw notFound();
    return { rating, entry, input, output: output as RatingResult };
  }

  /** The entries that an event is about, within filter and walls. */
  async changed(event: EventOf<'rating.changed'>, filter: RatingFilter): Promise<EntryRow[]> {
    if (event.period !== (filter.period ?? ROLLING)) return [];
    const rating = await this.rating(filter);
    const conditions = this.conditions(rating);
    if (event.mandateIds) conditions.push(sql<SqlBool>`e.mandate_id = any(${event.mandateIds}::uuid[])`);
    const rows = await this.base(conditions).orderBy('e.sort_key').orderBy('e.deputy_id').limit(MAX_LIVE).execute();
    return rows.map((row) => this.toRow(row as Selected, rating));
  }

  /** The method of the figures in words. */
  formula(rating: RatingRow) {
    const { version, weights, minimumDue, minimumMarks } = rating.method?.formula ?? FORMULA;
    return { version, minDue: minimumDue, minMarks: minimumMarks, leagueFrom: LEAGUE_FROM, weights, text: formulaText(this.locale) };
  }

  private titled(period: Period): RatingRow['period'] {
    return { ...period, title: periodTitle(period, this.locale) };
  }

  private from() {
    return this.db.selectFrom('rating_entry as e').innerJoin('deputy as d', 'd.id', 'e.deputy_id');
  }

  /** With the mandate that was rated, whether or not it is still the current one. */
  private base(conditions: Expression<SqlBool>[]) {
    return this.from().innerJoin('mandate as m', 'm.id', 'e.mandate_id').leftJoin('district as x', 'x.id', 'm.district_id')
      .where((eb) => eb.and(conditions)).select(ENTRY_COLUMNS).select([...DEPUTY_OWN_COLUMNS, ...DEPUTY_MANDATE_COLUMNS]);
  }

  private async count(conditions: Expression<SqlBool>[]): Promise<number> {
    const row = await this.from().where((eb) => eb.and(conditions)).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
    return row.count;
  }

  /** Snapshot and places: what groups are chosen by too. */
  private placeConditions({ snapshotId, filter }: RatingRow): Expression<SqlBool>[] {
    const where: Expression<SqlBool>[] = [sql<SqlBool>`e.snapshot_id = ${snapshotId}`];
    if (filter.regionCode) {
      if (filter.regionCode.length > MAX_VALUES) throw badInput('filter.regionCode', 'FILTER_TOO_LONG', { max: MAX_VALUES });
      where.push(sql<SqlBool>`e.region_code = any(${filter.regionCode})`);
    }
    if (filter.level) where.push(sql<SqlBool>`e.level = ${filter.level}`);
    if (filter.factionId) where.push(sql<SqlBool>`e.faction_id = ${asId(filter.factionId, 'filter.factionId')}`);
    return where;
  }

  private conditions(rating: RatingRow): Expression<SqlBool>[] {
    const { filter } = rating;
    const where = [...this.placeConditions(rating), entriesVisibleTo(this.actor)];
    if (filter.tier) where.push(sql<SqlBool>`e.tier = any(${filter.tier})`);
    if (filter.state) where.push(sql<SqlBool>`e.state = any(${filter.state})`);
    for (const word of searchable(filter.search ?? '').split(' ').filter(Boolean).slice(0, MAX_SEARCH_WORDS)) {
      where.push(sql<SqlBool>`(' ' || d.search_name) like ${`% ${word}%`}`);
    }
    return where;
  }

  private toRow(row: Selected, rating: RatingRow): EntryRow {
    const entry = toEntryRow(row, rating.period.key, this.reference, this.locale);
    exactScore.set(entry, row.score ?? -1);
    return entry;
  }

  private toGroup(group: PooledResult, kind: GroupKind): GroupRow {
    const mayTell = group.state !== 'FEW_DATA' && (seesBottom(this.actor) || group.mandates >= MIN_GROUP);
    return {
      id: group.groupKey, name: this.groupName(group.groupKey, kind), due: group.timeliness.n, marks: group.quality.n,
      score: mayTell ? shownScore(group.score) : null, low: mayTell ? shownScore(group.low) : null, high: mayTell ? shownScore(group.high) : null,
      state: group.state,
    };
  }

  private groupName(key: string, kind: GroupKind): string {
    if (kind === 'region') return (this.reference.region(key, this.locale) as RegionRow).name;
    const body = this.reference.bodies(this.locale).find(({ factions }) => factions.some(({ id }) => id === key));
    const faction = this.reference.faction(key, this.locale) as FactionRow;
    return body ? `${faction.name}, ${body.name}` : faction.name;
  }
}

type Selected = SelectedEntry & DeputyColumns;
