import { sql } from 'kysely';
import { DEPUTY_COLUMNS, toDeputy } from '../deputies/index.js';
import { decodeCursor, pageSize, toPage } from '../shared/cursor.js';
import { daysBetween, localDay } from '../shared/day.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import { batchById } from '../shared/loader.js';
import { AT_RISK_DAYS, conditionsOf } from './appeals.filter.js';
import { visibleTo } from './appeals.scope.js';
import { isOpen } from './appeal.lifecycle.js';
const COLUMNS = [
    'a.id', 'a.number', 'a.status', 'a.kind', 'a.collective', 'a.identity', 'a.channel', 'a.subject', 'a.text', 'p.name as applicantName',
    'a.submitted_at as submittedAt', 'a.registered_at as registeredAt', 'a.registered_on as registeredOn', 'a.due_on as dueOn',
    'a.answered_at as answeredAt', 'a.closed_at as closedAt', 'a.changed_at as changedAt', 'a.register_by as registerBy',
    'a.clarify_by as clarifyBy', 'a.topic_code as topicCode', 'a.reject_reason as rejectReason', 'a.version', 'a.region_code as regionCode',
    'a.deputy_id as deputyId', 'a.forwarded_outside as forwardedOutside', 'a.policy_id as policyId', 'a.paused_days as pausedDays',
    'a.extension_days as extensionDays', 'a.feedback_until as feedbackUntil',
];
const SORT_KEYS = {
    SUBMITTED_AT: { sql: sql `a.submitted_at`, type: sql `timestamptz`, of: (row) => row.submittedAt.toISOString() },
    DUE_ON: { sql: sql `a.due_on`, type: sql `date`, of: (row) => row.dueOn },
    CHANGED_AT: { sql: sql `a.changed_at`, type: sql `timestamptz`, of: (row) => row.changedAt.toISOString() },
};
/** Reads of appeals inside the actor's walls: typed rows, never entities. */
export class AppealsQueries {
    db;
    reference;
    actor;
    clock;
    locale;
    byId;
    todays = new Map();
    constructor(db, reference, actor, clock, locale) {
        this.db = db;
        this.reference = reference;
        this.actor = actor;
        this.clock = clock;
        this.locale = locale;
        this.byId = batchById(async (ids) => {
            const rows = await this.withDeputy().where('a.id', 'in', [...ids]).where(() => visibleTo(this.actor)).execute();
            return rows.map((row) => this.toRow(row));
        });
    }
    /** One appeal, or NOT_FOUND, which is also said of what lies beyond the actor's walls. */
    async get(id) {
        const row = await this.byId.load(asId(id));
        if (!row)
            throw notFound();
        return row;
    }
    /** The appeal after a change; the loader may still hold what was read before it. */
    async fresh(id) {
        this.byId.clear(id);
        return this.get(id);
    }
    /** A page of the list. One SQL statement, and a second one only when the total is asked for. */
    async list(filter, sort, firstAsked, after, wants) {
        const first = pageSize(firstAsked);
        const { field, direction } = sort ?? { field: 'SUBMITTED_AT', direction: 'DESC' };
        const list = `appeals:${field}:${direction}`;
        const cursor = decodeCursor(list, after);
        const conditions = this.conditions(filter, field);
        const key = SORT_KEYS[field];
        const order = direction === 'ASC' ? 'asc' : 'desc';
        if (cursor) {
            const position = sql `(${cursor.key}::${key.type}, ${cursor.id}::uuid)`;
            conditions.push(direction === 'ASC' ? sql `(${key.sql}, a.id) > ${position}` : sql `(${key.sql}, a.id) < ${position}`);
        }
        const base = wants.deputy ? this.withDeputy() : this.plain();
        const page = base.where((eb) => eb.and(conditions)).orderBy(key.sql, order).orderBy('a.id', order).limit(first + 1);
        const [rows, total] = await Promise.all([page.execute(), wants.total ? this.count(filter) : 0]);
        return toPage(list, rows.map((row) => this.toRow(row)), first, (row) => ({ key: key.of(row), id: row.id }), total);
    }
    async count(filter) {
        const row = await this.db.selectFrom('appeal as a').where((eb) => eb.and(this.conditions(filter)))
            .select((eb) => eb.fn.countAll().as('count')).executeTakeFirstOrThrow();
        return Number(row.count);
    }
    /** Whether one appeal lies within the walls and passes the filter: what a subscription asks of each event. */
    async find(id, filter) {
        const row = await this.withDeputy().where('a.id', '=', id).where((eb) => eb.and(this.conditions(filter))).executeTakeFirst();
        return row ? this.toRow(row) : null;
    }
    /** Today in a region, once per request: a formatter call for each row would cost more than the row. */
    todayIn(regionCode) {
        const timeZone = this.reference.timeZone(regionCode);
        let today = this.todays.get(timeZone);
        if (!today)
            this.todays.set(timeZone, (today = localDay(this.clock.now(), timeZone)));
        return today;
    }
    conditions(filter, field) {
        const conditions = [visibleTo(this.actor), ...conditionsOf(filter, (code) => this.todayIn(code), this.reference)];
        if (field === 'DUE_ON')
            conditions.push(sql `a.due_on is not null`);
        return conditions;
    }
    plain() {
        return this.db.selectFrom('appeal as a').innerJoin('applicant as p', 'p.id', 'a.applicant_id').select(COLUMNS);
    }
    withDeputy() {
        return this.plain()
            .leftJoin('deputy as d', 'd.id', 'a.deputy_id')
            .leftJoin('mandate as m', (join) => join.onRef('m.deputy_id', '=', 'd.id').on('m.is_current', '=', true))
            .leftJoin('district as x', 'x.id', 'm.district_id')
            .select(DEPUTY_COLUMNS);
    }
    toRow(row) {
        const regionCode = row.regionCode;
        const isRunning = row.dueOn && isOpen(row.status, row.forwardedOutside) && row.status !== 'SUBMITTED' && row.status !== 'CLARIFICATION';
        const daysLeft = isRunning ? daysBetween(this.todayIn(regionCode), row.dueOn) : null;
        return {
            ...row,
            registeredAt: row.registeredAt ?? null, registeredOn: row.registeredOn ?? null, dueOn: row.dueOn ?? null,
            answeredAt: row.answeredAt ?? null, closedAt: row.closedAt ?? null, clarifyBy: row.clarifyBy ?? null,
            rejectReason: row.rejectReason ?? null, deputyId: row.deputyId ?? null, feedbackUntil: row.feedbackUntil ?? null,
            daysLeft,
            deadlineState: daysLeft === null ? null : daysLeft < 0 ? 'LATE' : daysLeft === 0 ? 'TODAY' : daysLeft <= AT_RISK_DAYS ? 'AT_RISK' : 'IN_TIME',
            region: this.reference.region(regionCode, this.locale),
            topic: row.topicCode ? this.reference.topic(row.topicCode, this.locale) ?? null : null,
            deputy: row.deputyName ? toDeputy(row, this.reference, this.locale) : null,
        };
    }
}
