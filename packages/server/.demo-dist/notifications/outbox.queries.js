import { sql } from 'kysely';
import { allow, staff } from '../shared/allow.js';
import { decodeCursor, pageSize, toPage } from '../shared/cursor.js';
import { canReadOutbox } from './notifications.policy.js';
const LIST = 'outbox';
const MAX_SEARCH = 200;
/** Reads of the mails that were sent or are kept, newest first. */
export class OutboxQueries {
    db;
    actor;
    constructor(db, actor) {
        this.db = db;
        this.actor = actor;
    }
    /** @throws UNAUTHENTICATED, or FORBIDDEN for everyone but the administrator */
    async list(filter, firstAsked, after, wantsTotal) {
        allow(canReadOutbox(staff(this.actor)));
        const first = pageSize(firstAsked);
        const cursor = decodeCursor(LIST, after);
        const conditions = conditionsOf(filter);
        const page = this.db.selectFrom('mail as l').leftJoin('appeal as a', 'a.id', 'l.appeal_id').where((eb) => eb.and(conditions))
            .$if(cursor !== null, (q) => q.where(sql `(l.created_at, l.id) < (${cursor.key}::timestamptz, ${cursor.id}::uuid)`))
            .select(['l.id', 'l.kind', 'l.state', 'l.to_address as address', 'l.subject', 'l.created_at as createdAt', 'l.sent_at as sentAt', 'l.error', 'a.number as appealNumber'])
            .select([
            sql `case when l.state = 'KEPT' then l.text end`.as('text'),
            sql `case when l.state = 'KEPT' then l.html end`.as('html'),
        ])
            .orderBy('l.created_at', 'desc').orderBy('l.id', 'desc').limit(first + 1);
        const [rows, total] = await Promise.all([page.execute(), wantsTotal ? this.count(conditions) : 0]);
        const mails = rows.map(({ address, sentAt, error, appealNumber, ...row }) => ({ ...row, to: hidden(address), sentAt: sentAt ?? null, error: error ?? null, appealNumber: appealNumber ?? null }));
        return toPage(LIST, mails, first, (row) => ({ key: row.createdAt.toISOString(), id: row.id }), total);
    }
    async count(conditions) {
        const row = await this.db.selectFrom('mail as l').where((eb) => eb.and(conditions)).select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
        return Number(row.count);
    }
}
function conditionsOf(filter) {
    const where = [];
    if (!filter)
        return where;
    if (filter.kind)
        where.push(sql `l.kind = any(${filter.kind})`);
    if (filter.state)
        where.push(sql `l.state = ${filter.state}`);
    const search = (filter.search ?? '').trim().slice(0, MAX_SEARCH);
    if (search) {
        const anywhere = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
        where.push(sql `(l.subject ilike ${anywhere} or l.to_address = ${search.toLowerCase()})`);
    }
    return where;
}
/** «a•••@mail.ru»: enough to tell two mails apart, too little to write to anybody (rules §6). */
export function hidden(address) {
    const at = address.lastIndexOf('@');
    return at < 1 ? '•••' : `${[...address][0]}•••${address.slice(at)}`;
}
