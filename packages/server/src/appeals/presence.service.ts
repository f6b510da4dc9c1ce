import { sql } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import type { Role } from '../shared/actor.js';
import { staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { announce } from '../shared/events.js';
import { SYSTEM, type Actor } from '../shared/actor.js';
import { notFound } from '../shared/failures.js';
import { asId } from '../shared/ids.js';
import type { Attention } from './presence.entity.js';

/** How long somebody is there after the last word of it, in milliseconds: pages say it again every fifteen seconds. */
const THERE_MS = 40_000;

export interface PresenceRow {
  accountId: string;
  name: string;
  role: Role;
  doing: Attention;
  since: Date;
}

/** Who looks at an appeal, decides it or writes an answer: told to the others, so that two do not do one work. It blocks nobody. */
export class PresenceService {
  constructor(private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock) {}

  /**
   * Says that the viewer has the appeal before them; null: not any more. Only a change is told to the others.
   * @returns the appeal's id; NOT_FOUND beyond the viewer's walls
   */
  async attend(appealId: string, doing: Attention | null): Promise<string> {
    const viewer = staff(this.actor);
    const id = asId(appealId, 'appealId');
    await transaction(this.orm, viewer, async (em) => {
      const db = rowsOf(em);
      const appeal = await db.selectFrom('appeal').where('id', '=', id).select(['region_code', 'deputy_id']).executeTakeFirst();
      if (!appeal) throw notFound();
      const now = this.clock.now();
      const before = await db.selectFrom('presence').where('appeal_id', '=', id).where('account', '=', viewer.accountId).where('until', '>', now).select('doing').executeTakeFirst();
      if (doing === null) await db.deleteFrom('presence').where('appeal_id', '=', id).where('account', '=', viewer.accountId).execute();
      else {
        const until = new Date(now.getTime() + THERE_MS);
        await db.insertInto('presence').values({ appeal_id: id, account: viewer.accountId, name: viewer.name, role: viewer.role, doing, since: now, until })
          .onConflict((conflict) => conflict.columns(['appeal_id', 'account']).doUpdateSet({
            doing, until, since: sql<Date>`case when presence.doing = ${doing} and presence.until > ${now} then presence.since else ${now} end`,
          })).execute();
      }
      if ((before?.doing ?? null) !== doing) await announce(em, { kind: 'appeal.attended', id, regionCode: appeal.region_code, deputyId: appeal.deputy_id ?? null });
    });
    return id;
  }

  /** The others who are there, who began first coming first. */
  others(appealId: string): Promise<PresenceRow[]> {
    const viewer = staff(this.actor);
    return rowsFor(this.orm, viewer).selectFrom('presence').where('appeal_id', '=', appealId).where('account', '<>', viewer.accountId).where('until', '>', this.clock.now())
      .select(['account as accountId', 'name', 'role', 'doing', 'since']).orderBy('since').orderBy('account').limit(20).execute();
  }

  /** Rows that are over: a job's round. */
  static async forget(orm: Orm, now: Date): Promise<number> {
    const { numDeletedRows } = await rowsFor(orm, SYSTEM).deleteFrom('presence').where('until', '<', now).executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
