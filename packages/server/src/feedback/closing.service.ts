import { sql, type SqlBool } from 'kysely';
import type { Desk } from '../appeals/index.js';
import { rowsFor } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';

/** Closes answered appeals whose applicants gave no mark within the window (rules §1, §3). Silence counts as no mark at all. */
export class ClosingService {
  /** @param desk of the actor SYSTEM */
  constructor(private readonly orm: Orm, private readonly desk: Desk, private readonly clock: Clock) {}

  /** Each appeal in a transaction of its own; one that somebody changes at this moment is left to the next round. @returns how many */
  async closeOver(): Promise<number> {
    const now = this.clock.now();
    let closed = 0;
    for (const { id, version } of await this.over(now)) {
      const done = await this.desk.tryMove(id, version, 'CLOSE', (appeal, _em, at) => {
        appeal.close(at);
        return Promise.resolve({ reason: 'WINDOW_OVER' });
      });
      if (done) closed += 1;
    }
    return closed;
  }

  /** The last day is over where the region's own calendar shows a later one. */
  private over(now: Date): Promise<{ id: string; version: number }[]> {
    return rowsFor(this.orm, SYSTEM).selectFrom('appeal as a').innerJoin('region as r', 'r.code', 'a.region_code').where('a.status', '=', 'ANSWERED')
      .where(sql<SqlBool>`a.feedback_until < (${now}::timestamptz at time zone r.time_zone)::date`)
      .select(['a.id', 'a.version']).orderBy('a.id').execute();
  }
}
