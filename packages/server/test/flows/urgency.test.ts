import { afterAll, beforeAll, expect, test } from 'vitest';
import { move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { rowsFor } from '../../src/db/acting.js';
import { rowsOf } from '../../src/db/orm.js';
import { SYSTEM } from '../../src/shared/actor.js';
import { urgencyDecisions } from '../../src/suggestions/urgency-decisions.js';
import { addJob } from '../../src/shared/jobs.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;

beforeAll(async () => {
  world = await startWorld('urgency');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
}, 60_000);
afterAll(() => world.stop());

const mark = async (person: Person, appeal: SentAppeal, urgent: boolean, reason = 'Соседи звонили: пахнет газом') =>
  move(person, 'markUrgent', 'MarkUrgentInput', { id: appeal.id, version: await versionOf(moderator, appeal), urgent, reason });
const seen = async (person: Person, { id }: SentAppeal) =>
  (await person.ask('query($id: ID!) { appeal(id: $id) { urgent viewerCanMarkUrgent status historyWhole history { event reason actorKind title } } }', { id })).data?.appeal ?? null;
const queue = async () => (await moderator.ask('{ appeals(filter: { awaitingModeration: true }, sort: { field: URGENCY, direction: ASC }) { edges { node { id } } } }'))
  .data.appeals.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];

test('a moderator sets the mark and takes it back: the queue follows, and the record says who and why', async () => {
  const [first, second] = [await submits(world.citizen, world.psk), await submits(world.citizen, world.psk)];
  const before = (await queue()).filter((id) => id === first.id || id === second.id);
  expect(before).toEqual([first.id, second.id]);
  expect((await mark(moderator, second, true)).data.markUrgent.errors).toEqual([]);
  expect((await queue())[0]).toBe(second.id);
  expect(await seen(moderator, second)).toMatchObject({ urgent: true, status: 'SUBMITTED', historyWhole: true });
  expect((await seen(moderator, second)).history).toContainEqual({ event: 'MARKED_URGENT', reason: 'Соседи звонили: пахнет газом', actorKind: 'MODERATOR', title: 'Отмечено срочным' });

  expect((await mark(moderator, second, true)).data.markUrgent.errors).toMatchObject([{ code: 'URGENT_ALREADY' }]);
  expect((await mark(moderator, second, false, '  ')).data.markUrgent.errors).toMatchObject([{ code: 'REASON_EMPTY', field: 'reason' }]);
  expect((await mark(moderator, second, false, 'Ложная тревога')).data.markUrgent.errors).toEqual([]);
  expect((await queue()).indexOf(second.id)).toBeGreaterThan((await queue()).indexOf(first.id));
});

test('what a person said of a letter holds, whatever a newer version of the model reads in it', async () => {
  const appeal = await submits(world.citizen, world.psk, { subject: 'Запах газа', text: 'В подъезде пахнет газом, аварийная не едет.' });
  expect((await seen(moderator, appeal)).urgent).toBe(true);
  expect((await mark(moderator, appeal, false, 'Уже приехали и починили')).data.markUrgent.errors).toEqual([]);
  await rowsOf(world.database.orm.em.fork()).deleteFrom('suggestion').where('appeal_id', '=', appeal.id).execute();
  await addJob(world.app.parts.orm.em.fork(), 'read_waiting', {});
  await workerOf(world).work();
  expect((await seen(moderator, appeal)).urgent).toBe(false);
});

test('only who moderates may, with the version that was read, and while the appeal is open', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const elsewhere = await world.staffMember('MODERATOR', ['RU-NVS']);
  const deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  expect((await mark(elsewhere, appeal, true)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  expect((await move(moderator, 'markUrgent', 'MarkUrgentInput', { id: appeal.id, version: 99, urgent: true, reason: 'Газ' })).errors?.[0]?.extensions.code).toBe('CONFLICT');
  await registers(moderator, appeal, world.psk);
  expect((await mark(deputy, appeal, true)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await seen(deputy, appeal)).toMatchObject({ viewerCanMarkUrgent: false });
  const rejected = await submits(world.citizen, world.psk);
  await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id: rejected.id, version: await versionOf(moderator, rejected), reason: 'SPAM', text: 'Реклама.' });
  expect((await mark(moderator, rejected, true)).data.markUrgent.errors).toMatchObject([{ code: 'MOVE_NOT_ALLOWED' }]);
});

test('what people said of a mark teaches most, what they left teaches little, and a danger that is over teaches nothing', async () => {
  const calm = { subject: 'Скамейки', text: 'Просим поставить у пруда скамейки и урны.' };
  const gas = { subject: 'Запах газа', text: 'В подъезде второй день пахнет газом, аварийная не едет.' };
  const [set, taken, over, left, unmarked, waiting] = [await submits(world.citizen, world.psk, calm), await submits(world.citizen, world.psk, gas), await submits(world.citizen, world.psk, gas),
    await submits(world.citizen, world.psk, gas), await submits(world.citizen, world.psk, calm), await submits(world.citizen, world.psk, gas)];
  await mark(moderator, set, true);
  await mark(moderator, taken, false, 'Это о запахе краски, газа там нет');
  await mark(moderator, over, false, 'Уже приехали и починили');
  for (const appeal of [left, unmarked]) await registers(moderator, appeal, world.psk);
  const taught = new Map((await urgencyDecisions(rowsFor(world.app.parts.orm, SYSTEM))).map(({ id, label, weight }) => [id, { label, weight }]));
  expect(taught.get(set.id)).toEqual({ label: 'URGENT', weight: 3 });
  expect(taught.get(taken.id)).toEqual({ label: 'NONE', weight: 3 });
  expect(taught.get(left.id)).toEqual({ label: 'URGENT', weight: 0.5 });
  expect(taught.get(unmarked.id)).toEqual({ label: 'NONE', weight: 0.5 });
  expect(taught.has(over.id)).toBe(false);
  expect(taught.has(waiting.id)).toBe(false);
});

test('a mark that is set again after it was taken off teaches what was said last', async () => {
  const appeal = await submits(world.citizen, world.psk);
  await mark(moderator, appeal, true);
  await mark(moderator, appeal, false, 'Ошиблась строкой');
  await mark(moderator, appeal, true, 'Перезвонили: пахнет газом');
  const taught = await urgencyDecisions(rowsFor(world.app.parts.orm, SYSTEM));
  expect(taught.find(({ id }) => id === appeal.id)).toMatchObject({ label: 'URGENT', weight: 3 });
});

test('urgency is learned from marks: what no rule knows is found next time, and a letter that waits is marked when a new version finds it', async () => {
  const somewhere = await world.staffMember('MODERATOR', ['RU-NVS']);
  const waiting = await submits(world.citizen, world.nvs, { subject: 'Курлыбашня', text: 'Над лугом опять курлычит курлыбашня, посмотрите.' });
  expect((await seen(somewhere, waiting)).urgent).toBe(false);
  const ABOUT = ['у пруда курлычит курлыбашня', 'курлыбашня курлычит возле мельницы', 'с вечера слышно: курлычит курлыбашня', 'на холме курлыбашня, курлычит', 'наша курлыбашня закурлыкала', 'курлычит старая курлыбашня',
    'за рекой курлычит курлыбашня', 'курлыбашня снова курлычит', 'ночью курлычит курлыбашня', 'мимо курлыбашни не пройти, курлычит', 'курлычит, курлычит курлыбашня', 'дальняя курлыбашня курлычит'];
  for (const text of ABOUT) {
    const appeal = await submits(world.citizen, world.nvs, { subject: 'Курлыбашня', text: `Сообщаю: ${text}, прошу посмотреть.` });
    expect((await move(somewhere, 'markUrgent', 'MarkUrgentInput', { id: appeal.id, version: await versionOf(somewhere, appeal), urgent: !(await seen(somewhere, appeal)).urgent, reason: 'Курлыбашня падает' })).data.markUrgent.errors).toEqual([]);
  }
  await addJob(world.app.parts.orm.em.fork(), 'train_suggestions', {});
  await workerOf(world).work();
  const { data } = await somewhere.ask('{ suggestionModels { version inUse urgencyHeldBack urgencyUrgent urgencyRecall urgencyRulesRecall urgencyPrecision } }');
  const [version] = data.suggestionModels;
  expect(version).toMatchObject({ inUse: true });
  expect(version.urgencyHeldBack).toBeGreaterThanOrEqual(version.urgencyUrgent);
  for (const share of [version.urgencyRecall, version.urgencyRulesRecall, version.urgencyPrecision]) if (share !== null) expect(share).toBeLessThanOrEqual(1);
  if (version.urgencyRecall !== null) expect(version.urgencyRecall).toBeGreaterThanOrEqual(version.urgencyRulesRecall);
  expect((await seen(somewhere, waiting)).urgent).toBe(true);
  await expect.poll(() => world.app.parts.suggester.version).toBe(version.version);
  const next = await submits(world.citizen, world.nvs, { subject: 'Курлыбашня', text: 'За садами курлычит курлыбашня.' });
  const answer = await somewhere.ask('query($id: ID!) { appeal(id: $id) { urgent suggestion { urgency { danger words text } } } }', { id: next.id });
  expect(answer.data.appeal.urgent).toBe(true);
  expect(answer.data.appeal.suggestion.urgency).toMatchObject([{ danger: 'LIKELY' }]);
  expect(answer.data.appeal.suggestion.urgency[0].text).toMatch(/^Похоже на опасность: .*курлы/);
}, 60_000);
