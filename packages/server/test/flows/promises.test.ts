import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { addJob } from '../../src/shared/jobs.js';
import { move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { mailsOf, workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
let deputy: Person;
let otherDeputy: Person;
let coordinator: Person;
let worker: ReturnType<typeof workerOf>;

beforeAll(async () => {
  world = await startWorld('promises', undefined, { env: { UNDO_SECONDS: '30' } });
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  otherDeputy = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
  worker = workerOf(world);
}, 60_000);
afterAll(() => world.stop());
// 20 March 2026, 9:15 in Pskov.
beforeEach(() => world.clock.set(new Date('2026-03-20T06:15:00.000Z')));

const PROMISE = { text: 'Фонари починят до 1 апреля.', dueOn: '2026-04-01' };
const sign = async (person: Person, appeal: SentAppeal, promises: object[] | null) => {
  const { data } = await person.ask('query($id: ID!) { appeal(id: $id) { version questions { id } } }', { id: appeal.id });
  return (await move(person, 'answerAppeal', 'AnswerAppealInput', {
    id: appeal.id, version: data.appeal.version, text: 'Мария Ивановна, фонари починят до 1 апреля.', questions: data.appeal.questions.map(({ id }: { id: string }) => ({ id, result: 'MEASURES_TAKEN' })), promises,
  })).data.answerAppeal;
};
const registered = async (more: Record<string, unknown> = {}): Promise<SentAppeal> => {
  const appeal = await submits(world.citizen, world.psk, more);
  await registers(moderator, appeal, world.psk);
  world.clock.advance(31_000);
  return appeal;
};
const promised = async (more: Record<string, unknown> = {}): Promise<SentAppeal> => {
  const appeal = await registered(more);
  expect((await sign(deputy, appeal, [PROMISE])).errors).toEqual([]);
  world.clock.advance(31_000);
  await worker.work();
  return appeal;
};
/** The job's round at this moment. */
const round = async (at: string): Promise<void> => {
  world.clock.set(new Date(at));
  await addJob(world.app.parts.orm.em.fork(), 'ask_promises', {});
  await worker.work();
};
const PROMISES = 'promises { id text dueOn state askedAt outcomeAt }';
const seen = async (person: Person, { id }: { id: string }) => (await person.ask(`query($id: ID!) { appeal(id: $id) { messages { kind ${PROMISES} } history { event reason } } }`, { id })).data.appeal;
const ofAnswer = (messages: { kind: string; promises: Record<string, unknown>[] }[]) => messages.find(({ kind }) => kind === 'ANSWER')!.promises;
const tracked = async ({ number, code }: SentAppeal) =>
  (await world.citizen.ask(`query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { status messages { kind ${PROMISES} } steps { title } } }`, { number, code })).data.trackAppeal;
const tokenOf = async ({ id }: { id: string }): Promise<string> => {
  const mail = (await mailsOf(world, id)).find(({ kind }) => kind === 'PROMISE_DUE');
  return /\/promise\/([\w-]+)\?outcome=kept/.exec(mail?.text ?? '')![1]!;
};
const report = async (input: Record<string, unknown>) => (await world.citizen.ask('mutation($input: ReportPromiseInput!) { reportPromise(input: $input) { promise { state } appealNumber errors { code field } } }', { input })).data.reportPromise;
const invitation = (token: string) => world.citizen.ask('query($token: String!) { promiseLink(token: $token) { text dueOn appealNumber subject deputyName } }', { token });
const ledger = async (person: Person, filter: object | null = null) =>
  (await person.ask('query($filter: PromiseFilter) { promises(filter: $filter) { totalCount edges { node { text dueOn state appeal { number } deputy { name } } } } }', { filter })).data.promises;

test('a promise is confirmed with the signature, and on its day, not before nine, the applicant is asked once by mail', async () => {
  const appeal = await promised();
  expect(ofAnswer((await seen(deputy, appeal)).messages)).toMatchObject([{ ...PROMISE, state: 'OPEN', askedAt: null, outcomeAt: null }]);
  await round('2026-03-31T20:30:00.000Z');
  await round('2026-04-01T05:59:00.000Z');
  expect((await mailsOf(world, appeal.id)).map(({ kind }) => kind)).not.toContain('PROMISE_DUE');
  await round('2026-04-01T06:00:00.000Z');
  await round('2026-04-01T06:10:00.000Z');
  const mails = (await mailsOf(world, appeal.id)).filter(({ kind }) => kind === 'PROMISE_DUE');
  expect(mails).toHaveLength(1);
  expect(mails[0]!.subject).toContain(appeal.number);
  expect(mails[0]!.text).toContain('> Фонари починят до 1 апреля.');
  for (const outcome of ['kept', 'partly', 'broken']) expect(mails[0]!.text).toContain(`?outcome=${outcome}`);
  expect(ofAnswer((await seen(moderator, appeal)).messages)).toMatchObject([{ state: 'ASKED' }]);
  expect((await tracked(appeal)).steps.map(({ title }: { title: string }) => title)).toContain('Мы спросили вас, выполнено ли обещание');
});

describe('the outcome', () => {
  test('is recorded by one click of the link, which asking for the page does not use up, and stands with the answer', async () => {
    const appeal = await promised();
    await round('2026-04-01T07:00:00.000Z');
    const token = await tokenOf(appeal);
    for (let i = 0; i < 2; i += 1) {
      expect((await invitation(token)).data.promiseLink).toEqual({ text: PROMISE.text, dueOn: PROMISE.dueOn, appealNumber: appeal.number, subject: 'Нет освещения на улице', deputyName: 'Абрамова Анна Петровна' });
      expect((await world.app.http.inject({ method: 'GET', url: `/promise/${token}?outcome=kept` })).statusCode).toBeLessThan(500);
    }
    expect(await report({ token, outcome: 'PARTLY' })).toEqual({ promise: { state: 'PARTLY' }, appealNumber: appeal.number, errors: [] });
    expect((await report({ token, outcome: 'KEPT' })).errors).toEqual([{ code: 'PROMISE_LINK_USED', field: 'token' }]);
    expect((await invitation(token)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PROMISE_LINK_USED' });
    const { messages, history } = await seen(deputy, appeal);
    expect(ofAnswer(messages)).toMatchObject([{ state: 'PARTLY', outcomeAt: '2026-04-01T07:00:00.000Z' }]);
    expect(history.filter(({ event }: { event: string }) => event.startsWith('PROMISE'))).toEqual([{ event: 'PROMISE_ASKED', reason: null }, { event: 'PROMISE_REPORTED', reason: 'сделано частично' }]);
    expect(ofAnswer((await tracked(appeal)).messages)).toMatchObject([{ state: 'PARTLY' }]);
  });

  test('is said and changed with number and code within thirty days, and not before the day', async () => {
    const appeal = await promised();
    const [{ id }] = ofAnswer((await tracked(appeal)).messages) as [{ id: string }];
    const pair = { number: appeal.number, code: appeal.code, promiseId: id };
    expect((await report({ ...pair, outcome: 'KEPT' })).errors).toMatchObject([{ code: 'PROMISE_NOT_ASKED' }]);
    await round('2026-04-01T07:00:00.000Z');
    expect((await report({ ...pair, outcome: 'KEPT' })).promise).toEqual({ state: 'KEPT' });
    expect((await report({ ...pair, outcome: 'BROKEN' })).promise).toEqual({ state: 'BROKEN' });
    world.clock.set(new Date('2026-05-02T07:00:00.000Z'));
    expect((await report({ ...pair, outcome: 'KEPT' })).errors).toMatchObject([{ code: 'PROMISE_LINK_EXPIRED' }]);
  });

  test('stays unknown when nobody says it: silence is no praise', async () => {
    const appeal = await promised();
    await round('2026-04-01T07:00:00.000Z');
    await round('2026-05-03T07:00:00.000Z');
    expect(ofAnswer((await seen(deputy, appeal)).messages)).toMatchObject([{ state: 'UNKNOWN' }]);
  });

  test('of another appeal is nobody else’s to say', async () => {
    const [mine, other] = [await promised(), await promised()];
    await round('2026-04-01T07:00:00.000Z');
    const [{ id }] = ofAnswer((await tracked(other)).messages) as [{ id: string }];
    expect((await report({ number: mine.number, code: mine.code, promiseId: id, outcome: 'BROKEN' })).errors).toMatchObject([{ code: 'PROMISE_NOT_ASKED' }]);
    expect((await report({ token: 'unknown-token', outcome: 'KEPT' })).errors).toMatchObject([{ code: 'PROMISE_LINK_UNKNOWN' }]);
    expect((await report({ outcome: 'KEPT' })).errors).toMatchObject([{ code: 'PROMISE_ACCESS_MISSING' }]);
    expect(ofAnswer((await seen(deputy, other)).messages)).toMatchObject([{ state: 'ASKED' }]);
  });
});

test('what cannot be promised is refused at its field, and the answer is not sent', async () => {
  const appeal = await registered();
  const { errors } = await sign(deputy, appeal, [{ ...PROMISE, dueOn: '2026-03-19' }, { text: ' ', dueOn: '2036-01-01' }]);
  expect(errors.map(({ code, field }: { code: string; field: string }) => [field, code])).toEqual([['promises.0.dueOn', 'PROMISE_DAY_PAST'], ['promises.1.dueOn', 'PROMISE_DAY_TOO_FAR'], ['promises.1.text', 'PROMISE_EMPTY']]);
  expect((await sign(deputy, appeal, Array.from({ length: 11 }, () => PROMISE))).errors).toMatchObject([{ code: 'PROMISES_TOO_MANY', field: 'promises' }]);
  expect((await sign(deputy, appeal, [{ ...PROMISE, dueOn: '2026-03-20' }])).errors).toEqual([]);
});

test('an answer that is taken back takes its promises back too, and nobody is asked', async () => {
  const appeal = await registered();
  await sign(deputy, appeal, [PROMISE]);
  const undone = await move(deputy, 'undoMove', 'UndoMoveInput', { id: appeal.id, version: await versionOf(deputy, appeal) });
  expect(undone.data.undoMove.errors).toEqual([]);
  expect((await ledger(deputy)).edges.filter(({ node }: { node: { appeal: { number: string } } }) => node.appeal.number === appeal.number)).toEqual([]);
  await round('2026-04-01T07:00:00.000Z');
  expect((await mailsOf(world, appeal.id)).map(({ kind }) => kind)).not.toContain('PROMISE_DUE');
});

test('about an answer that can still be taken back nobody is asked yet', async () => {
  const appeal = await registered();
  await sign(deputy, appeal, [{ ...PROMISE, dueOn: '2026-03-20' }]);
  await round('2026-03-20T06:15:45.000Z');
  expect(ofAnswer((await seen(moderator, appeal)).messages)).toMatchObject([{ state: 'OPEN' }]);
  await round('2026-03-20T06:25:00.000Z');
  expect(ofAnswer((await seen(moderator, appeal)).messages)).toMatchObject([{ state: 'ASKED' }]);
});

test('an applicant without a mail address is asked on the page alone', async () => {
  const appeal = await promised({ applicant: { name: 'Пётр', phone: '+7 911 123-45-67' } });
  await round('2026-04-01T07:00:00.000Z');
  expect(await mailsOf(world, appeal.id)).toEqual([]);
  expect(ofAnswer((await tracked(appeal)).messages)).toMatchObject([{ state: 'ASKED' }]);
});

test('the ledger is read within the walls, by state and day', async () => {
  const appeal = await promised();
  const mine = (page: { edges: { node: { appeal: { number: string } } }[] }) => page.edges.filter(({ node }) => node.appeal.number === appeal.number).length;
  for (const person of [deputy, coordinator, moderator]) expect(mine(await ledger(person, { state: ['OPEN'], dueFrom: '2026-04-01', dueTo: '2026-04-01' }))).toBe(1);
  expect(mine(await ledger(deputy, { state: ['BROKEN'] }))).toBe(0);
  expect(mine(await ledger(deputy, { dueTo: '2026-03-31' }))).toBe(0);
  expect((await ledger(otherDeputy)).totalCount).toBe(0);
  expect((await ledger(await world.staffMember('COORDINATOR', ['RU-NVS']))).totalCount).toBe(0);
  expect((await world.citizen.ask('{ promises { totalCount } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('an erasure leaves no word of a promise and no link, and keeps what was counted', async () => {
  const appeal = await promised();
  await round('2026-04-01T07:00:00.000Z');
  const token = await tokenOf(appeal);
  await world.citizen.ask('mutation($input: EraseApplicantDataInput!) { eraseApplicantData(input: $input) { errors { code } } }', { input: { number: appeal.number, code: appeal.code, confirm: true } });
  await worker.work();
  expect((await report({ token, outcome: 'KEPT' })).errors).toMatchObject([{ code: 'PROMISE_LINK_UNKNOWN' }]);
  const { rows: [row] } = await sql<{ text: string; state: string }>`select text, state from promise where appeal_id = ${appeal.id}`.execute(rowsOf(world.database.orm.em.fork()));
  expect(row).toEqual({ text: 'Текст удалён по просьбе заявителя', state: 'UNKNOWN' });
});
