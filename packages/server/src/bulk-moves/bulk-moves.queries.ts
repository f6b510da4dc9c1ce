import DataLoader from 'dataloader';
import { sql, type Expression, type SqlBool } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { batchByOwner } from '../shared/loader.js';
import type { Acceptance, BulkMoveName, BulkState, KeptRefusal, Outcome } from './bulk-move.moves.js';

/** A bulk move as the API shows it. */
export interface BulkMoveRow {
  id: string;
  move: BulkMoveName;
  state: BulkState;
  byName: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  undoableUntil: Date | null;
}

/** One of its appeals. */
export interface BulkMoveItemRow {
  appealId: string;
  position: number;
  outcome: Outcome;
  acceptance: Acceptance | null;
  refusals: readonly KeptRefusal[];
  at: Date | null;
}

export type Counts = Record<Lowercase<Outcome> | 'total', number>;

const LIST = 'bulk-moves';
/** Reasons that are told apart. */
const MAX_REASONS = 50;

/** Reads of bulk moves inside the actor's walls: one's own; an administrator reads all. */
export class BulkMovesQueries {
  readonly counts: DataLoader<string, Counts>;
  readonly reasons: DataLoader<string, { id: string; refusal: KeptRefusal; count: number }[]>;

  constructor(private readonly db: Db, private readonly actor: Actor, private readonly clock: Clock) {
    this.counts = new DataLoader(async (ids) => {
      const rows = await this.db.selectFrom('bulk_move_item').where('bulk_move_id', 'in', [...ids]).groupBy(['bulk_move_id', 'outcome'])
        .select(['bulk_move_id', 'outcome', sql<number>`count(*)::int`.as('count')]).execute();
      return ids.map((id) => {
        const counts: Counts = { total: 0, ready: 0, done: 0, refused: 0, left: 0, undone: 0 };
        for (const { outcome, count } of rows.filter((row) => row.bulk_move_id === id)) {
          counts[outcome.toLowerCase() as Lowercase<Outcome>] = count;
          counts.total += count;
        }
        return counts;
      });
    });
    this.reasons = batchByOwner(async (ids) => {
      const { rows } = await sql<{ id: string; refusal: KeptRefusal; count: number }>`
        select id, refusal, count from (
          select bulk_move_id as id, refusals -> 0 as refusal, count(*)::int as count, row_number() over (partition by bulk_move_id order by count(*) desc, refusals -> 0) as place
          from bulk_move_item where bulk_move_id = any(${[...ids]}::uuid[]) and refusals is not null group by bulk_move_id, refusals -> 0) grouped
        where place <= ${MAX_REASONS} order by id, place`.execute(this.db);
      return rows;
    }, ({ id }) => id);
  }

  /** One of them, or NOT_FOUND, which is also said of what is another's. */
  async get(id: string): Promise<BulkMoveRow> {
    const row = await this.reading().where('id', '=', asId(id)).executeTakeFirst();
    if (!row) throw notFound();
    return this.toRow(row);
  }

  /** Those of the viewer, the newest first; previews that were never started are left out. */
  async list(firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<BulkMoveRow>> {
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(LIST, after);
    const started = sql<SqlBool>`state <> 'PREVIEW'`;
    const rows = await this.reading().where(started)
      .$if(cursor !== null, (query) => query.where(behind({ key: sql`created_at`, type: sql`timestamptz`, id: sql`id`, direction: 'DESC' }, cursor!)))
      .orderBy('created_at', 'desc').orderBy('id', 'desc').limit(first + 1).execute();
    const total = wantsTotal ? await this.db.selectFrom('bulk_move').where(this.theirs()).where(started).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow() : { count: 0 };
    return toPage(LIST, rows.map((row) => this.toRow(row)), first, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }), total.count);
  }

  /** Its appeals in the order of the choice; who sees the whole sees them. */
  async items(id: string, outcomes: readonly Outcome[] | null | undefined, firstAsked: number | null, after: string | null | undefined, wantsTotal: boolean): Promise<Page<BulkMoveItemRow>> {
    const first = pageSize(firstAsked);
    const list = `bulk-move:${id}:${outcomes?.join() ?? ''}`;
    const cursor = decodeCursor(list, after);
    const of = this.db.selectFrom('bulk_move_item').where('bulk_move_id', '=', id).$if(Array.isArray(outcomes), (query) => query.where(sql<SqlBool>`outcome = any(${[...outcomes!]})`));
    const rows = await of.$if(cursor !== null, (query) => query.where('position', '>', Number(cursor!.key) || 0)).orderBy('position').limit(first + 1)
      .select(['appeal_id as appealId', 'position', 'outcome', 'acceptance', 'refusals', 'at']).execute();
    const total = wantsTotal ? await of.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow() : { count: 0 };
    return toPage(list, rows.map((row) => ({ ...row, acceptance: row.acceptance ?? null, refusals: row.refusals ?? [], at: row.at ?? null })), first,
      ({ position, appealId }) => ({ key: position, id: appealId }), total.count);
  }

  private reading() {
    return this.db.selectFrom('bulk_move').where(this.theirs()).select(['id', 'account', 'move', 'state', 'by_name as byName', 'created_at as createdAt', 'started_at as startedAt', 'finished_at as finishedAt', 'undo_until as undoUntil']);
  }

  private theirs(): Expression<SqlBool> {
    const { role, accountId } = staff(this.actor);
    return role === 'ADMINISTRATOR' ? sql<SqlBool>`true` : sql<SqlBool>`account = ${accountId}`;
  }

  private toRow({ account, undoUntil, ...row }: Awaited<ReturnType<ReturnType<BulkMovesQueries['reading']>['executeTakeFirstOrThrow']>>): BulkMoveRow {
    const takenBack = row.state === 'UNDOING' || row.state === 'UNDONE' || row.state === 'PREVIEW';
    const mine = account === staff(this.actor).accountId;
    return {
      ...row, startedAt: row.startedAt ?? null, finishedAt: row.finishedAt ?? null,
      undoableUntil: undoUntil && mine && !takenBack && undoUntil > this.clock.now() ? undoUntil : null,
    };
  }
}
