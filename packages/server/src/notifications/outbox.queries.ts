import { sql, type Expression, type SqlBool } from 'kysely';
import { behind } from '../db/keyset.js';
import type { Db } from '../db/orm.js';
import type { Actor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Vault } from '../shared/vault.js';
import { decodeCursor, pageSize, toPage, type Page } from '../shared/cursor.js';
import type { MailChannel, MailKind, MailState } from './mail.entity.js';
import type { OutboxFilter } from './mail.type.js';
import { canReadOutbox } from './notifications.policy.js';

/** A mail as the API shows it. */
export interface MailRow {
  id: string;
  kind: MailKind;
  state: MailState;
  channel: MailChannel;
  to: string;
  subject: string;
  text: string | null;
  html: string | null;
  createdAt: Date;
  sentAt: Date | null;
  error: string | null;
  appealNumber: string | null;
}

const LIST = 'outbox';
const MAX_SEARCH = 200;

/** Reads of the mails that were sent or are kept, newest first. */
export class OutboxQueries {
  constructor(private readonly db: Db, private readonly actor: Actor, private readonly vault: Vault) {}

  /** @throws UNAUTHENTICATED, or FORBIDDEN for everyone but the administrator */
  async list(filter: OutboxFilter | null | undefined, firstAsked: number | null, after: string | null | undefined, wants: { total: boolean; fields: ReadonlySet<string> }): Promise<Page<MailRow>> {
    allow(canReadOutbox(staff(this.actor)));
    const first = pageSize(firstAsked);
    const cursor = decodeCursor(LIST, after);
    const conditions = this.conditionsOf(filter);
    const page = this.db.selectFrom('mail as l').leftJoin('appeal as a', 'a.id', 'l.appeal_id').where((eb) => eb.and(conditions))
      .$if(cursor !== null, (q) => q.where(behind({ key: sql`l.created_at`, type: sql`timestamptz`, id: sql`l.id`, direction: 'DESC' }, cursor!)))
      .select(['l.id', 'l.kind', 'l.state', 'l.channel', 'l.to_address as address', 'l.subject', 'l.created_at as createdAt', 'l.sent_at as sentAt', 'l.error', 'a.number as appealNumber'])
      // Read, and opened, only for an operation that asks for them.
      .$if(wants.fields.has('text'), (q) => q.select(sql<string | null>`case when l.state = 'KEPT' then l.text end`.as('text')))
      .$if(wants.fields.has('html'), (q) => q.select(sql<string | null>`case when l.state = 'KEPT' then l.html end`.as('html')))
      .orderBy('l.created_at', 'desc').orderBy('l.id', 'desc').limit(first + 1);
    const [rows, total] = await Promise.all([page.execute(), wants.total ? this.count(conditions) : 0]);
    const mails = rows.map(({ address, text, html, sentAt, error, appealNumber, ...row }): MailRow => ({
      ...row, to: hidden(this.vault.open('mail.to_address', address)), text: this.vault.opened('mail.text', text), html: this.vault.opened('mail.html', html), sentAt: sentAt ?? null, error: error ?? null, appealNumber: appealNumber ?? null,
    }));
    return toPage(LIST, mails, first, (row) => ({ key: row.createdAt.toISOString(), id: row.id }), total);
  }

  private async count(conditions: Expression<SqlBool>[]): Promise<number> {
    const row = await this.db.selectFrom('mail as l').where((eb) => eb.and(conditions)).select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    return Number(row.count);
  }

  private conditionsOf(filter: OutboxFilter | null | undefined): Expression<SqlBool>[] {
    const where: Expression<SqlBool>[] = [];
    if (!filter) return where;
    if (filter.kind) where.push(sql<SqlBool>`l.kind = any(${filter.kind})`);
    if (filter.state) where.push(sql<SqlBool>`l.state = ${filter.state}`);
    const search = (filter.search ?? '').trim().slice(0, MAX_SEARCH);
    if (search) {
      const anywhere = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
      where.push(sql<SqlBool>`(l.subject ilike ${anywhere} or l.to_hash = ${this.vault.addressHash(search)})`);
    }
    return where;
  }
}

/** «a•••@mail.ru»: enough to tell two mails apart, too little to write to anybody (rules §6). */
export function hidden(address: string): string {
  if (URL.canParse(address)) return `${new URL(address).host}/•••`;
  const at = address.lastIndexOf('@');
  return at < 1 ? '•••' : `${[...address][0]}•••${address.slice(at)}`;
}
