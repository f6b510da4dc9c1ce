import { sql } from 'kysely';
import { AT_RISK_DAYS, firstReactionMissed, RUNNING, todayOf, visibleTo, type DeadlineRules } from '../appeals/index.js';
import type { Db } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import { isDeputySide, type StaffActor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { localDay } from '../shared/day.js';
import type { AttentionType } from './attention.type.js';

const WEEK_MS = 7 * 86_400_000;

/** What waits for one person, counted over the open appeals alone: three statements whatever the size of the archive. */
export class AttentionQueries {
  constructor(private readonly db: Db, private readonly reference: Reference, private readonly rules: DeadlineRules, private readonly clock: Clock) {}

  async of(actor: StaffActor): Promise<AttentionType> {
    const now = this.clock.now();
    const todayIn = (code: string): string => localDay(now, this.reference.timeZone(code));
    const today = todayOf(todayIn, this.reference);
    const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;
    const [appeals, feedback, mail] = await Promise.all([
      this.db.selectFrom('appeal as a').where(() => visibleTo(actor))
        .where('a.status', 'in', ['SUBMITTED', 'CLARIFICATION', 'REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED'])
        .select([
          count(sql`a.status = 'SUBMITTED'`).as('submitted'),
          count(sql`a.status = 'SUBMITTED' and a.register_by < ${today}`).as('registrationOverdue'),
          count(sql`a.status = 'SUBMITTED' and a.urgent`).as('urgent'),
          count(sql`a.status = 'CLARIFICATION'`).as('clarification'),
          count(sql`a.status = 'REGISTERED'`).as('registered'),
          count(sql`a.status = 'IN_PROGRESS'`).as('inProgress'),
          count(sql`a.status = 'REOPENED'`).as('reopened'),
          count(sql`${RUNNING} and a.due_on = ${today}`).as('dueToday'),
          count(sql`${RUNNING} and a.due_on > ${today} and a.due_on <= ${today} + ${AT_RISK_DAYS}::int`).as('atRisk'),
          count(sql`${RUNNING} and a.due_on < ${today}`).as('late'),
          count(sql`${firstReactionMissed(todayIn, this.reference, this.rules)}`).as('firstReactionMissed'),
        ]).executeTakeFirstOrThrow(),
      this.db.selectFrom('feedback as f').innerJoin('appeal as a', 'a.id', 'f.appeal_id').where(() => visibleTo(actor))
        .where((eb) => eb.or([eb('f.comment_state', '=', 'PENDING'), eb('f.given_at', '>=', new Date(now.getTime() - WEEK_MS))]))
        .select([
          count(sql`f.comment_state = 'PENDING'`).as('comments'),
          count(sql`f.given_at >= ${new Date(now.getTime() - WEEK_MS)}`).as('feedbackLastWeek'),
        ]).executeTakeFirstOrThrow(),
      actor.role === 'ADMINISTRATOR'
        ? this.db.selectFrom('mail').where('state', '=', 'FAILED').select(sql<number>`count(*)::int`.as('mailFailed')).executeTakeFirstOrThrow()
        : { mailFailed: 0 },
    ]);
    return { ...appeals, ...feedback, comments: isDeputySide(actor) ? 0 : feedback.comments, ...mail };
  }
}
