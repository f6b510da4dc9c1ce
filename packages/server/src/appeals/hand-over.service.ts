import { sql } from 'kysely';
import { rowsFor } from '../db/acting.js';
import type { Db, Orm } from '../db/orm.js';
import type { Happened } from '../history/index.js';
import type { Actor } from '../shared/actor.js';
import { allow, staff } from '../shared/allow.js';
import type { Clock } from '../shared/clock.js';
import { asId } from '../shared/ids.js';
import { Refusal, refuse } from '../shared/refusal.js';
import { checkText } from '../shared/words.js';
import { canHandOver } from './appeals.policy.js';
import { Desk } from './desk.js';
import { LIMITS } from './limits.js';
import { addresseeOf } from './submission.service.js';

/** Appeals read at once; each is moved in a transaction of its own, so that none waits for the others. */
const BATCH = 100;
/** Somebody changed the appeal at this very moment: it is read again, so often. */
const TRIES = 3;
const OPEN = sql`('REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED')`;

/** A reason of the product, or what a person wrote. */
type Why = Pick<Happened, 'reason' | 'text'>;

/** Gives the open work of a deputy who leaves to another one. */
export class HandOverService {
  constructor(private readonly orm: Orm, private readonly actor: Actor, private readonly clock: Clock) {}

  /** Appeals in the deputy's hands that wait for an answer. */
  async countOpen(deputyId: string): Promise<number> {
    const { rows: [row] } = await sql<{ count: number }>`select count(*)::int as count from appeal
      where deputy_id = ${deputyId} and status in ${OPEN} and not forwarded_outside`.execute(rowsFor(this.orm, this.actor));
    return row!.count;
  }

  /**
   * Moves every open appeal, each with its row of history, its event and a new version; deadline, draft and messages stay with it.
   * Interrupted, it is called again and moves the rest.
   * @param why for the history of each: a code of the product, or words of a person
   * @param field of the input that names the deputy who takes over
   * @returns how many were moved
   * @throws FORBIDDEN; {Refusal} DEPUTY_UNKNOWN, HAND_OVER_TO_THE_SAME, DEPUTY_NOT_IN_REGION, DEPUTY_NOT_REACHABLE, REASON_MISSING, HAND_OVER_INCOMPLETE
   */
  async handOver(fromDeputyId: string, toDeputyId: string, { reason, text }: Why, field = 'toDeputyId'): Promise<number> {
    staff(this.actor);
    const db = rowsFor(this.orm, this.actor);
    const refusals: Refusal[] = [];
    const words = reason ? null : checkText(text ?? '', { field: 'reason', max: LIMITS.reason, empty: 'REASON_MISSING', tooLong: 'TEXT_TOO_LONG' }, refusals);
    const from = await db.selectFrom('deputy').where('id', '=', asId(fromDeputyId, 'fromDeputyId')).select('region_code').executeTakeFirst();
    if (!from) throw new Refusal('DEPUTY_UNKNOWN', 'fromDeputyId');
    allow(canHandOver(this.actor, from.region_code));
    const to = await this.receiver(db, toDeputyId, from.region_code, field, refusals);
    if (fromDeputyId === toDeputyId) refusals.push(new Refusal('HAND_OVER_TO_THE_SAME', field));
    refuse(refusals);
    return this.moveAll(fromDeputyId, to!, { ...(reason ? { reason } : {}), ...(words === null ? {} : { text: words }) });
  }

  private async moveAll(fromDeputyId: string, to: { id: string; mandate_id: string }, why: Why): Promise<number> {
    const desk = new Desk(this.orm, this.actor, this.clock);
    const tries = new Map<string, number>();
    let moved = 0;
    for (;;) {
      const given = [...tries].filter(([, count]) => count >= TRIES).map(([id]) => id);
      const { rows } = await sql<{ id: string; version: number }>`select id, version from appeal
        where deputy_id = ${fromDeputyId} and status in ${OPEN} and not forwarded_outside and id <> all(${given}::uuid[])
        order by due_on, id limit ${BATCH}`.execute(rowsFor(this.orm, this.actor));
      if (rows.length === 0) break;
      for (const { id, version } of rows) {
        const done = await desk.tryMove(id, version, 'HAND_OVER', (appeal, _em, at) => {
          appeal.handOver({ deputy: to.id, mandate: to.mandate_id }, at);
          return Promise.resolve(why);
        });
        if (done) moved += 1;
        else tries.set(id, (tries.get(id) ?? 0) + 1);
      }
    }
    const left = [...tries.values()].filter((count) => count >= TRIES).length;
    if (left > 0) throw new Refusal('HAND_OVER_INCOMPLETE', null, { moved, left });
    return moved;
  }

  /** A deputy of the region with a current mandate whom work reaches: by an active account or a confirmed contact (rules §5). */
  private async receiver(db: Db, deputyId: string, regionCode: string, field: string, refusals: Refusal[]) {
    const to = await addresseeOf(db, asId(deputyId, field));
    if (!to) {
      refusals.push(new Refusal('DEPUTY_UNKNOWN', field));
      return null;
    }
    if (to.region_code !== regionCode) refusals.push(new Refusal('DEPUTY_NOT_IN_REGION', field));
    const { rows: [row] } = await sql<{ reachable: boolean }>`select contact_confirmed_at is not null or exists (select from account
      where deputy_id = d.id and role = 'DEPUTY' and deactivated_at is null) as reachable from deputy d where d.id = ${to.id}`.execute(db);
    if (!row?.reachable) refusals.push(new Refusal('DEPUTY_NOT_REACHABLE', field));
    return to;
  }
}
