import { afterAll, beforeAll, expect, test } from 'vitest';
import { move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { rowsOf } from '../../src/db/orm.js';
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
