import { sql } from 'kysely';
import { AT_RISK_DAYS, firstReactionMissed, RUNNING, visibleTo, type DeadlineRules } from '../appeals/index.js';
import type { Db } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import type { Actor } from '../shared/actor.js';
import { allow, coversRegion, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { localDay } from '../shared/day.js';
import { notFound } from '../shared/failures.js';
import { canReadBoard } from './analytics.policy.js';

/** How one deputy's open appeals stand; without a deputy, what a moderator has yet to give to one. */
export interface BoardRow {
  deputyId: string | null;
  inTime: number;
  atRisk: number;
  today: number;
  late: number;
  firstReactionMissed: number;
  submitted: number;
}

/** More deputies than any region has. */
const MAX_ROWS = 1_000;

/** The board of deadlines of one region: one statement over its open appeals. */
export class DeadlineBoardQueries {
  constructor(private readonly db: Db, private readonly reference: Reference, private readonly rules: DeadlineRules, private readonly actor: Actor, private readonly clock: Clock) {}

  /** Deputies with open appeals, whoever is late first. @throws FORBIDDEN for a deputy and an aide, NOT_FOUND for a region of others */
  async of(regionCode: string): Promise<BoardRow[]> {
    const person = staff(this.actor);
    allow(canReadBoard(person));
    if (!this.reference.region(regionCode, 'ru') || !coversRegion(person, regionCode)) throw notFound('NOT_FOUND', 'regionCode');
    const now = this.clock.now();
    const todayIn = (code: string): string => localDay(now, this.reference.timeZone(code));
    const today = sql`${todayIn(regionCode)}::date`;
    const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;
    const missed = firstReactionMissed(todayIn, this.reference, this.rules);
    const rows = await this.db.selectFrom('appeal as a').where(() => visibleTo(person)).where('a.region_code', '=', regionCode)
      .where('a.status', 'in', ['SUBMITTED', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED']).where('a.forwarded_outside', '=', false)
      .groupBy('a.deputy_id').select([
        'a.deputy_id as deputyId',
        count(sql`${RUNNING} and a.due_on > ${today} + ${AT_RISK_DAYS}::int`).as('inTime'),
        count(sql`${RUNNING} and a.due_on > ${today} and a.due_on <= ${today} + ${AT_RISK_DAYS}::int`).as('atRisk'),
        count(sql`${RUNNING} and a.due_on = ${today}`).as('today'),
        count(sql`${RUNNING} and a.due_on < ${today}`).as('late'),
        count(sql`${missed}`).as('firstReactionMissed'),
        count(sql`a.status = 'SUBMITTED'`).as('submitted'),
      ]).orderBy(sql`5 desc, 6 desc, 3 desc, 1`).limit(MAX_ROWS).execute();
    return rows.map((row) => ({ ...row, deputyId: row.deputyId ?? null }));
  }
}
