import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { move, submits, versionOf } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { bulkMoves, copiesOf } from './bulk-moves.fixture.js';
import { forgetJobs, mailsOf, workerOf } from './notifications.fixture.js';

const NEWS = ['appeal_news', 'staff_news', 'partner_news'] as const;
const REJECT = { reject: { reason: 'SPAM', text: 'Это реклама: мы её не рассматриваем.' } };

let world: World;
let worker: ReturnType<typeof workerOf>;
let moderator: Person;

beforeAll(async () => {
  world = await startWorld('bulk_moves_undo', undefined, { env: { UNDO_SECONDS: '30' } });
  worker = workerOf(world);
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
}, 60_000);
afterAll(async () => {
  worker.close();
  await world.stop();
});

const three = async (): Promise<string[]> => copiesOf(world, await submits(world.citizen, world.psk), 3);
const statusOf = async (id: string): Promise<string> => (await rowsOf(world.database.orm.em.fork()).selectFrom('appeal').where('id', '=', id).select('status').executeTakeFirstOrThrow()).status;
const later = (seconds: number): void => world.clock.set(new Date(world.clock.now().getTime() + seconds * 1000));
const rejects = async (ids: string[]) => {
  await forgetJobs(world);
  const mine = bulkMoves(moderator);
  const { bulkMove } = await mine.preview({ appealIds: ids, ...REJECT });
  await mine.start(bulkMove.id);
  await worker.work();
  return { mine, id: bulkMove.id as string };
};

test('all of it is taken back, and no applicant was told anything', async () => {
  const ids = await three();
  const { mine, id } = await rejects(ids);
  const done = await mine.read(id);
  expect(done).toMatchObject({ state: 'DONE', counts: { done: 3 } });
  // As much longer as three moves take.
  expect(new Date(done.undoableUntil).getTime() - world.clock.now().getTime()).toBe(30_060);
  expect((await mine.undo(id)).bulkMove.state).toBe('UNDOING');
  // The news was due before the undoing came to it: it waits.
  later(35);
  await worker.work([...NEWS]);
  expect(await mine.read(id)).toMatchObject({ state: 'UNDONE', undoableUntil: null, counts: { total: 3, undone: 3, done: 0 } });
  expect(await Promise.all(ids.map(statusOf))).toEqual(['SUBMITTED', 'SUBMITTED', 'SUBMITTED']);
  later(300);
  await worker.work([...NEWS]);
  expect((await Promise.all(ids.map((one) => mailsOf(world, one)))).flat()).toEqual([]);
  const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { history { event } } }', { id: ids[0] });
  expect(data.appeal.history.map(({ event }: { event: string }) => event)).toEqual(expect.arrayContaining(['MOVE', 'MOVE_UNDONE']));
});

test('what went on meanwhile stays, and says why; the others are taken back', async () => {
  const ids = await three();
  const { mine, id } = await rejects(ids);
  // Taken back and decided anew, by hand.
  await move(moderator, 'undoMove', 'UndoMoveInput', { id: ids[1]!, version: await versionOf(moderator, { id: ids[1]! }) });
  await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: ids[1]!, version: await versionOf(moderator, { id: ids[1]! }), text: 'У какого дома?' });
  await mine.undo(id);
  await worker.work();
  expect(await mine.read(id)).toMatchObject({ state: 'UNDONE', counts: { undone: 2, done: 1 } });
  const items = await mine.items(id, ['DONE']);
  expect(items).toMatchObject([{ appealId: ids[1], errors: [{ code: 'CONFLICT' }] }]);
  expect(await Promise.all(ids.map(statusOf))).toEqual(['SUBMITTED', 'CLARIFICATION', 'SUBMITTED']);
});

test('after its time it is too late, and the mails leave', async () => {
  const ids = await three();
  const { mine, id } = await rejects(ids);
  later(31);
  expect((await mine.undo(id)).errors[0].code).toBe('BULK_UNDO_TOO_LATE');
  await worker.work([...NEWS]);
  expect((await mailsOf(world, ids[0]!)).map(({ kind }) => kind)).toEqual(['REJECTED']);
  expect((await mine.read(id)).undoableUntil).toBeNull();
});

test('a run that takes longer than was reckoned can be taken back for the same seconds after its end', async () => {
  const ids = await three();
  await forgetJobs(world);
  const mine = bulkMoves(moderator);
  const { bulkMove } = await mine.preview({ appealIds: ids, ...REJECT });
  await mine.start(bulkMove.id);
  later(600);
  await worker.work();
  expect(new Date((await mine.read(bulkMove.id)).undoableUntil).getTime() - world.clock.now().getTime()).toBeGreaterThanOrEqual(30_000);
  later(20);
  await mine.undo(bulkMove.id);
  await worker.work();
  expect((await mine.read(bulkMove.id)).counts).toMatchObject({ undone: 3 });
});
