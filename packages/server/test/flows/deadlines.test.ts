import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { importCalendar } from '../../src/regions/import-reference.js';
import { addJob } from '../../src/shared/jobs.js';
import { runPendingJobs } from '../../src/jobs/run-once.js';
import { move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
let coordinator: Person;
let deputy: Person;

beforeAll(async () => {
  world = await startWorld('deadlines');
  [moderator, coordinator, deputy] = [await world.staffMember('MODERATOR', ['RU-PSK']), await world.staffMember('COORDINATOR', ['RU-PSK']), await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id)];
}, 60_000);
afterAll(() => world.stop());

const at = (moment: string): void => world.clock.set(new Date(moment));
const db = () => rowsOf(world.database.orm.em.fork());

async function registered(): Promise<SentAppeal> {
  const appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
  return appeal;
}

async function round(): Promise<void> {
  const { parts } = workerOf(world);
  await addJob(world.app.parts.orm.em.fork(), 'escalate', {});
  await runPendingJobs(parts);
}

const stepsOf = async ({ id }: SentAppeal) => (await db().selectFrom('escalation').where('appeal_id', '=', id).orderBy('at').orderBy('step').select(['step', 'due_on as dueOn']).execute()).map(({ step, dueOn }) => `${step} ${dueOn}`);

test('the first reaction is shown, missed after three working days, and found by the filter, the count and the board', async () => {
  at('2026-03-20T06:15:00Z'); // Friday
  const appeal = await registered();
  const read = async (person: Person) => (await person.ask('query($id: ID!) { appeal(id: $id) { firstReaction { deadline { dueOn steps { text } } reactedAt missed } } me { attention { firstReactionMissed } } appeals(filter: { firstReactionMissed: true }) { totalCount edges { node { id } } } }', { id: appeal.id })).data;
  expect((await read(coordinator)).appeal.firstReaction).toMatchObject({ deadline: { dueOn: '2026-03-25' }, reactedAt: null, missed: false });
  at('2026-03-25T18:00:00Z');
  expect(await read(coordinator)).toMatchObject({ appeal: { firstReaction: { missed: false } }, me: { attention: { firstReactionMissed: 0 } }, appeals: { totalCount: 0 } });
  at('2026-03-26T06:00:00Z');
  expect(await read(coordinator)).toMatchObject({ appeal: { firstReaction: { missed: true } }, me: { attention: { firstReactionMissed: 1 } }, appeals: { totalCount: 1, edges: [{ node: { id: appeal.id } }] } });
  const board = (await coordinator.ask('{ deadlineBoard(regionCode: "RU-PSK") { deputy { id } inTime atRisk today late firstReactionMissed submitted } }')).data.deadlineBoard;
  expect(board).toEqual([{ deputy: { id: world.psk.deputies[0]!.id }, inTime: 1, atRisk: 0, today: 0, late: 0, firstReactionMissed: 1, submitted: 0 }]);
  await move(deputy, 'beginAppeal', 'BeginAppealInput', { id: appeal.id, version: await versionOf(deputy, appeal) });
  expect(await read(coordinator)).toMatchObject({ appeal: { firstReaction: { reactedAt: '2026-03-26T06:00:00.000Z', missed: true } }, me: { attention: { firstReactionMissed: 0 } } });
});

test('the board is a region’s own, and no deputy’s', async () => {
  const ask = (person: Person, code: string) => person.ask('query($code: String!) { deadlineBoard(regionCode: $code) { late } }', { code });
  expect((await ask(coordinator, 'RU-NVS')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await ask(coordinator, 'RU-XXX')).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect((await ask(deputy, 'RU-PSK')).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect((await ask(world.citizen, 'RU-PSK')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('the ladder: deputy, aide, coordinator, each once, on working days in working hours, and anew for a new deadline', async () => {
  at('2026-03-20T06:15:00Z');
  const appeal = await registered(); // due on Friday, 17 April
  at('2026-04-11T09:00:00Z');
  await round();
  expect(await stepsOf(appeal)).toEqual([]);
  at('2026-04-12T09:00:00Z'); // five days ahead, but a Sunday
  await round();
  expect(await stepsOf(appeal)).toEqual([]);
  at('2026-04-13T05:00:00Z'); // Monday, eight in the morning
  await round();
  expect(await stepsOf(appeal)).toEqual([]);
  at('2026-04-13T06:30:00Z');
  await round();
  await Promise.all([round(), round()]);
  expect(await stepsOf(appeal)).toEqual(['DEPUTY 2026-04-17']);
  at('2026-04-15T07:00:00Z');
  await round();
  expect(await stepsOf(appeal)).toEqual(['DEPUTY 2026-04-17', 'AIDE 2026-04-17']);
  const { data } = await coordinator.ask('query($id: ID!) { appeal(id: $id) { history { event reason actorKind } historyWhole } }', { id: appeal.id });
  expect(data.appeal.history.filter(({ event }: { event: string }) => event === 'ESCALATED')).toEqual([
    { event: 'ESCALATED', reason: 'депутату', actorKind: 'SYSTEM' }, { event: 'ESCALATED', reason: 'помощнику депутата', actorKind: 'SYSTEM' }]);
  expect(data.appeal.historyWhole).toBe(true);

  await move(deputy, 'beginAppeal', 'BeginAppealInput', { id: appeal.id, version: await versionOf(deputy, appeal) });
  const { data: extended } = await move(deputy, 'extendAppeal', 'ExtendAppealInput', { id: appeal.id, version: await versionOf(deputy, appeal), days: 10, reason: 'Ждём подрядчика' });
  expect(extended.extendAppeal.appeal.dueOn).toBe('2026-04-29');
  at('2026-04-20T07:00:00Z');
  await round();
  expect(await stepsOf(appeal)).toHaveLength(2);
  at('2026-04-30T07:00:00Z');
  await round();
  expect((await stepsOf(appeal)).slice(2).toSorted()).toEqual(['AIDE 2026-04-29', 'COORDINATOR 2026-04-29', 'DEPUTY 2026-04-29']);
});

test('a region’s policy has a ladder of its own', async () => {
  at('2026-03-20T06:15:00Z');
  const appeal = await registered();
  const { policy_id: id } = await db().selectFrom('appeal').where('id', '=', appeal.id).select('policy_id').executeTakeFirstOrThrow();
  const { terms } = await db().selectFrom('deadline_policy').where('id', '=', id).select('terms').executeTakeFirstOrThrow();
  const set = (escalations: unknown) => db().updateTable('deadline_policy').set({ terms: JSON.stringify({ ...terms, escalations }) as never }).where('id', '=', id).execute();
  await set({ COORDINATOR: 20 });
  at('2026-03-30T07:00:00Z');
  await round();
  expect(await stepsOf(appeal)).toEqual(['COORDINATOR 2026-04-17']);
  await set(undefined);
  await world.app.parts.rules.refresh();
});

test('a calendar of deadlines: secret address, walls of its owner at each fetch, nothing of applicants, gone when revoked or the account is off', async () => {
  at('2026-03-20T06:15:00Z');
  const appeal = await registered();
  const aide = await world.staffMember('AIDE', [], world.psk.deputies[0]!.id);
  const link = async () => (await aide.ask('mutation { linkCalendar { url calendarFeed { createdAt } errors { code } } }')).data.linkCalendar.url as string;
  const fetched = (url: string) => world.app.http.inject({ method: 'GET', url: new URL(url).pathname });
  expect((await aide.ask('{ myCalendarFeed { createdAt } }')).data.myCalendarFeed).toBeNull();
  const first = await link();
  const response = await fetched(first);
  expect([response.statusCode, response.headers['content-type'], response.headers['cache-control']]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store']);
  const text = response.body.replaceAll('\r\n ', '');
  expect(text).toContain(`UID:${appeal.id}@127.0.0.1\r\n`);
  expect(text).toContain(`DTSTART;VALUE=DATE:20260417\r\nSUMMARY:Срок ответа: ${appeal.number}\r\n`);
  expect(text).not.toMatch(/Петров|фонар|освещени|petrova/i);
  expect((await aide.ask('{ myCalendarFeed { createdAt } }')).data.myCalendarFeed).toEqual({ createdAt: '2026-03-20T06:15:00.000Z' });

  const second = await link();
  expect((await fetched(first)).statusCode).toBe(404);
  const { data: { me } } = await aide.ask('{ me { id } }');
  await db().updateTable('account').set({ deputy_id: world.psk.deputies[1]!.id }).where('id', '=', me.id).execute();
  expect((await fetched(second)).body).not.toContain(appeal.id);
  await db().updateTable('account').set({ deactivated_at: world.clock.now() }).where('id', '=', me.id).execute();
  expect((await fetched(second)).statusCode).toBe(404);
  await db().updateTable('account').set({ deactivated_at: null }).where('id', '=', me.id).execute();
  expect((await fetched(second)).statusCode).toBe(200);
  const { data } = await (await world.staffMember('ANALYST')).ask('mutation { unlinkCalendar { unlinked } }');
  expect(data.unlinkCalendar.unlinked).toBe(false);
  for (const url of ['/calendar/x.ics', '/calendar/.ics', `/calendar/${'a'.repeat(5000)}.ics`]) expect((await world.app.http.inject({ method: 'GET', url })).statusCode).toBeGreaterThanOrEqual(400);
});

test('a calendar of days off is loaded from a file, and the servers count by it at once', async () => {
  const file = (name: string, text: string): string => {
    const place = path.join(tmpdir(), name);
    writeFileSync(place, text);
    return place;
  };
  expect(world.app.parts.rules.calendar.isDayOff('2031-02-11')).toBe(false);
  expect(await importCalendar(world.database.orm, file('days-2031.csv', 'day,kind,name\n2031-02-11,OFF,Перенос\n2031-02-15,WORK,\n'))).toEqual([2031]);
  await expect.poll(() => world.app.parts.rules.calendar.isDayOff('2031-02-11')).toBe(true);
  await expect(importCalendar(world.database.orm, file('broken.csv', 'day,kind,name\n2031-02-11,OFF,\n2031-02-30,OFF,\n'))).rejects.toThrow('broken.csv, строка 3: «2031-02-30» не дата');
  await expect(importCalendar(world.database.orm, file('empty.csv', 'day,kind,name\n'))).rejects.toThrow('empty.csv, строка 1');
});
