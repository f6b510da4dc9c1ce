import { sql, type Expression, type SqlBool } from 'kysely';
import { visibleTo, type PromiseRow } from '../appeals/index.js';
import { rowsFor } from '../db/acting.js';
import { behind } from '../db/keyset.js';
import { appealByPromiseLink } from '../db/lookups.js';
import type { Db, Orm } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import { badInput } from '../shared/failures.js';
import { asId, hashOf } from '../shared/ids.js';
import type { PromiseFilter, PromiseInvitationType } from './promise.type.js';

/** A promise as the ledger shows it; appeal and deputy come through their loaders. */
export interface LedgerRow extends PromiseRow {
  appealId: string;
  deputyId: string;
  createdAt: Date;
}

const LIST = 'promises';
const COLUMNS = ['o.id', 'o.text', 'o.due_on as dueOn', 'o.state', 'o.asked_at as askedAt', 'o.outcome_at as outcomeAt', 'o.appeal_id as appealId', 'o.deputy_id as deputyId', 'o.created_at as createdAt'] as const;

/** Reads of promises within the walls of their appeals. */
export class PromisesQueries {
  private readonly db: Db;

  constructor(private readonly orm: Orm, private readonly actor: Actor) {
    this.db = rowsFor(orm, actor);
  }

  /** A page, the earliest day first. */
  async list(filter: PromiseFilter | null, firstAsked: number | null, after: string | null, wantsTotal: boolean): Promise<Page<LedgerRow>> {
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(LIST, after);
    const where = conditions(filter);
    const base = this.db.selectFrom('promise as o').innerJoin('appeal as a', 'a.id', 'o.appeal_id').where(() => visibleTo(this.actor)).where((eb) => eb.and(where));
    const page = base.$if(cursor !== null, (q) => q.where(behind({ key: sql`o.due_on`, type: sql`date`, id: sql`o.id`, direction: 'ASC' }, cursor!)))
      .orderBy('o.due_on').orderBy('o.id').limit(first + 1).select(COLUMNS);
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? base.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow() : null]);
    return toPage(LIST, rows.map((row) => ({ ...row, askedAt: row.askedAt ?? null, outcomeAt: row.outcomeAt ?? null })), first, ({ id, dueOn }) => ({ key: dueOn, id }), Number(total?.count ?? 0));
  }

  /** One promise, for the applicant whose right the caller has proved. */
  async ofAppeal(appealId: string, id: string): Promise<PromiseRow> {
    const row = await rowsFor(this.orm, { kind: 'APPLICANT', appealId }).selectFrom('promise as o').where('o.id', '=', id)
      .select(['o.id', 'o.text', 'o.due_on as dueOn', 'o.state', 'o.asked_at as askedAt', 'o.outcome_at as outcomeAt']).executeTakeFirstOrThrow();
    return { ...row, askedAt: row.askedAt ?? null, outcomeAt: row.outcomeAt ?? null };
  }

  /** What a link from the mail asks about. @throws BAD_USER_INPUT with reason PROMISE_LINK_UNKNOWN or PROMISE_LINK_USED */
  async invitation(token: string): Promise<PromiseInvitationType> {
    const appealId = await appealByPromiseLink(this.orm, hashOf(token));
    if (appealId === null) throw badInput('token', 'PROMISE_LINK_UNKNOWN');
    const row = await rowsFor(this.orm, { kind: 'APPLICANT', appealId }).selectFrom('promise as o').innerJoin('appeal as a', 'a.id', 'o.appeal_id').innerJoin('deputy as d', 'd.id', 'o.deputy_id')
      .where('o.link_hash', '=', hashOf(token)).select(['o.text', 'o.due_on as dueOn', 'o.link_used_at as usedAt', 'a.number', 'a.subject', 'd.sort_name as deputyName']).executeTakeFirst();
    if (!row) throw badInput('token', 'PROMISE_LINK_UNKNOWN');
    if (row.usedAt) throw badInput('token', 'PROMISE_LINK_USED');
    return { text: row.text, dueOn: row.dueOn, appealNumber: row.number, subject: row.subject, deputyName: row.deputyName };
  }
}

function conditions(filter: PromiseFilter | null): Expression<SqlBool>[] {
  const where: Expression<SqlBool>[] = [sql<SqlBool>`true`];
  if (filter?.state?.length) where.push(sql<SqlBool>`o.state = any(${filter.state})`);
  if (filter?.deputyId) where.push(sql<SqlBool>`o.deputy_id = ${asId(filter.deputyId, 'filter.deputyId')}`);
  if (filter?.regionCode?.length) where.push(sql<SqlBool>`a.region_code = any(${filter.regionCode})`);
  if (filter?.dueFrom) where.push(sql<SqlBool>`o.due_on >= ${filter.dueFrom}::date`);
  if (filter?.dueTo) where.push(sql<SqlBool>`o.due_on <= ${filter.dueTo}::date`);
  return where;
}
