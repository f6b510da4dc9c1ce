import type DataLoader from 'dataloader';
import { sql, type Expression, type SqlBool } from 'kysely';
import { visibleTo, type TrackedFeedback } from '../appeals/index.js';
import { behind } from '../db/keyset.js';
import { rowsFor } from '../db/acting.js';
import { appealByFeedbackLink } from '../db/lookups.js';
import type { Db, Orm } from '../db/orm.js';
import { isDeputySide, type Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { badInput, notFound } from '../shared/failures.js';
import { asId, hashOf } from '../shared/ids.js';
import { batchByOwner } from '../shared/loader.js';
import type { Locale } from '../shared/locale.js';
import type { CommentState, FeedbackResult } from './feedback.entity.js';
import type { FeedbackFilter, FeedbackSort } from './feedback.inputs.js';
import { notCountedText } from './feedback.texts.js';
import type { FeedbackInvitationType } from './feedback.type.js';

/** A mark as the API shows it; appeal and deputy come through their loaders. */
export interface FeedbackRow {
  id: string;
  appealId: string;
  deputyId: string;
  regionCode: string;
  quality: number;
  prompt: boolean | null;
  personal: number | null;
  result: FeedbackResult | null;
  comment: string | null;
  commentState: CommentState;
  givenAt: Date;
  counted: boolean;
  notCountedReason: string | null;
  notCountedText: string | null;
}

const COLUMNS = [
  'f.id', 'f.appeal_id as appealId', 'f.deputy_id as deputyId', 'f.region_code as regionCode', 'f.quality', 'f.prompt', 'f.personal', 'f.result',
  'f.comment', 'f.comment_state as commentState', 'f.given_at as givenAt', 'f.counted', 'f.not_counted_reason as notCountedReason',
] as const;

/** Reads of feedback within the walls of its appeals. */
export class FeedbackQueries {
  readonly ofAppeal: DataLoader<string, FeedbackRow[]>;

  private readonly db: Db;

  constructor(private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock, private readonly locale: Locale) {
    this.db = rowsFor(orm, actor);
    this.ofAppeal = batchByOwner(async (ids) => {
      const rows = await this.base().where('f.appeal_id', 'in', [...ids]).orderBy('f.given_at').execute();
      return rows.map((row) => this.toRow(row));
    }, (row) => row.appealId);
  }

  async list(filter: FeedbackFilter | null | undefined, sort: FeedbackSort | null | undefined, firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<FeedbackRow>> {
    const first = pageSize(firstAsked);
    const { field, direction } = sort ?? { field: 'GIVEN_AT', direction: 'DESC' };
    const list = `feedback:${field}:${direction}`;
    const cursor = decodeCursor(list, after);
    const conditions = this.conditions(filter);
    const key = field === 'GIVEN_AT' ? sql`f.given_at` : sql`f.quality`;
    const type = field === 'GIVEN_AT' ? sql`timestamptz` : sql`int`;
    const order = direction === 'ASC' ? 'asc' : 'desc';
    const page = this.base().where((eb) => eb.and(conditions))
      .$if(cursor !== null, (q) => q.where(behind({ key, type, id: sql`f.id`, direction }, cursor!)))
      .orderBy(key, order).orderBy('f.id', order).limit(first + 1);
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? this.count(conditions) : 0]);
    return toPage(list, rows.map((row) => this.toRow(row)), first, (row) => ({ key: field === 'GIVEN_AT' ? row.givenAt.toISOString() : row.quality, id: row.id }), total);
  }

  async find(id: string, filter?: FeedbackFilter | null): Promise<FeedbackRow | null> {
    const row = await this.base().where('f.id', '=', id).where((eb) => eb.and(this.conditions(filter))).executeTakeFirst();
    return row ? this.toRow(row) : null;
  }

  /** The mark of an appeal's last answer, as its applicant gave it; the caller has proved the right to see it. */
  async lastOf(appealId: string): Promise<TrackedFeedback | null> {
    const row = await rowsFor(this.orm, { kind: 'APPLICANT', appealId }).selectFrom('feedback as f').innerJoin('message as m', 'm.id', 'f.answer_id').where('f.appeal_id', '=', appealId)
      .orderBy('m.created_at', 'desc').limit(1).select(['f.quality', 'f.prompt', 'f.personal', 'f.result', 'f.comment', 'f.given_at as givenAt']).executeTakeFirst();
    return row ? { ...row, prompt: row.prompt ?? null, personal: row.personal ?? null, result: row.result ?? null, comment: row.comment ?? null } : null;
  }

  /** What a link from the mail is about. @throws BAD_USER_INPUT when it is unknown, used or expired */
  async invitation(token: string): Promise<FeedbackInvitationType> {
    const appealId = await appealByFeedbackLink(this.orm, hashOf(token));
    if (appealId === null) throw badInput('token', 'FEEDBACK_LINK_UNKNOWN');
    const row = await rowsFor(this.orm, { kind: 'APPLICANT', appealId }).selectFrom('feedback_link as l').innerJoin('message as m', 'm.id', 'l.answer_id').innerJoin('appeal as a', 'a.id', 'm.appeal_id')
      .leftJoin('deputy as d', 'd.id', 'm.deputy_id').where('l.token_hash', '=', hashOf(token))
      .select(['a.number', 'a.subject', 'm.text', 'm.created_at', 'd.sort_name', 'l.valid_until', 'l.used_at']).executeTakeFirst();
    if (!row) throw badInput('token', 'FEEDBACK_LINK_UNKNOWN');
    if (row.used_at) throw badInput('token', 'FEEDBACK_LINK_USED');
    if (row.valid_until < this.clock.now()) throw badInput('token', 'FEEDBACK_LINK_EXPIRED');
    return { appealNumber: row.number, subject: row.subject, answerText: row.text, answeredAt: row.created_at, deputyName: row.sort_name ?? '', validUntil: row.valid_until };
  }

  async get(id: string): Promise<FeedbackRow> {
    const row = await this.find(id);
    if (!row) throw notFound();
    return row;
  }

  private base() {
    return this.db.selectFrom('feedback as f').innerJoin('appeal as a', 'a.id', 'f.appeal_id').where(() => visibleTo(this.actor)).select(COLUMNS);
  }

  private async count(conditions: Expression<SqlBool>[]): Promise<number> {
    const row = await this.db.selectFrom('feedback as f').innerJoin('appeal as a', 'a.id', 'f.appeal_id').where(() => visibleTo(this.actor))
      .where((eb) => eb.and(conditions)).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    return Number(row.count);
  }

  private conditions(filter: FeedbackFilter | null | undefined): Expression<SqlBool>[] {
    const where: Expression<SqlBool>[] = [];
    if (!filter) return where;
    if (filter.regionCode) where.push(sql<SqlBool>`f.region_code = any(${filter.regionCode})`);
    if (filter.deputyId) where.push(sql<SqlBool>`f.deputy_id = ${asId(filter.deputyId, 'filter.deputyId')}`);
    if (filter.appealId) where.push(sql<SqlBool>`f.appeal_id = ${asId(filter.appealId, 'filter.appealId')}`);
    if (filter.quality) where.push(sql<SqlBool>`f.quality = any(${filter.quality}::int[])`);
    if (filter.result) where.push(sql<SqlBool>`f.result = any(${filter.result})`);
    // A deputy must not learn by a filter that a hidden comment exists.
    if (filter.commentState) where.push(this.seesAllComments() ? sql<SqlBool>`f.comment_state = any(${filter.commentState})` : sql<SqlBool>`(f.comment_state = 'SHOWN' and 'SHOWN' = any(${filter.commentState}))`);
    if (filter.givenFrom) where.push(sql<SqlBool>`f.given_on >= ${filter.givenFrom}::date`);
    if (filter.givenTo) where.push(sql<SqlBool>`f.given_on <= ${filter.givenTo}::date`);
    return where;
  }

  private seesAllComments(): boolean {
    return this.actor.kind === 'STAFF' && !isDeputySide(this.actor);
  }

  private toRow(row: Omit<FeedbackRow, 'notCountedText' | 'prompt' | 'personal' | 'result' | 'comment' | 'notCountedReason'> & { prompt?: boolean | null; personal?: number | null; result?: FeedbackResult | null; comment?: string | null; notCountedReason?: string | null }): FeedbackRow {
    const shown = this.seesAllComments() || row.commentState === 'SHOWN';
    return {
      ...row, prompt: row.prompt ?? null, personal: row.personal ?? null, result: row.result ?? null,
      comment: shown ? row.comment ?? null : null, commentState: shown ? row.commentState : 'NONE',
      notCountedReason: row.notCountedReason ?? null, notCountedText: notCountedText(row.notCountedReason ?? null, this.locale),
    };
  }
}
