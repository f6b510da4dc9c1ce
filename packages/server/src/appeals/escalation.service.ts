import { LockMode } from '@mikro-orm/core';
import { sql, type SqlBool } from 'kysely';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { localDay, localHour, type Day } from '../shared/day.js';
import { newId } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { Appeal } from './appeal.entity.js';
import { isRunning } from './appeal.lifecycle.js';
import { RUNNING } from './appeals.filter.js';
import type { DeadlineRules } from './deadline-rules.js';
import { DEFAULT_LADDER, dueBy, ESCALATION_STEPS, type EscalationStep } from './escalation.lifecycle.js';

/** Reminders come in the working hours of the region, by its clock. */
const FROM_HOUR = 9;
const UNTIL_HOUR = 18;
/** Steps of one round; the next round goes on, and a flood stops nothing else. */
const STEPS_PER_ROUND = 500;

/** One step that is due. */
interface Due {
  id: string;
  dueOn: Day;
}

/** Reminds of deadlines, step by step of the policy's ladder; the job `escalate`. Nobody is reminded on a day off. */
export class EscalationService {
  constructor(private readonly orm: Orm, private readonly reference: Reference, private readonly rules: DeadlineRules, private readonly clock: Clock) {}

  /** Makes what is due now. @returns how many steps were made */
  async round(): Promise<number> {
    let made = 0;
    for (const [today, regions] of this.regionsAtWork()) {
      for (const { id: policyId, terms } of this.rules.all()) {
        for (const step of ESCALATION_STEPS) {
          const by = dueBy(terms.escalations ?? DEFAULT_LADDER, step, today);
          if (by === null) continue;
          for (const due of await this.due(policyId, regions, step, by, STEPS_PER_ROUND - made)) if (await this.make(step, due)) made += 1;
          if (made >= STEPS_PER_ROUND) return made;
        }
      }
    }
    return made;
  }

  /** Regions where it is a working hour of a working day, by the day that it is there. */
  private regionsAtWork(): Map<Day, string[]> {
    const now = this.clock.now();
    const regions = new Map<Day, string[]>();
    for (const { code, timeZone } of this.reference.regions('ru')) {
      const [day, hour] = [localDay(now, timeZone), localHour(now, timeZone)];
      if (hour < FROM_HOUR || hour >= UNTIL_HOUR || this.rules.calendar.isDayOff(day)) continue;
      regions.set(day, [...(regions.get(day) ?? []), code]);
    }
    return regions;
  }

  private async due(policyId: string, regions: readonly string[], step: EscalationStep, by: Day, limit: number): Promise<Due[]> {
    return rowsFor(this.orm, SYSTEM).selectFrom('appeal as a').where(RUNNING).where('a.policy_id', '=', policyId).where('a.due_on', '<=', by)
      .where(sql<SqlBool>`a.region_code = any(${[...regions]})`)
      .where(sql<SqlBool>`not exists (select from escalation e where e.appeal_id = a.id and e.due_on = a.due_on and e.step = ${step})`)
      .orderBy('a.due_on').orderBy('a.id').limit(limit).select(['a.id', 'a.due_on as dueOn']).execute() as Promise<Due[]>;
  }

  /** Row, record and news together, once per step and deadline however many workers there are. @returns false when it was made or is not due any more */
  private make(step: EscalationStep, { id, dueOn }: Due): Promise<boolean> {
    return transaction(this.orm, SYSTEM, async (em) => {
      const appeal = await em.findOne(Appeal, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!appeal || appeal.dueOn !== dueOn || !isRunning(appeal.status, appeal.forwardedOutside)) return false;
      const at = this.clock.now();
      const { numInsertedOrUpdatedRows } = await rowsOf(em).insertInto('escalation').values({ id: newId(), appeal_id: id, due_on: dueOn, step, at })
        .onConflict((conflict) => conflict.columns(['appeal_id', 'due_on', 'step']).doNothing()).executeTakeFirstOrThrow();
      if (!numInsertedOrUpdatedRows) return false;
      await record(em, appeal, SYSTEM, at, { event: 'ESCALATED', reason: step });
      await addJob(em, 'staff_news', { appealId: id, event: 'ESCALATION', occasion: `${dueOn} ${step}`, step });
      return true;
    });
  }
}
