import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { AnswerPromise, Appeal, ASKING_HOUR, localDay, OUTCOME_DAYS, outcomeBy, tellConsole, type TrackingService } from '../appeals/index.js';
import { rowsFor, transaction } from '../db/acting.js';
import { appealByPromiseLink } from '../db/lookups.js';
import type { Orm } from '../db/orm.js';
import { record } from '../history/index.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM, type Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { asId, hashOf } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { Refusal } from '../shared/refusal.js';
import type { ReportPromiseInput } from './promise.type.js';

/** Promises that one round asks about; of more, the next round. */
const PER_ROUND = 500;

/** The applicant's word on a promise: by the mail's link, once, or by number and code. */
export class PromisesService {
  constructor(private readonly orm: Orm, private readonly tracking: TrackingService, private readonly reference: Reference, private readonly clock: Clock) {}

  /**
   * @returns the promise and the number of its appeal
   * @throws {Refusal} PROMISE_LINK_UNKNOWN, PROMISE_LINK_USED, PROMISE_LINK_EXPIRED, PROMISE_NOT_ASKED, PROMISE_ACCESS_MISSING
   */
  async report({ token, number, code, promiseId, outcome }: ReportPromiseInput): Promise<{ promiseId: string; appealId: string; appealNumber: string }> {
    const byCode = !token && number && code && promiseId ? await this.tracking.open(number, code) : null;
    if (!token && byCode === null) throw new Refusal('PROMISE_ACCESS_MISSING');
    const appealId = byCode ?? await appealByPromiseLink(this.orm, hashOf(token!));
    if (appealId === null) throw new Refusal('PROMISE_LINK_UNKNOWN', 'token');
    const applicant: Actor = { kind: 'APPLICANT', appealId };
    return transaction(this.orm, applicant, async (em) => {
      // The appeal first, as everywhere: an erasure may be under way.
      const appeal = await em.findOneOrFail(Appeal, appealId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const promise = await em.findOne(AnswerPromise, byCode ? { id: asId(promiseId!, 'promiseId'), appeal: appealId } : { linkHash: hashOf(token!) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!promise) throw byCode ? new Refusal('PROMISE_NOT_ASKED', 'promiseId') : new Refusal('PROMISE_LINK_UNKNOWN', 'token');
      const now = this.clock.now();
      const timeZone = this.reference.timeZone(appeal.region);
      if (!byCode && promise.linkUsedAt) throw new Refusal('PROMISE_LINK_USED', 'token');
      if (!promise.askedAt) throw new Refusal('PROMISE_NOT_ASKED');
      if (localDay(now, timeZone) > outcomeBy(localDay(promise.askedAt, timeZone))) throw new Refusal('PROMISE_LINK_EXPIRED');
      promise.state = outcome;
      promise.outcomeAt = now;
      promise.linkUsedAt = now;
      await em.flush();
      await record(em, appeal, applicant, now, { event: 'PROMISE_REPORTED', reason: outcome });
      await tellConsole(em, appeal);
      return { promiseId: promise.id, appealId, appealNumber: appeal.number };
    });
  }

  /**
   * A job's round: on the promised day, from nine in the morning of the region, the applicant is asked; of an answer that can still be
   * taken back, in a later round.
   * @returns how many promises
   */
  static async askDue(orm: Orm, clock: Clock): Promise<number> {
    const now = clock.now();
    const { rows: due } = await sql<{ id: string; appealId: string }>`
      select o.id, o.appeal_id as "appealId" from promise o join appeal a on a.id = o.appeal_id join region r on r.code = a.region_code
      where o.state = 'OPEN' and o.due_on <= (${now}::timestamptz + interval '14 hours')::date
        and (o.due_on + make_interval(hours => ${ASKING_HOUR})) <= (${now}::timestamptz at time zone r.time_zone)
        and not exists (select from undo_step s where s.appeal_id = o.appeal_id and s.until > ${now}::timestamptz and s.undone_at is null) order by o.due_on, o.id limit ${PER_ROUND}`.execute(rowsFor(orm, SYSTEM));
    let asked = 0;
    for (const { id, appealId } of due) {
      const done = await transaction(orm, SYSTEM, async (em) => {
        const appeal = await em.findOneOrFail(Appeal, appealId, { lockMode: LockMode.PESSIMISTIC_WRITE });
        const promise = await em.findOne(AnswerPromise, { id, state: 'OPEN' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
        if (!promise) return false;
        Object.assign(promise, { state: 'ASKED', askedAt: now });
        await em.flush();
        await record(em, appeal, SYSTEM, now, { event: 'PROMISE_ASKED' });
        await addJob(em, 'appeal_news', { appealId, news: 'PROMISE_DUE', promiseId: id });
        await tellConsole(em, appeal);
        return true;
      });
      if (done) asked += 1;
    }
    return asked;
  }

  /** A job's round: who was asked and said nothing within the days is asked no more, and what became of it stays unknown. @returns how many */
  static async closeUnanswered(orm: Orm, clock: Clock): Promise<number> {
    const now = clock.now();
    const { numAffectedRows } = await sql`update promise set state = 'UNKNOWN', outcome_at = ${now}
      where state = 'ASKED' and asked_at < ${now}::timestamptz - make_interval(days => ${OUTCOME_DAYS + 1})`.execute(rowsFor(orm, SYSTEM));
    return Number(numAffectedRows ?? 0);
  }
}
