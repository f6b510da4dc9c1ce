import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { APPEAL_STATUSES, REJECT_REASONS } from '../../src/appeals/appeal.lifecycle.js';
import { DeadlineRules } from '../../src/appeals/deadline-rules.js';
import { answerDeadline, feedbackWindowEnd } from '../../src/appeals/deadline.js';
import { rowsOf } from '../../src/db/orm.js';
import { demoDeputies, loadDemo } from '../../src/demo/load.js';
import { importReference } from '../../src/regions/import-reference.js';
import { SetClock } from '../../src/shared/clock.js';
import { Vault } from '../../src/shared/vault.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

/** A Tuesday in the middle of the working day of Moscow. */
const NOW = new Date('2026-11-24T09:30:00Z');
const vault = Vault.of({ secret: 'x'.repeat(32), dataKeys: null });

let database: TestDatabase;
const rows = async <T>(query: string): Promise<T[]> => (await sql<T>`${sql.raw(query)}`.execute(rowsOf(database.orm.em.fork()))).rows;
const one = async (query: string): Promise<Record<string, unknown>> => (await rows<Record<string, unknown>>(query))[0]!;

async function demonstration(name: string, now: Date, appeals: number): Promise<TestDatabase> {
  const made = await testDatabase(name);
  await importReference(made.orm, { clock: new SetClock(now) });
  await loadDemo({ orm: made.orm, databaseUrl: made.url, now, log: () => undefined, appeals, vault });
  return made;
}

beforeAll(async () => {
  database = await demonstration('demo', NOW, 1500);
}, 60_000);
afterAll(() => database.drop());

test('the roll-out shows the figures of the product to the last deputy', async () => {
  expect(await one(`select count(*) deputies, count(*) filter (where joining = 'PILOT') pilot, count(*) filter (where joining = 'SELF_ENROLLED') enrolled,
    count(distinct d.region_code) filter (where joining = 'PILOT') "pilotRegions", count(distinct d.region_code) filter (where joining = 'SELF_ENROLLED') "enrolledRegions",
    (select sum(planned_deputies)::int from representative_body) planned from deputy d join mandate m on m.deputy_id = d.id and m.is_current`))
    .toEqual({ deputies: 2715, pilot: 460, enrolled: 2255, pilotRegions: 10, enrolledRegions: 58, planned: 460 });
  expect(await rows(`select stage, count(*) regions from (select distinct on (region_code, level) stage from region_stage where service = 'APPEALS'
    order by region_code, level, since desc) s group by stage order by stage`))
    .toEqual([{ stage: 'CLOSED', regions: 30 }, { stage: 'PILOT', regions: 20 }, { stage: 'SELF_ENROLMENT', regions: 116 }]);
  expect(await rows(`select distinct region_code code from region_stage where service = 'NATIONAL_PROJECTS' and stage = 'PILOT' order by 1`))
    .toEqual(['RU-CE', 'RU-MAG', 'RU-NVS', 'RU-PSK', 'RU-ROS', 'RU-RYA', 'RU-TYU', 'RU-ULY'].map((code) => ({ code })));
  expect(await one(`select count(*) bodies, count(distinct region_code) regions, (select count(*) from faction) factions from representative_body`))
    .toEqual({ bodies: 166, regions: 83, factions: 166 });
});

test('pilot deputies joined within two weeks nine months ago, the others over the months that followed', async () => {
  expect(await one(`select max(joined_on) - min(joined_on) <= 13 quick, min(joined_on) between date '2026-11-24' - 285 and date '2026-11-24' - 265 "nineMonths"
    from mandate where joining = 'PILOT'`)).toEqual({ quick: true, nineMonths: true });
  const months = await rows<{ joined: number }>(`select count(*) joined from mandate where joining = 'SELF_ENROLLED' group by date_trunc('month', joined_on)`);
  expect(months.length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...months.map(({ joined }) => joined))).toBeLessThan(700);
});

/** Each query finds rows that must not be there. */
const NEVER: Readonly<Record<string, string>> = {
  'an appeal whose status is not that of its last move': `select a.number from appeal a
    join lateral (select to_status from history_entry where appeal_id = a.id and event = 'MOVE' order by position desc limit 1) h on true where h.to_status <> a.status`,
  'a move that does not start where the last one ended': `select 1 from (select from_status, lag(to_status) over (partition by appeal_id order by position) before
    from history_entry where event = 'MOVE') h where from_status is distinct from before`,
  'history that goes back in time or skips a position': `select 1 from (select position, at, row_number() over w n, lag(at) over w before
    from history_entry window w as (partition by appeal_id order by position)) h where n <> position or before > at`,
  'a version that is not the number of moves': `select number from appeal a where version <> (select count(*) from history_entry where appeal_id = a.id and event = 'MOVE')`,
  'an appeal that was changed at another moment than it was last moved': `select number from appeal a
    where changed_at <> (select max(at) from history_entry where appeal_id = a.id and event = 'MOVE')`,
  'something that lies ahead': `select 'appeal' from appeal where greatest(submitted_at, changed_at, registered_at, answered_at, closed_at, first_reaction_at) > timestamptz '${NOW.toISOString()}'
    union all select 'history' from history_entry where at > timestamptz '${NOW.toISOString()}' union all select 'mark' from feedback where given_at > timestamptz '${NOW.toISOString()}'
    union all select 'message' from message where created_at > timestamptz '${NOW.toISOString()}' union all select 'draft' from answer_draft where saved_at > timestamptz '${NOW.toISOString()}'
    union all select 'deputy' from deputy where greatest(created_at, contact_confirmed_at) > timestamptz '${NOW.toISOString()}' union all select 'mail' from mail where created_at > timestamptz '${NOW.toISOString()}'`,
  'an ended appeal without the moment of its end, or an open one with it': `select number from appeal
    where (closed_at is not null) <> (status in ('CLOSED', 'REJECTED', 'WITHDRAWN') or forwarded_outside)`,
  'a registered appeal without topic, deputy, mandate, deadline or question': `select number from appeal a where status in ('REGISTERED', 'IN_PROGRESS', 'ANSWERED', 'REOPENED', 'CLOSED')
    and (topic_code is null or deputy_id is null or mandate_id is null or due_on is null or registered_on is null or not exists (select 1 from question where appeal_id = a.id))`,
  'an answered question without a result, or a result without an answer': `select number from appeal a join question q on q.appeal_id = a.id
    where (q.result is not null) <> (status in ('ANSWERED', 'CLOSED') or forwarded_outside)`,
  'an answered appeal without an answer in the thread': `select number from appeal a where status in ('ANSWERED', 'CLOSED')
    and not exists (select 1 from message where appeal_id = a.id and kind = 'ANSWER' and created_at = a.answered_at and deputy_id = a.deputy_id)`,
  'a window for marks that is over while the appeal is still answered': `select number from appeal where status = 'ANSWERED' and feedback_until < date '2026-11-24' - 1`,
  'a clarification that was not answered in time and still waits': `select number from appeal where status = 'CLARIFICATION' and (clarify_by is null or clarify_by < date '2026-11-24' - 1)`,
  'a rejected appeal without reason, or a text without one': `select number from appeal a where (reject_reason is not null) <> (status = 'REJECTED')
    or (status = 'REJECTED' and reject_reason <> 'NO_CLARIFICATION' and not exists (select 1 from message where appeal_id = a.id and kind = 'REJECTION'))`,
  'a deputy of another region, not reachable, or not yet there': `select number from appeal a join deputy d on d.id = a.deputy_id join mandate m on m.id = a.mandate_id
    where d.region_code <> a.region_code or m.deputy_id <> d.id or d.contact_confirmed_at is null or m.joined_on >= a.submitted_at::date + 1`,
  'an appeal to a region that was not open': `select number from appeal a where not exists (select 1 from region_stage s where s.region_code = a.region_code
    and service = 'APPEALS' and stage in ('PILOT', 'SELF_ENROLMENT') and since <= (a.submitted_at + interval '12 hours')::date)`,
  'numbers out of order': `select number from (select number, lag(number) over (partition by region_code order by submitted_at, id) before from appeal) n where before >= number`,
  'a counter of numbers that is not at the last one': `select region_code from appeal_number n where last <> (select max(right(number, 6)::int) from appeal a
    where a.region_code = n.region_code and split_part(a.number, '-', 2)::int = n.year) or last <> (select count(*) from appeal a where a.region_code = n.region_code)`,
  'a mark that is not of the answer of its deputy': `select 1 from feedback f join message m on m.id = f.answer_id join mandate t on t.id = f.mandate_id
    where m.kind <> 'ANSWER' or m.deputy_id <> f.deputy_id or t.deputy_id <> f.deputy_id or m.appeal_id <> f.appeal_id or f.given_at <= m.created_at`,
  'a marked appeal that was neither closed by it nor reopened after it': `select a.number from feedback f join appeal a on a.id = f.appeal_id
    where not exists (select 1 from history_entry h where h.appeal_id = a.id and h.move = 'CLOSE' and h.reason = 'FEEDBACK_GIVEN' and h.at = f.given_at)`,
  'a comment without a state, or a state without a comment': `select 1 from feedback where (comment is null) <> (comment_state = 'NONE')`,
  'a link to mark an answer that was marked by it, or that is over': `select 1 from feedback_link l where valid_until < timestamptz '${NOW.toISOString()}'
    or (used_at is not null and not exists (select 1 from feedback f where f.answer_id = l.answer_id))`,
  'a draft of an appeal that is not in hand': `select number from answer_draft d join appeal a on a.id = d.appeal_id where a.status <> 'IN_PROGRESS'`,
  'a full name that stands twice in one body': `select sort_name from deputy d join mandate m on m.deputy_id = d.id group by body_id, sort_name having count(*) > 1`,
  'a deputy whose names disagree in sex': `select sort_name from deputy where middle_name ~ 'на$' and last_name ~ '(ов|ев|ёв|ин|ский|цкий|ный)$' and length(last_name) > 4
      and last_name !~ '(ан|ян)$' or middle_name ~ 'ич$' and last_name ~ '(ова|ева|ёва|ская|цкая|ная)$'`,
  'a word of a template that nothing filled': `select number from appeal where subject || text ~ '[{}\\[\\]]|undefined|null' union all select text from message where text ~ '[{}\\[\\]]|undefined|null'
    union all select comment from feedback where comment ~ '[{}\\[\\]]|undefined|null'`,
  'a text longer than people may send': `select number from appeal where length(text) > 20000 or length(subject) > 300 union all select '' from question where length(text) > 2000`,
};

describe('in the demonstration there is never', () => {
  test.each(Object.entries(NEVER))('%s', async (_what, query) => {
    expect((await rows(query)).slice(0, 5)).toEqual([]);
  });
});

test('every applicant can be reached, at an address and number that belong to nobody', async () => {
  const people = await rows<{ email: string | null; phone: string | null }>('select email, phone from applicant');
  for (const { email, phone } of people) {
    const contacts = { email: vault.opened('applicant.email', email), phone: vault.opened('applicant.phone', phone) };
    expect(contacts.email ?? contacts.phone).not.toBeNull();
    if (contacts.email) expect(contacts.email).toMatch(/\.(example|test)$/);
    if (contacts.phone) expect(contacts.phone).toMatch(/^\+7 000 /);
  }
});

test('every deadline is the one that the rules give', async () => {
  const rules = await DeadlineRules.load(database.orm);
  const appeals = await rows<{ number: string; policy: string; on: string; due: string; extension: number; paused: number; answered: string | null; until: string | null }>(
    `select number, policy_id policy, registered_on "on", due_on due, extension_days extension, paused_days paused, answered_on answered, feedback_until until
     from appeal where due_on is not null`);
  expect(appeals.length).toBeGreaterThan(1000);
  const wrong = appeals.filter(({ policy: id, on, due, extension, paused, answered, until }) => {
    const policy = rules.policy(id);
    const { dueOn } = answerDeadline({ registeredOn: on, policy, calendar: rules.calendar, extensionDays: extension, pausedDays: paused });
    return dueOn !== due || rules.calendar.isDayOff(on) || until !== (answered && feedbackWindowEnd(answered, policy).dueOn);
  });
  expect(wrong).toEqual([]);
});

test('every status and every reason to reject is there, and the queue of the anchor region is alive', async () => {
  const statuses = await rows<{ status: string; n: number }>('select status, count(*) n from appeal group by status');
  expect(statuses.map(({ status }) => status).sort()).toEqual([...APPEAL_STATUSES].sort());
  const reasons = await rows<{ reason: string }>('select distinct reject_reason reason from appeal where reject_reason is not null');
  expect(reasons.length).toBeGreaterThan(REJECT_REASONS.length - 4);
  const waiting = await rows<{ region: string; n: number }>(`select region_code region, count(*) n from appeal where status = 'SUBMITTED' group by 1 order by 2 desc`);
  expect(waiting[0]).toMatchObject({ region: 'RU-NVS' });
  expect(waiting.length).toBe(68);
});

test('people write in their own words', async () => {
  const { texts, distinct } = await one('select count(*) texts, count(distinct text) "distinct" from appeal') as { texts: number; distinct: number };
  expect(distinct / texts).toBeGreaterThan(0.995);
  const { topics } = await one('select count(distinct topic_code) topics from question') as { topics: number };
  expect(topics).toBeGreaterThan(20);
});

test('the deputies of the demonstration accounts have something due today, at risk, late, new, in hand and reopened', async () => {
  const { deputy, deputy2 } = await demoDeputies(database.orm);
  expect(deputy.name).toBe('Ольга Викторовна Савельева');
  for (const { id } of [deputy, deputy2]) {
    const open = await one(`select count(*) filter (where due_on = '2026-11-24') today, count(*) filter (where due_on between '2026-11-25' and '2026-11-29') "atRisk",
      count(*) filter (where due_on < '2026-11-24') late, count(*) filter (where status = 'REGISTERED') "new", count(*) filter (where status = 'IN_PROGRESS') "inHand",
      count(*) filter (where status = 'REOPENED') reopened from appeal where deputy_id = '${id}' and status in ('REGISTERED', 'IN_PROGRESS', 'REOPENED')`);
    for (const [what, count] of Object.entries(open)) expect(count, `${what} of ${id}`).toBeGreaterThanOrEqual(2);
  }
});

test('a second demonstration of the same moment is the same to the last id', async () => {
  const again = await demonstration('again', NOW, 150);
  const twin = await demonstration('twin', NOW, 150);
  // What is encrypted is different each time: of mails their addressees' hashes are compared.
  const said = (table: string) => (table === 'mail' ? sql`concat_ws(' ', t.id, t.kind, t.appeal_id, t.to_hash, t.subject, t.created_at)` : sql`t::text`);
  const digest = (made: TestDatabase): Promise<unknown[]> => Promise.all(['deputy', 'appeal', 'message', 'history_entry', 'feedback', 'mail'].map(async (table) => (await sql`
    select count(*) n, md5(string_agg(${said(table)}, '' order by t.id)) digest from ${sql.table(table)} t`.execute(rowsOf(made.orm.em.fork()))).rows[0]));
  const [first, second] = [await digest(again), await digest(twin)];
  await Promise.all([again.drop(), twin.drop()]);
  // Policies have ids of their own in each database; an appeal names its policy.
  expect([first[0], ...first.slice(2)]).toEqual([second[0], ...second.slice(2)]);
}, 60_000);

test.each(['2027-01-03T02:00:00Z', '2026-05-02T21:30:00Z', '2028-02-29T23:59:00Z'])('it can be loaded at any moment: %s', async (moment) => {
  const made = await demonstration('moment', new Date(moment), 300);
  const { rows: [found] } = await sql<{ n: number; late: number }>`select count(*) n, count(*) filter (where changed_at > ${moment}::timestamptz) late from appeal`.execute(rowsOf(made.orm.em.fork()));
  await made.drop();
  expect(found!.n).toBeGreaterThan(250);
  expect(found!.late).toBe(0);
}, 60_000);
