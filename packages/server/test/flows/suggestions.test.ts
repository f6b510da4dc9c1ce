import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { addJob } from '../../src/shared/jobs.js';
import { move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

let world: World;
let worker: ReturnType<typeof workerOf>;
let moderator: Person;

beforeAll(async () => {
  world = await startWorld('suggestions');
  worker = workerOf(world);
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
}, 60_000);
afterAll(async () => {
  worker.close();
  await world.stop();
});

const SUGGESTION = `suggestion { topics { topic { code } confidence } deputy { deputy { id } reason text } kind kindConfidence urgency { danger words text }
  rejectReason { reason confidence words } modelVersion }`;
const suggested = async ({ id }: SentAppeal, person = moderator, locale = 'ru') =>
  (await person.ask(`query($id: ID!) { appeal(id: $id) { urgent ${SUGGESTION} } }`, { id }, { 'accept-language': locale })).data?.appeal;

test('a letter comes in with its topics, kind and danger, before anybody or any job has looked', async () => {
  const appeal = await submits(world.citizen, world.psk, { subject: 'Запах газа в подъезде', text: 'Второй день в подъезде пахнет газом, аварийная не едет.' });
  const { urgent, suggestion } = await suggested(appeal);
  expect(urgent).toBe(true);
  expect(suggestion.topics).toHaveLength(3);
  expect(suggestion.topics[0].topic.code).toBe('housing.electricity');
  expect(suggestion).toMatchObject({
    kind: 'COMPLAINT', deputy: null, rejectReason: null, modelVersion: 0,
    urgency: [{ danger: 'GAS', words: ['запах газа', 'пахнет газом'], text: 'Газ: «запах газа», «пахнет газом»' }],
  });
});

test('the deputy is found by a job, with the reason in the language of the request', async () => {
  const [first, second] = world.psk.deputies;
  const chosen = await submits(world.citizen, world.psk, { deputyId: second!.id });
  const named = await submits(world.citizen, world.psk, { text: 'Прошу депутата Абрамову помочь с фонарями на нашей улице.' });
  await worker.work();
  expect((await suggested(chosen)).suggestion.deputy).toEqual({ deputy: { id: second!.id }, reason: 'CHOSEN', text: 'выбор заявителя' });
  expect((await suggested(named, moderator, 'en')).suggestion.deputy).toEqual({ deputy: { id: first!.id }, reason: 'NAMED', text: 'named in the letter' });
});

test('whom moderators gave letters about a street is suggested for the next one about it', async () => {
  const [first, second] = world.psk.deputies;
  const about = (words: string) => submits(world.citizen, world.psk, { subject: 'Наш двор', text: `${words} Просим обратить внимание депутата.` });
  for (const words of ['Улица Кузбасская, дом 4: во дворе сломаны качели.', 'На улице Кузбасской зимой не убирают снег.', 'Дом на ул. Кузбасской, 12 остался без лавочек.']) {
    await registers(moderator, await about(words), world.psk, { deputyId: second!.id });
  }
  for (const words of ['На улице Полевой яма.', 'Вырубили кусты у школы.', 'Нет навеса на остановке.']) await registers(moderator, await about(words), world.psk, { deputyId: first!.id });
  await worker.work();
  const next = await about('Улица Кузбасская, 30, не горит фонарь.');
  await worker.work();
  expect((await suggested(next)).suggestion.deputy).toEqual({ deputy: { id: second!.id }, reason: 'STREET', text: 'по этому адресу (Кузбасская) 3 из 3 за год' });
});

test('a likely reason to reject comes with the words that gave it', async () => {
  const appeal = await submits(world.citizen, world.psk, { subject: 'Акция', text: 'Кредит наличными за один день, без отказа, звоните прямо сейчас.' });
  expect((await suggested(appeal)).suggestion.rejectReason).toMatchObject({ reason: 'SPAM', confidence: 0.9 });
});

test('urgent letters stand first in the queue, the oldest and the newest way round, over pages', async () => {
  const calm = await submits(world.citizen, world.nvs);
  world.clock.advance(60_000);
  const urgent = await submits(world.citizen, world.nvs, { subject: 'Открытый люк', text: 'Возле школы открытый люк без крышки, дети ходят рядом.' });
  world.clock.advance(60_000);
  const later = await submits(world.citizen, world.nvs);
  const colleague = await world.staffMember('MODERATOR', ['RU-NVS']);
  const page = async (direction: string, after: string | null) => (await colleague.ask(
    `query($after: String) { appeals(filter: { awaitingModeration: true }, sort: { field: URGENCY, direction: ${direction} }, first: 1, after: $after) { edges { cursor node { id } } } }`, { after })).data.appeals.edges[0];
  const walk = async (direction: string): Promise<string[]> => {
    const ids: string[] = [];
    let after: string | null = null;
    for (;;) {
      const edge: { cursor: string; node: { id: string } } | undefined = await page(direction, after);
      if (!edge) return ids;
      ids.push(edge.node.id);
      after = edge.cursor;
    }
  };
  expect(await walk('ASC')).toEqual([urgent.id, calm.id, later.id]);
  expect(await walk('DESC')).toEqual([urgent.id, later.id, calm.id]);
  const { data } = await colleague.ask('{ appeals(filter: { awaitingModeration: true }) { edges { node { id } } } me { attention { urgent } } }');
  expect(data.appeals.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([urgent.id, calm.id, later.id]);
  expect(data.me.attention.urgent).toBe(1);
  const only = await colleague.ask('{ appeals(filter: { urgent: true, awaitingModeration: true }) { totalCount } }');
  expect(only.data.appeals.totalCount).toBe(1);
});

test('suggestions are for whoever moderates the appeal: its deputy sees the mark alone', async () => {
  const appeal = await submits(world.citizen, world.psk, { text: 'На площадке пахнет газом.' });
  await registers(moderator, appeal, world.psk);
  const deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  expect(await suggested(appeal, deputy)).toMatchObject({ urgent: true, suggestion: null });
  expect(await suggested(appeal, await world.staffMember('ANALYST'))).toMatchObject({ suggestion: null });
  expect(await suggested(appeal, await world.staffMember('MODERATOR', ['RU-NVS']))).toBeFalsy();
});

test('nothing is applied by itself', async () => {
  const appeal = await submits(world.citizen, world.psk, { subject: 'Мусор', text: 'Мусор не вывозят вторую неделю, баки переполнены.' });
  await worker.work();
  const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { status topic { code } deputy { id } version } }', { id: appeal.id });
  expect(data.appeal).toEqual({ status: 'SUBMITTED', topic: null, deputy: null, version: 1 });
});

test('the model learns from decisions, each version is stored with its figures, and letters that wait are read anew', async () => {
  const waiting = await submits(world.citizen, world.psk, { subject: 'Глюкофоны', text: 'Глюкофоны во дворе опять не привезли.' });
  // What nobody could know beforehand: our glucophones are a matter of the yards.
  for (let i = 0; i < 24; i += 1) {
    const appeal = await submits(world.citizen, world.psk, { subject: 'Глюкофоны', text: `Прошу привезти глюкофоны, номер ${i}, ждём глюкофоны давно.` });
    await registers(moderator, appeal, world.psk, { topicCode: 'housing.yards', kind: 'APPLICATION' });
  }
  const spam = await submits(world.citizen, world.psk, { subject: 'Акция', text: 'Казино онлайн, промокод внутри, фриспины за регистрацию.' });
  await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id: spam.id, version: await versionOf(moderator, spam), reason: 'SPAM', text: 'Это реклама.' });
  await addJob(world.app.parts.orm.em.fork(), 'train_suggestions', {});
  await worker.work();
  const { data } = await moderator.ask('{ suggestionModels { version inUse examples decisions heldBack topicFirst topicAmongThree kindRight topics { topic { code } count first } decided agreedFirst agreedAmongThree } }');
  const [model] = data.suggestionModels;
  expect(model).toMatchObject({ version: 1, inUse: true });
  expect(model.examples).toBeGreaterThan(800);
  // Some of the 26 accepted and one rejected are held back.
  expect(model.decisions).toBeGreaterThan(15);
  expect(model.heldBack).toBeGreaterThan(0);
  expect(model.topicFirst).toBeGreaterThanOrEqual(0.5);
  expect(model.topics.every(({ count, first }: { count: number; first: number }) => first <= count)).toBe(true);
  const { suggestion } = await suggested(waiting);
  expect(suggestion).toMatchObject({ modelVersion: 1, topics: [{ topic: { code: 'housing.yards' } }, {}, {}] });
  expect(suggestion.deputy).not.toBeNull();
  // The server took the new version when it was told of it.
  await expect.poll(() => world.app.parts.suggester.version).toBe(1);
  const { rows } = { rows: await rowsOf(world.database.orm.em.fork()).selectFrom('suggestion_model').select(['version', 'in_use']).execute() };
  expect(rows).toEqual([{ version: 1, in_use: true }]);
}, 60_000);

test('versions are for those who work with them', async () => {
  const deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  expect((await deputy.ask('{ suggestionModels { version } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await world.citizen.ask('{ suggestionModels { version } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('whoever has their data erased is not quoted in suggestions any more', async () => {
  const appeal = await submits(world.citizen, world.psk, { text: 'Соседка Лена из кв. 5, её телефон +7 900 111-22-33, не платит.' });
  expect((await suggested(appeal)).suggestion.rejectReason.words.join(' ')).toContain('900');
  await world.citizen.ask('mutation($input: WithdrawAppealInput!) { withdrawAppeal(input: $input) { errors { code } } }',
    { input: { number: appeal.number, code: appeal.code, version: 1, reason: 'Передумала' } });
  await addJob(world.app.parts.orm.em.fork(), 'erase_applicant', { appealIds: [appeal.id], pseudonym: 'erased:test', cause: 'ASKED_BY_APPLICANT' });
  await worker.work();
  expect((await suggested(appeal)).suggestion).toBeNull();
});
