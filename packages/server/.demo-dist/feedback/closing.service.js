import { sql } from 'kysely';
import { rowsOf } from '../db/orm.js';
import { Failure } from '../shared/failures.js';
import { Refusal } from '../shared/refusal.js';
/** Closes answered appeals whose applicants gave no mark within the window (rules §1, §3). Silence counts as no mark at all. */
export class ClosingService {
    orm;
    desk;
    clock;
    /** @param desk of the actor SYSTEM */
    constructor(orm, desk, clock) {
        this.orm = orm;
        this.desk = desk;
        this.clock = clock;
    }
    /** Each appeal in a transaction of its own; one that somebody changes at this moment is left to the next round. @returns how many */
    async closeOver() {
        const now = this.clock.now();
        let closed = 0;
        for (const { id, version } of await this.over(now)) {
            try {
                await this.desk.move(id, version, 'CLOSE', (appeal, _em, at) => {
                    appeal.close(at);
                    return Promise.resolve({ reason: 'WINDOW_OVER' });
                });
                closed += 1;
            }
            catch (error) {
                if (!(error instanceof Refusal) && !(error instanceof Failure && error.code === 'CONFLICT'))
                    throw error;
            }
        }
        return closed;
    }
    /** The last day is over where the region's own calendar shows a later one. */
    over(now) {
        return rowsOf(this.orm.em.fork()).selectFrom('appeal as a').innerJoin('region as r', 'r.code', 'a.region_code').where('a.status', '=', 'ANSWERED')
            .where(sql `a.feedback_until < (${now}::timestamptz at time zone r.time_zone)::date`)
            .select(['a.id', 'a.version']).orderBy('a.id').execute();
    }
}
