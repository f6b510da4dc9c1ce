import { sql } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { keyed } from '../shared/allow.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import type { AppealStatus } from './appeal.lifecycle.js';

/** An appeal as whoever submitted it gets it back: without a word of it and without the code. */
export interface SubmittedRow {
  id: string;
  number: string;
  status: AppealStatus;
  submittedAt: Date;
  registerBy: string;
  dueOn: string | null;
  changedAt: Date;
  clientKey: string | null;
}

/** What a query must select for `toSubmitted`, of the appeal as `a`. */
export const SUBMITTED_COLUMNS = [
  'a.id', 'a.number', 'a.status', 'a.submitted_at', 'a.register_by', 'a.due_on', 'a.changed_at', 'a.client_key',
] as const;

interface SubmittedColumns {
  id: string;
  number: string;
  status: AppealStatus;
  submitted_at: Date;
  register_by: string;
  due_on: string | null | undefined;
  changed_at: Date;
  client_key: string | null | undefined;
}

export const toSubmitted = (row: SubmittedColumns): SubmittedRow => ({
  id: row.id, number: row.number, status: row.status, submittedAt: row.submitted_at, registerBy: row.register_by, dueOn: row.due_on ?? null,
  changedAt: row.changed_at, clientKey: row.client_key ?? null,
});

const LIST = 'submitted';

/** What a partner submitted, for that partner. */
export class SubmittedQueries {
  constructor(private readonly db: Db, private readonly actor: Actor) {}

  async list(firstAsked: number | null, after: string | null, wantsTotal: boolean): Promise<Page<SubmittedRow>> {
    const { partnerId } = keyed(this.actor);
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(LIST, after);
    const page = this.db.selectFrom('appeal as a').where('a.partner_id', '=', partnerId)
      .$if(cursor !== null, (q) => q.where(behind({ key: sql`a.submitted_at`, type: sql`timestamptz`, id: sql`a.id`, direction: 'DESC' }, cursor!)))
      .select(SUBMITTED_COLUMNS).orderBy('a.submitted_at', 'desc').orderBy('a.id', 'desc').limit(first + 1);
    const count = this.db.selectFrom('appeal as a').where('a.partner_id', '=', partnerId).select((eb) => eb.fn.countAll<number>().as('count'));
    const [rows, total] = await Promise.all([page.execute(), wantsTotal ? count.executeTakeFirstOrThrow() : null]);
    return toPage(LIST, rows.map(toSubmitted), first, ({ id, submittedAt }) => ({ key: submittedAt.toISOString(), id }), Number(total?.count ?? 0));
  }
}
