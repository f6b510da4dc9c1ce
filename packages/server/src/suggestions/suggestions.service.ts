import { sql } from 'kysely';
import { tellConsole } from '../appeals/index.js';
import { rowsFor, transaction } from '../db/acting.js';
import { jsonb } from '../db/columns.js';
import { rowsOf, type Orm } from '../db/orm.js';
import type { Reference } from '../regions/index.js';
import { SYSTEM } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { chooseDeputy, type Candidate } from './deputy-choice.formula.js';
import { nameTerm, streetIn } from './places.js';
import { keepReading, type Suggester } from './suggester.js';

/** How far back earlier decisions say something about where an appeal belongs, in days. */
const YEAR = 365;
/** Letters that one round reads anew; the next round takes the others. */
const ROUND = 2_000;

/** The part of suggestions that needs other rows: whom the appeal could go to, and letters that no version has read yet. */
export class SuggestionsService {
  constructor(private readonly orm: Orm, private readonly suggester: Suggester, private readonly reference: Reference, private readonly clock: Clock) {}

  /** Suggests a deputy for an appeal that waits for a moderator; false when nobody waits for it any more. */
  async findDeputy(appealId: string): Promise<boolean> {
    return transaction(this.orm, SYSTEM, async (em) => {
      const db = rowsOf(em);
      const appeal = await db.selectFrom('appeal as a').innerJoin('suggestion as s', 's.appeal_id', 'a.id').where('a.id', '=', appealId)
        .where('a.status', '=', 'SUBMITTED').select(['a.region_code', 'a.deputy_id', 'a.subject', 'a.text', 'a.topic_code', 's.topics']).executeTakeFirst();
      if (!appeal) return false;
      const topicCode = appeal.topic_code ?? appeal.topics[0]?.code ?? null;
      const street = streetIn(`${appeal.subject}. ${appeal.text}`);
      const candidates = await this.candidates(db, appeal.region_code, topicCode, street?.stem ?? null);
      const choice = chooseDeputy({ candidates, chosenId: appeal.deputy_id ?? null, subject: appeal.subject, text: appeal.text, topicCode, street: street?.name ?? null });
      await db.updateTable('suggestion').where('appeal_id', '=', appealId).set({
        deputy_id: choice?.deputyId ?? null, deputy_reason: choice?.reason ?? null, deputy_facts: choice && jsonb({ ...choice.facts }),
      }).execute();
      await tellConsole(em, { id: appealId, region: appeal.region_code, deputy: appeal.deputy_id });
      return true;
    });
  }

  /** Reads what waits for a moderator and was read by no version or by an older one; says which appeals it read. */
  async readWaiting(): Promise<string[]> {
    await this.suggester.refresh();
    const { version } = this.suggester;
    const waiting = await rowsFor(this.orm, SYSTEM).selectFrom('appeal as a').leftJoin('suggestion as s', 's.appeal_id', 'a.id')
      .where('a.status', '=', 'SUBMITTED').where('a.anonymised_at', 'is', null)
      .where((eb) => eb.or([eb('s.appeal_id', 'is', null), eb('s.model_version', '<', version)]))
      .select(['a.id', 'a.subject', 'a.text']).orderBy('a.submitted_at').limit(ROUND).execute();
    const at = this.clock.now();
    for (const { id, subject, text } of waiting) {
      const reading = this.suggester.read(subject, text);
      await transaction(this.orm, SYSTEM, async (em) => {
        await keepReading(em, id, version, reading, at);
        // A newer version may find what an older one passed over; a letter that is marked stays marked, and what a person said of it holds.
        if (reading.urgency.length > 0) await rowsOf(em).updateTable('appeal').set({ urgent: true }).where('id', '=', id).where('urgency_decided', '=', false).execute();
      });
    }
    return waiting.map(({ id }) => id);
  }

  /** Deputies of the region to whom an appeal can go, with what they have had to do with such appeals. */
  private async candidates(db: ReturnType<typeof rowsOf>, regionCode: string, topicCode: string | null, street: string | null): Promise<Candidate[]> {
    const since = new Date(this.clock.now().getTime() - YEAR * 86_400_000);
    const open = db.selectFrom('appeal').where('region_code', '=', regionCode).where('status', 'in', ['REGISTERED', 'IN_PROGRESS', 'REOPENED']).where('forwarded_outside', '=', false)
      .select(['deputy_id', (eb) => eb.fn.countAll<number>().as('count')]).groupBy('deputy_id');
    const ofTopic = db.selectFrom('appeal').where('topic_code', '=', topicCode ?? '').where('submitted_at', '>=', since).where('region_code', '=', regionCode)
      .where('registered_on', 'is not', null).select(['deputy_id', (eb) => eb.fn.countAll<number>().as('count')]).groupBy('deputy_id');
    const ofStreet = db.selectFrom('appeal_print as p').innerJoin('appeal as a', 'a.id', 'p.appeal_id').where('p.region_code', '=', regionCode).where('p.at', '>=', since)
      .where(sql<boolean>`p.terms @> ${street === null ? null : [nameTerm(street)]}::text[]`).where('a.registered_on', 'is not', null)
      .select(['a.deputy_id', (eb) => eb.fn.countAll<number>().as('count')]).groupBy('a.deputy_id');
    const rows = await db.selectFrom('deputy as d')
      .innerJoin('mandate as m', (join) => join.onRef('m.deputy_id', '=', 'd.id').on('m.is_current', '=', true).on('m.ended_on', 'is', null))
      .innerJoin('representative_body as b', 'b.id', 'm.body_id').leftJoin('district as x', 'x.id', 'm.district_id')
      .leftJoin(open.as('o'), 'o.deputy_id', 'd.id').leftJoin(ofTopic.as('t'), 't.deputy_id', 'd.id').leftJoin(ofStreet.as('s'), 's.deputy_id', 'd.id')
      .where('d.region_code', '=', regionCode).where('d.contact_confirmed_at', 'is not', null)
      .select(['d.id', 'd.last_name', 'b.level', 'x.number', sql<number>`coalesce(o.count, 0)::int`.as('open'), sql<number>`coalesce(t.count, 0)::int`.as('ofTopic'),
        sql<number>`coalesce(s.count, 0)::int`.as('ofStreet')])
      .orderBy('d.id').execute();
    const now = this.clock.now();
    return rows.filter(({ level }) => this.reference.isOpenForAppeals(regionCode, level, now))
      .map((row) => ({ id: row.id, lastName: row.last_name, level: row.level, district: row.number ?? null, open: row.open, ofTopic: row.ofTopic, ofStreet: row.ofStreet }));
  }
}
