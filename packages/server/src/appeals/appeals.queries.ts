import DataLoader from 'dataloader';
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import { DEPUTY_MANDATE_COLUMNS, DEPUTY_OWN_COLUMNS, toDeputy, type DeputyColumns, type DeputyRow } from '../deputies/index.js';
import type { Reference, RegionRow, TopicRow } from '../regions/index.js';
import { foundWords, type Found, type Fragment } from '../search/index.js';
import type { Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { decodeCursor, pageSize, toPage, type Page, type Position } from '../shared/cursor.js';
import { daysBetween, localDay, type Day } from '../shared/day.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { batchById } from '../shared/loader.js';
import type { Locale } from '../shared/locale.js';
import type { Vault } from '../shared/vault.js';
import { AT_RISK_DAYS, conditionsOf } from './appeals.filter.js';
import { AppealsSearch, MAX_COUNTED, type SearchReading } from './appeals.search.js';
import { visibleTo } from './appeals.scope.js';
import { isRunning, type AppealKind, type AppealStatus, type Channel, type Identity, type RejectReason } from './appeal.lifecycle.js';
import type { AppealFilter, AppealSort, AppealSortField } from './appeal.inputs.js';
import type { DeadlineRules } from './deadline-rules.js';
import type { DeadlineState } from './appeal.type.js';

/** An appeal as the API shows it, with what policies and the deadline need beside it. */
export interface AppealRow {
  id: string;
  number: string;
  status: AppealStatus;
  kind: AppealKind;
  collective: boolean;
  urgent: boolean;
  identity: Identity;
  channel: Channel;
  subject: string;
  text: string;
  applicantName: string;
  submittedAt: Date;
  registeredAt: Date | null;
  registeredOn: Day | null;
  dueOn: Day | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  anonymisedAt: Date | null;
  changedAt: Date;
  registerBy: Day;
  clarifyBy: Day | null;
  deadlineState: DeadlineState | null;
  daysLeft: number | null;
  region: RegionRow;
  topic: TopicRow | null;
  deputy: DeputyRow | null;
  rejectReason: RejectReason | null;
  version: number;
  regionCode: string;
  deputyId: string | null;
  forwardedOutside: boolean;
  forwardedToId: string | null;
  forwardedBody: string | null;
  reopenedOn: Day | null;
  aboutDeputyId: string | null;
  firstReactionAt: Date | null;
  emailFailedAt: Date | null;
  policyId: string;
  pausedDays: number;
  extensionDays: number;
}

/** What the walls, the sort keys and the fields made in code need of every row. */
const ALWAYS = [
  'a.id', 'a.status', 'a.region_code as regionCode', 'a.deputy_id as deputyId', 'a.registered_on as registeredOn', 'a.due_on as dueOn',
  'a.forwarded_outside as forwardedOutside', 'a.forwarded_to_id as forwardedToId', 'a.submitted_at as submittedAt', 'a.changed_at as changedAt', 'a.topic_code as topicCode',
] as const;

/** What is read only for an operation that asks for it: a letter is a hundred times a number. */
const ON_DEMAND = {
  number: ['a.number'], kind: ['a.kind'], collective: ['a.collective'], urgent: ['a.urgent'], identity: ['a.identity'], channel: ['a.channel'], subject: ['a.subject'], text: ['a.text'],
  registeredAt: ['a.registered_at as registeredAt'], answeredAt: ['a.answered_at as answeredAt'], closedAt: ['a.closed_at as closedAt'], anonymisedAt: ['a.anonymised_at as anonymisedAt'],
  registerBy: ['a.register_by as registerBy'], clarifyBy: ['a.clarify_by as clarifyBy'], rejectReason: ['a.reject_reason as rejectReason'], version: ['a.version'],
  deadline: ['a.policy_id as policyId', 'a.paused_days as pausedDays', 'a.extension_days as extensionDays', 'a.reopened_on as reopenedOn'],
  firstReaction: ['a.policy_id as policyId', 'a.first_reaction_at as firstReactionAt'],
  maxExtensionDays: ['a.policy_id as policyId', 'a.extension_days as extensionDays'],
  forwardedBody: ['a.forwarded_body as forwardedBody'], aboutDeputy: ['a.about_deputy_id as aboutDeputyId'],
} as const;
type OnDemand = keyof typeof ON_DEMAND;
/** A row is typed as if it had every column: GraphQL asks only for those that were read. */
type Column = (typeof ALWAYS)[number] | (typeof ON_DEMAND)[OnDemand][number];
const EVERY_FIELD: ReadonlySet<string> = new Set([...Object.keys(ON_DEMAND), 'applicantName', 'emailFailedAt', 'deputy', 'deputy.mandate']);

/** An urgent appeal stands where one would that came so much earlier or, among the newest first, so much later: a hundred years in hours, which no change of clocks moves. */
const AHEAD_HOURS = 876_600;
const ahead = (direction: 'ASC' | 'DESC'): number => (direction === 'ASC' ? -AHEAD_HOURS : AHEAD_HOURS);

type KeyField = Exclude<AppealSortField, 'RELEVANCE'>;

interface SortKey {
  sql: (direction: 'ASC' | 'DESC') => RawBuilder<unknown>;
  type: RawBuilder<unknown>;
  of: (row: AppealRow, direction: 'ASC' | 'DESC') => string | null;
  /** Columns that the key is made of, beside those that are always read. */
  fields?: readonly OnDemand[];
}

const SORT_KEYS: Record<KeyField, SortKey> = {
  SUBMITTED_AT: { sql: () => sql`a.submitted_at`, type: sql`timestamptz`, of: (row) => row.submittedAt.toISOString() },
  DUE_ON: { sql: () => sql`a.due_on`, type: sql`date`, of: (row) => row.dueOn },
  CHANGED_AT: { sql: () => sql`a.changed_at`, type: sql`timestamptz`, of: (row) => row.changedAt.toISOString() },
  URGENCY: {
    sql: (direction) => sql`(a.submitted_at + case when a.urgent then ${ahead(direction)}::int * interval '1 hour' else interval '0' end)`, type: sql`timestamptz`, fields: ['urgent'],
    of: (row, direction) => new Date(row.submittedAt.getTime() + (row.urgent ? ahead(direction) * 3_600_000 : 0)).toISOString(),
  },
};


const NEWEST = { field: 'SUBMITTED_AT', direction: 'DESC' } as const;
/** What waits for a moderator: what endangers lives first, then whoever waits longest. */
const QUEUE = { field: 'URGENCY', direction: 'ASC' } as const;

/** How a list is sorted by a column: what is by relevance where nothing was looked for has the newest first. */
type KeySort = { field: KeyField; direction: 'ASC' | 'DESC' };
const keyOf = ({ field, direction }: AppealSort): KeySort => (field === 'RELEVANCE' ? NEWEST : { field, direction });
const positionIn = ({ field, direction }: KeySort) => (row: AppealRow): Position => ({ key: SORT_KEYS[field].of(row, direction), id: row.id });

/** A page of appeals, and how the words that were looked for were read; null where none were. */
export interface AppealsPage extends Page<AppealRow> {
  search: SearchReading | null;
}
const BY_RELEVANCE = 'appeals:RELEVANCE';

/** Reads of appeals inside the actor's walls: typed rows, never entities. */
export class AppealsQueries {
  readonly byId: DataLoader<string, AppealRow | null>;
  private readonly todays = new Map<string, Day>();
  private readonly words: AppealsSearch;
  private readonly fragmentsOf = new Map<string, DataLoader<string, readonly Fragment[]>>();

  constructor(
    private readonly db: Db, private readonly reference: Reference, private readonly actor: Actor,
    private readonly clock: Clock, private readonly locale: Locale, private readonly vault: Vault, private readonly rules: DeadlineRules,
  ) {
    this.words = new AppealsSearch(db, clock, reference, (code) => this.todayIn(code));
    this.byId = batchById(async (ids) => {
      const rows = await this.reading(EVERY_FIELD).where('a.id', 'in', [...ids]).where(() => visibleTo(this.actor)).execute();
      return rows.map((row) => this.toRow(row as SelectedAppeal));
    });
  }

  /** One appeal, or NOT_FOUND, which is also said of what lies beyond the actor's walls. */
  async get(id: string): Promise<AppealRow> {
    const row = await this.byId.load(asId(id));
    if (!row) throw notFound();
    return row;
  }

  /** The appeal after a change; the loader may still hold what was read before it. */
  async fresh(id: string): Promise<AppealRow> {
    this.byId.clear(id);
    return this.get(id);
  }

  /**
   * A page of the list. One SQL statement, and a second one only when the total is asked for; words cost those of the search besides.
   * Without a sort, what was looked for comes the best first and everything else the newest first.
   */
  async list(
    filter: AppealFilter | null | undefined, sort: AppealSort | null | undefined, firstAsked: number | null, after: string | null | undefined,
    wants: { total: boolean; fields: ReadonlySet<string> },
  ): Promise<AppealsPage> {
    const first = pageSize(firstAsked);
    if (sort && sort.field !== 'RELEVANCE') return this.sorted(filter, keyOf(sort), first, after, wants);
    const found = await this.words.of(filter);
    if (found && found.number === null) return this.byRelevance(found, filter!, first, after, wants);
    return this.sorted(filter, filter?.awaitingModeration && !sort ? QUEUE : NEWEST, first, after, wants);
  }

  /**
   * Everything that the list would show, in its order, page by page: no connection is held while somebody reads slowly. Each page is
   * as the appeals are when it is read.
   */
  async *pages(filter: AppealFilter | null | undefined, sort: AppealSort, fields: ReadonlySet<string>, size: number): AsyncGenerator<AppealRow[]> {
    const found = sort.field === 'RELEVANCE' ? await this.words.of(filter) : null;
    // Of more than can be ranked everything is given, the newest first.
    if (found && found.number === null && found.understood?.whole) {
      const { best } = found.understood;
      for (let at = 0; at < best.length; at += size) yield this.these(best.slice(at, at + size), filter, fields);
      return;
    }
    const order = keyOf(sort);
    for (let last: Position | null = null; ;) {
      const rows: AppealRow[] = await this.behind(last, filter, order, fields, size);
      const end = rows.at(-1);
      if (end) yield rows;
      if (!end || rows.length < size) return;
      last = positionIn(order)(end);
    }
  }

  /** How many an export of the list has: all that `pages` gives. */
  async count(filter: AppealFilter | null | undefined, field: AppealSortField): Promise<number> {
    const found = field === 'RELEVANCE' ? await this.words.of(filter) : null;
    if (found && found.number === null && found.understood?.whole && this.words.knows(filter!)) return found.understood.best.length;
    return this.countAll(filter, field);
  }

  /** The total of a list; of what words find up to MAX_COUNTED. */
  private async total(filter: AppealFilter | null | undefined, ranked: boolean): Promise<number> {
    const found = await this.words.of(filter);
    return found && found.number === null && this.words.knows(filter!) ? this.words.count(found, filter!, ranked) : this.countAll(filter);
  }

  private async countAll(filter: AppealFilter | null | undefined, field?: AppealSortField): Promise<number> {
    const conditions = await this.conditions(filter, { field });
    const row = await this.db.selectFrom('appeal as a').where((eb) => eb.and(conditions))
      .select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    return Number(row.count);
  }

  /** Whether one appeal lies within the walls and passes the filter: what a subscription asks of each event. */
  async find(id: string, filter: AppealFilter | null | undefined): Promise<AppealRow | null> {
    const conditions = await this.conditions(filter, { id });
    const row = await this.reading(EVERY_FIELD).where('a.id', '=', id).where((eb) => eb.and(conditions)).executeTakeFirst();
    return row ? this.toRow(row as SelectedAppeal) : null;
  }

  /** Passages of an appeal within the walls with what a line of the search box looks for; of a whole page in one statement. */
  async fragments(id: string, line: string): Promise<readonly Fragment[]> {
    let loader = this.fragmentsOf.get(line);
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const understood = await this.words.understoodOf(line);
        const found = understood ? await foundWords(this.db, ids, understood) : new Map<string, Fragment[]>();
        return ids.map((one) => found.get(one) ?? []);
      });
      this.fragmentsOf.set(line, loader);
    }
    return loader.load(id);
  }

  private async sorted(
    filter: AppealFilter | null | undefined, sort: KeySort, first: number, after: string | null | undefined, wants: { total: boolean; fields: ReadonlySet<string> },
  ): Promise<AppealsPage> {
    const list = `appeals:${sort.field}:${sort.direction}`;
    const cursor = decodeCursor(list, after);
    const [rows, total] = await Promise.all([this.behind(cursor, filter, sort, wants.fields, first + 1), wants.total ? this.total(filter, false) : 0]);
    return { ...toPage(list, rows, first, positionIn(sort), total), search: readingOf(await this.words.of(filter)) };
  }

  private async behind(last: Position | null, filter: AppealFilter | null | undefined, { field, direction }: KeySort, wanted: ReadonlySet<string>, limit: number): Promise<AppealRow[]> {
    const conditions = await this.conditions(filter, { field });
    const key = SORT_KEYS[field];
    const order = direction === 'ASC' ? 'asc' : 'desc';
    if (last) conditions.push(behind({ key: key.sql(direction), type: key.type, id: sql`a.id`, direction }, last));
    const fields = key.fields ? new Set([...wanted, ...key.fields]) : wanted;
    const rows = await this.reading(fields).where((eb) => eb.and(conditions)).orderBy(key.sql(direction), order).orderBy('a.id', order).limit(limit).execute();
    return rows.map((row) => this.toRow(row as SelectedAppeal));
  }

  /** The best first; a cursor says which one was the last, and its place in case that one is gone. */
  private async byRelevance(
    found: Found & { number: null }, filter: AppealFilter, first: number, after: string | null | undefined, wants: { total: boolean; fields: ReadonlySet<string> },
  ): Promise<AppealsPage> {
    const cursor = decodeCursor(BY_RELEVANCE, after);
    const best = found.understood?.best ?? [];
    const last = cursor ? best.indexOf(cursor.id) : -1;
    const start = cursor ? (last === -1 ? Math.max(0, Number(cursor.key) || 0) : last + 1) : 0;
    const ids = best.slice(start, start + first + 1);
    const [rows, total] = await Promise.all([this.these(ids, filter, wants.fields), wants.total ? this.total(filter, true) : 0]);
    const places = new Map(ids.map((id, at) => [id, start + at + 1]));
    return {
      ...toPage(BY_RELEVANCE, rows, first, (row) => ({ key: places.get(row.id)!, id: row.id }), total),
      search: readingOf(found),
    };
  }

  /** Appeals by their ids, in the order of these, as far as they are within walls and filter. */
  async these(ids: readonly string[], filter: AppealFilter | null | undefined, fields: ReadonlySet<string>): Promise<AppealRow[]> {
    if (ids.length === 0) return [];
    const conditions = [visibleTo(this.actor), ...conditionsOf(filter, (code) => this.todayIn(code), this.reference, this.rules)];
    const read = await this.reading(fields).where('a.id', 'in', [...ids]).where((eb) => eb.and(conditions)).execute();
    const rows = new Map(read.map((row) => [row.id, this.toRow(row as SelectedAppeal)]));
    return ids.map((id) => rows.get(id)).filter((row) => row !== undefined);
  }

  /** Today in a region, once per request: a formatter call for each row would cost more than the row. */
  todayIn(regionCode: string): Day {
    const timeZone = this.reference.timeZone(regionCode);
    let today = this.todays.get(timeZone);
    if (!today) this.todays.set(timeZone, (today = localDay(this.clock.now(), timeZone)));
    return today;
  }

  private async conditions(filter: AppealFilter | null | undefined, { field, id }: { field?: AppealSortField | undefined; id?: string } = {}): Promise<Expression<SqlBool>[]> {
    const found = await this.words.of(filter, id);
    const conditions = [visibleTo(this.actor), ...conditionsOf(filter, (code) => this.todayIn(code), this.reference, this.rules), ...(found ? [this.words.condition(found, filter!, id)] : [])];
    if (field === 'URGENCY') conditions.push(sql<SqlBool>`a.status = 'SUBMITTED'`);
    if (field === 'DUE_ON') conditions.push(sql<SqlBool>`a.due_on is not null`);
    return conditions;
  }

  /** Appeals with the columns and joins that these fields need. */
  private reading(fields: ReadonlySet<string>) {
    const columns: Column[] = (Object.keys(ON_DEMAND) as OnDemand[]).flatMap((field) => (fields.has(field) ? [...ON_DEMAND[field]] : []));
    return this.db.selectFrom('appeal as a').select([...ALWAYS, ...columns])
      .$if(fields.has('applicantName') || fields.has('emailFailedAt'), (q) => q.innerJoin('applicant as p', 'p.id', 'a.applicant_id').select(['p.name as applicantName', 'p.email_failed_at as emailFailedAt']))
      .$if(fields.has('deputy'), (q) => q.leftJoin('deputy as d', 'd.id', 'a.deputy_id').select(DEPUTY_OWN_COLUMNS))
      .$if(fields.has('deputy') && fields.has('deputy.mandate'), (q) => q
        .leftJoin('mandate as m', (join) => join.onRef('m.deputy_id', '=', 'a.deputy_id').on('m.is_current', '=', true))
        .leftJoin('district as x', 'x.id', 'm.district_id')
        .select(DEPUTY_MANDATE_COLUMNS));
  }

  private toRow(row: SelectedAppeal): AppealRow {
    const regionCode = row.regionCode;
    const daysLeft = row.dueOn && isRunning(row.status, row.forwardedOutside) ? daysBetween(this.todayIn(regionCode), row.dueOn!) : null;
    return {
      ...row,
      // Read, and opened, only for an operation that asks for it.
      ...(row.applicantName ? { applicantName: this.vault.open('applicant.name', row.applicantName) } : {}),
      registeredAt: row.registeredAt ?? null, registeredOn: row.registeredOn ?? null, dueOn: row.dueOn ?? null,
      answeredAt: row.answeredAt ?? null, closedAt: row.closedAt ?? null, anonymisedAt: row.anonymisedAt ?? null, clarifyBy: row.clarifyBy ?? null,
      rejectReason: row.rejectReason ?? null, deputyId: row.deputyId ?? null, forwardedToId: row.forwardedToId ?? null,
      forwardedBody: row.forwardedBody ?? null, reopenedOn: row.reopenedOn ?? null, aboutDeputyId: row.aboutDeputyId ?? null, firstReactionAt: row.firstReactionAt ?? null, emailFailedAt: row.emailFailedAt ?? null,
      daysLeft,
      deadlineState: daysLeft === null ? null : daysLeft < 0 ? 'LATE' : daysLeft === 0 ? 'TODAY' : daysLeft <= AT_RISK_DAYS ? 'AT_RISK' : 'IN_TIME',
      region: this.reference.region(regionCode, this.locale)!,
      topic: row.topicCode ? this.reference.topic(row.topicCode, this.locale) ?? null : null,
      deputy: row.deputyName ? toDeputy(row as DeputyColumns, this.reference, this.locale) : null,
    };
  }
}

const readingOf = (found: Found | null): SearchReading | null =>
  (found && found.number === null ? { exact: found.understood?.exact ?? 0, taken: found.understood?.taken ?? [], countedUpTo: MAX_COUNTED } : null);

type SelectedAppeal = Omit<AppealRow, 'daysLeft' | 'deadlineState' | 'region' | 'topic' | 'deputy' | 'registeredAt' | 'registeredOn' | 'dueOn'
  | 'answeredAt' | 'closedAt' | 'anonymisedAt' | 'clarifyBy' | 'rejectReason' | 'deputyId' | 'forwardedToId' | 'forwardedBody' | 'reopenedOn' | 'aboutDeputyId' | 'firstReactionAt' | 'emailFailedAt'> & Partial<{ [K in keyof DeputyColumns]: DeputyColumns[K] | null }> & {
  registeredAt?: Date | null; registeredOn?: Day | null; dueOn?: Day | null; answeredAt?: Date | null; closedAt?: Date | null; anonymisedAt?: Date | null; clarifyBy?: Day | null;
  rejectReason?: RejectReason | null; deputyId?: string | null; topicCode?: string | null;
  forwardedToId?: string | null; forwardedBody?: string | null; reopenedOn?: Day | null; aboutDeputyId?: string | null; firstReactionAt?: Date | null; emailFailedAt?: Date | null;
};
