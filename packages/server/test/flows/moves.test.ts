import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdf } from '../files/samples.js';
import { download, uploaded } from '../files/uploads.js';
import { answers, move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
let coordinator: Person;
let administrator: Person;
let sender: Person;
let receiver: Person;
let receiversAide: Person;

beforeAll(async () => {
  world = await startWorld('moves', undefined, { env: { UNDO_SECONDS: '30' } });
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
  administrator = await world.staffMember('ADMINISTRATOR');
  sender = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  receiver = await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id);
  receiversAide = await world.staffMember('AIDE', [], world.psk.deputies[1]!.id);
}, 60_000);
afterAll(() => world.stop());

const FACTS = `{ id number status version dueOn registeredOn forwardedBody maxExtensionDays undoableUntil deputy { id } forwardedTo { id }
  questions { id text result } messages { kind text } draft { text questions { result } } deadline { dueOn steps { code } } availableMoves }`;
const see = async (person: Person, { id }: { id: string }) => (await person.ask(`query($id: ID!) { appeal(id: $id) ${FACTS} }`, { id })).data?.appeal ?? null;
/** A move of the desk with the version as it stands. @returns the payload */
const make = async (person: Person, mutation: string, input: string, appeal: { id: string }, more: object = {}) => {
  const { data, raw } = await move(person, mutation, input, { id: appeal.id, version: await versionOf(person, appeal), ...more });
  expect(data, raw).toBeTruthy();
  return data[mutation];
};
const registered = async (more: object = {}): Promise<SentAppeal> => {
  const appeal = await submits(world.citizen, world.psk, more as Record<string, unknown>);
  await registers(moderator, appeal, world.psk);
  world.clock.advance(31_000);
  return appeal;
};
const track = async (appeal: SentAppeal) => (await world.citizen.ask(`query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) {
  status dueOn deputyName reopenBy reopeningsLeft forwardedBody availableMoves version messages { kind text } steps { title } } }`, { ...appeal })).data.trackAppeal;
const mails = async (appeal: SentAppeal): Promise<string[]> => {
  await workerOf(world).work();
  const { data } = await administrator.ask('query($s: String!) { outbox(first: 50, filter: { search: $s }) { edges { node { kind } } } }', { s: appeal.number });
  return data.outbox.edges.map(({ node }: { node: { kind: string } }) => node.kind);
};

describe('forwarding to another deputy', () => {
  test('stays with the sender until it is accepted; then it is the other one’s, and the applicant is told', async () => {
    const appeal = await registered();
    const to = { deputyId: world.psk.deputies[1]!.id, reason: 'Это улица его округа' };
    expect(await see(receiver, appeal)).toBeNull();
    expect((await make(sender, 'forwardToDeputy', 'ForwardToDeputyInput', appeal, { ...to, deputyId: world.psk.deputies[0]!.id })).errors).toMatchObject([{ code: 'DEPUTY_IS_THE_SAME' }]);
    expect((await make(sender, 'forwardToDeputy', 'ForwardToDeputyInput', appeal, { ...to, deputyId: world.nvs.deputies[0]!.id, reason: ' ' })).errors.map(({ code }: { code: string }) => code).sort()).toEqual(['DEPUTY_NOT_IN_REGION', 'REASON_EMPTY']);
    expect((await make(sender, 'forwardToDeputy', 'ForwardToDeputyInput', appeal, to)).appeal).toMatchObject({ status: 'FORWARDED', deputy: { id: world.psk.deputies[0]!.id } });
    expect(await see(sender, appeal)).toMatchObject({ status: 'FORWARDED', forwardedTo: { id: to.deputyId }, availableMoves: [] });
    expect((await see(receiversAide, appeal)).availableMoves).toEqual(['ACCEPT_FORWARDED', 'RETURN_FORWARDED']);
    expect((await move(sender, 'acceptForwarded', 'AcceptForwardedInput', { id: appeal.id, version: await versionOf(sender, appeal) })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await make(receiver, 'acceptForwarded', 'AcceptForwardedInput', appeal)).appeal).toMatchObject({ status: 'REGISTERED', deputy: { id: to.deputyId }, dueOn: '2026-04-17' });
    expect(await see(sender, appeal)).toBeNull();
    expect((await track(appeal)).deputyName).toMatch(/^Белов/);
    expect(await mails(appeal)).toContain('DEPUTY_CHANGED');
  });

  test('comes back with a reason, and the other one sees it no more', async () => {
    const appeal = await registered();
    await make(moderator, 'forwardToDeputy', 'ForwardToDeputyInput', appeal, { deputyId: world.psk.deputies[1]!.id, reason: 'Его округ' });
    const { data } = await receiver.ask('mutation($input: ReturnForwardedInput!) { returnForwarded(input: $input) { appeal { id } errors { code } } }', {
      input: { id: appeal.id, version: await versionOf(receiver, appeal), reason: 'Дом стоит на другой стороне' },
    });
    expect(data.returnForwarded).toEqual({ appeal: null, errors: [] });
    expect(await see(receiver, appeal)).toBeNull();
    expect(await see(sender, appeal)).toMatchObject({ status: 'REGISTERED', forwardedTo: null });
  });

  test('a complaint never goes to whom it is about', async () => {
    const appeal = await submits(world.citizen, world.psk);
    const [own, other] = world.psk.deputies;
    const input = { id: appeal.id, version: 1, topicCode: 'housing.yards', deputyId: own!.id, aboutDeputyId: own!.id };
    expect((await move(moderator, 'registerAppeal', 'RegisterAppealInput', input)).data.registerAppeal.errors).toMatchObject([{ code: 'COMPLAINT_TO_ITS_SUBJECT', field: 'deputyId' }]);
    expect((await move(moderator, 'registerAppeal', 'RegisterAppealInput', { ...input, deputyId: other!.id })).data.registerAppeal.errors).toEqual([]);
    expect((await make(moderator, 'forwardToDeputy', 'ForwardToDeputyInput', appeal, { deputyId: own!.id, reason: 'Туда' })).errors).toMatchObject([{ code: 'COMPLAINT_TO_ITS_SUBJECT' }]);
  });
});

test('outside it ends here, with every question forwarded and a letter to the applicant', async () => {
  const appeal = await registered();
  const done = await make(sender, 'forwardOutside', 'ForwardOutsideInput', appeal, { body: 'Жилищная  инспекция', text: 'Инспекция проверит дом и ответит вам сама.' });
  expect(done.appeal).toMatchObject({ status: 'FORWARDED', availableMoves: [] });
  expect((await see(sender, appeal))).toMatchObject({ forwardedBody: 'Жилищная инспекция', questions: [{ result: 'FORWARDED' }], messages: [{ kind: 'FORWARDED_OUTSIDE' }] });
  expect(await track(appeal)).toMatchObject({ forwardedBody: 'Жилищная инспекция', availableMoves: [] });
  world.clock.advance(31_000);
  expect(await mails(appeal)).toContain('FORWARDED_OUTSIDE');
});

test('the deadline is extended once, in time, within the policy, and the applicant is told why', async () => {
  const appeal = await registered();
  const extend = (person: Person, days: number, reason = 'Ждём ответа подрядчика') => make(person, 'extendAppeal', 'ExtendAppealInput', appeal, { days, reason });
  expect((await see(sender, appeal)).maxExtensionDays).toBe(30);
  expect((await extend(sender, 31)).errors).toMatchObject([{ code: 'EXTENSION_TOO_LONG', message: 'Срок можно продлить на 1–30 дней.' }]);
  const { appeal: extended } = await extend(sender, 10);
  // Sunday 19 April and ten days more is Wednesday 29 April.
  expect(extended).toMatchObject({ dueOn: '2026-04-29', status: 'REGISTERED' });
  expect(extended.deadline.steps.map(({ code }: { code: string }) => code)).toEqual(['RULE', 'START', 'RAW', 'EXTENSION']);
  expect((await extend(coordinator, 1)).errors).toMatchObject([{ code: 'EXTENDED_ALREADY' }]);
  expect((await track(appeal)).messages).toMatchObject([{ kind: 'EXTENSION', text: 'Ждём ответа подрядчика' }]);
});

test('back at the moderator it is nobody’s, keeps its deadline, and is registered anew with other questions', async () => {
  const appeal = await registered();
  const { data } = await sender.ask('mutation($input: ReturnToModerationInput!) { returnToModeration(input: $input) { appeal { id } errors { code } } }', {
    input: { id: appeal.id, version: await versionOf(sender, appeal), reason: 'Тема не та' },
  });
  expect(data.returnToModeration).toEqual({ appeal: null, errors: [] });
  expect(await see(sender, appeal)).toBeNull();
  expect(await see(moderator, appeal)).toMatchObject({ status: 'SUBMITTED', deputy: null, questions: [] });
  world.clock.advance(5 * 86_400_000);
  const again = await registers(moderator, appeal, world.psk, { deputyId: world.psk.deputies[1]!.id });
  expect(again).toMatchObject({ status: 'REGISTERED', dueOn: '2026-04-17', deputy: { id: world.psk.deputies[1]!.id }, questions: [{ result: null }] });
  world.clock.advance(-5 * 86_400_000);
});

describe('reopening', () => {
  const reopen = async (appeal: SentAppeal, reason = 'Фонари снова не горят') => (await world.citizen.ask(
    'mutation($input: ReopenAppealInput!) { reopenAppeal(input: $input) { appeal { status dueOn reopeningsLeft messages { kind text } } errors { code message } } }',
    { input: { number: appeal.number, code: appeal.code, version: (await track(appeal)).version, reason } },
  )).data.reopenAppeal;

  test('by the applicant: with a reason, twice, within thirty days; a new deadline, and the rating keeps the first one', async () => {
    const appeal = await registered();
    await answers(sender, appeal);
    expect(await track(appeal)).toMatchObject({ reopenBy: '2026-04-19', reopeningsLeft: 2, availableMoves: ['REOPEN'] });
    expect((await reopen(appeal, ' ')).errors).toMatchObject([{ code: 'REASON_EMPTY' }]);
    world.clock.advance(7 * 86_400_000);
    expect((await reopen(appeal)).appeal).toMatchObject({ status: 'REOPENED', dueOn: '2026-04-24', reopeningsLeft: 1 });
    const row = await world.database.orm.em.fork().getConnection().execute('select due_on::text, first_due_on::text, reopened_times from appeal where id = ?', [appeal.id]);
    expect(row).toEqual([{ due_on: '2026-04-24', first_due_on: '2026-04-17', reopened_times: 1 }]);
    await answers(sender, appeal);
    await reopen(appeal);
    await answers(sender, appeal);
    expect((await reopen(appeal)).errors).toMatchObject([{ code: 'REOPENED_TOO_OFTEN' }]);
    expect((await make(coordinator, 'reopenByStaff', 'ReopenByStaffInput', appeal, { reason: 'Ответ не по существу' })).appeal).toMatchObject({ status: 'REOPENED' });
    expect((await move(moderator, 'reopenByStaff', 'ReopenByStaffInput', { id: appeal.id, version: 99, reason: 'x' })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    world.clock.advance(-7 * 86_400_000);
  });

  test('too late it is refused, and said so before', async () => {
    const appeal = await registered();
    await answers(sender, appeal);
    world.clock.advance(31 * 86_400_000);
    expect(await track(appeal)).toMatchObject({ reopenBy: null, availableMoves: [] });
    expect((await reopen(appeal)).errors).toMatchObject([{ code: 'REOPEN_TOO_LATE' }]);
    world.clock.advance(-31 * 86_400_000);
  });
});

describe('a move is taken back for thirty seconds', () => {
  const undo = (person: Person, appeal: { id: string }) => make(person, 'undoMove', 'UndoMoveInput', appeal);

  test('a registration: nothing is sent, both stand on record, and it can be registered again', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await registers(moderator, appeal, world.psk);
    expect((await see(moderator, appeal)).undoableUntil).toBe(new Date(world.clock.now().getTime() + 30_000).toISOString());
    expect((await see(coordinator, appeal)).undoableUntil).toBeNull();
    expect((await undo(coordinator, appeal)).errors).toMatchObject([{ code: 'NOTHING_TO_UNDO' }]);
    expect((await undo(moderator, appeal)).appeal).toMatchObject({ status: 'SUBMITTED', dueOn: null, deputy: null, questions: [] });
    expect(await mails(appeal)).toEqual(['SUBMITTED']);
    expect((await track(appeal)).steps.map(({ title }: { title: string }) => title)).toEqual(['Вы отправили обращение']);
    const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { historyWhole history { event move title } } }', { id: appeal.id });
    expect(data.appeal.historyWhole).toBe(true);
    expect(data.appeal.history.filter(({ event }: { event: string }) => event !== 'APPEAL_OPENED')).toMatchObject([
      { move: 'SUBMIT' }, { event: 'MOVE', move: 'REGISTER' }, { event: 'MOVE_UNDONE', move: 'REGISTER', title: 'Отменено: зарегистрировано' },
    ]);
    expect((await registers(moderator, appeal, world.psk)).questions).toHaveLength(1);
    world.clock.advance(31_000);
    expect((await undo(moderator, appeal)).errors).toMatchObject([{ code: 'UNDO_TOO_LATE' }]);
    expect(await mails(appeal)).toContain('REGISTERED');
  });

  test('an answer becomes the draft again, a rejection leaves no word behind', async () => {
    const appeal = await registered();
    await answers(sender, appeal, 'Отправлено по ошибке.');
    expect((await undo(sender, appeal)).appeal).toMatchObject({ status: 'REGISTERED', questions: [{ result: null }] });
    expect(await see(sender, appeal)).toMatchObject({ messages: [], draft: { text: 'Отправлено по ошибке.', questions: [{ result: 'MEASURES_TAKEN' }] } });
    // What was attached stands in the draft again: the deputy has it, and nobody else meanwhile.
    const attachments = [await uploaded(world, pdf(), 'акт.pdf', { cookie: sender.cookie })];
    await answers(sender, appeal, 'Вот акт.', { attachments });
    const linkFor = async (person: Person) => (await person.ask('query($id: ID!) { appeal(id: $id) { messages { attachments { url } } } }', { id: appeal.id })).data.appeal.messages[0].attachments[0].url;
    const links = [[sender, await linkFor(sender)], [moderator, await linkFor(moderator)]] as const;
    const got = () => Promise.all(links.map(async ([person, url]) => (await download(world, url, { cookie: person.cookie })).status));
    expect(await got()).toEqual([200, 200]);
    await undo(sender, appeal);
    expect(await got()).toEqual([200, 404]);
    expect((await see(sender, appeal)).messages).toEqual([]);
    await answers(sender, appeal, 'Вот акт.', { attachments });
    expect(await got()).toEqual([200, 200]);
    await undo(sender, appeal);
    const other = await submits(world.citizen, world.psk);
    await make(moderator, 'rejectAppeal', 'RejectAppealInput', other, { reason: 'SPAM', text: 'Реклама' });
    expect((await undo(moderator, other)).appeal).toMatchObject({ status: 'SUBMITTED' });
    expect((await see(moderator, other)).messages).toEqual([]);
    expect(await mails(other)).toEqual(['SUBMITTED']);
  });

  test('not once the applicant has seen it', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await registers(moderator, appeal, world.psk);
    await track(appeal);
    expect((await see(moderator, appeal)).undoableUntil).toBeNull();
    expect((await undo(moderator, appeal)).errors).toMatchObject([{ code: 'UNDO_TOO_LATE' }]);
  });
});
