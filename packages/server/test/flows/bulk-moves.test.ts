import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { BulkMoveRunner } from '../../src/bulk-moves/index.js';
import { connect, rowsOf } from '../../src/db/orm.js';
import { SERVER_ROLE } from '../../src/db/walls/roles.js';
import { newId } from '../../src/shared/ids.js';
import { registers, submits, versionOf } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { bulkMoves, copiesOf } from './bulk-moves.fixture.js';
import { forgetJobs, inEnglish, workerOf } from './notifications.fixture.js';

let world: World;
let worker: ReturnType<typeof workerOf>;
let moderator: Person;
let deputy: Person;

beforeAll(async () => {
  world = await startWorld('bulk_moves');
  worker = workerOf(world);
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
}, 60_000);
afterEach(() => forgetJobs(world));
afterAll(async () => {
  worker.close();
  await world.stop();
});

/** The bulk move alone, batch by batch: the mails of thousands are not what is tested. */
const makes = async (id: string): Promise<void> => {
  const runner = new BulkMoveRunner({ ...worker.parts, warn: () => undefined });
  while ((await runner.run(id)).left);
};

const db = () => rowsOf(world.database.orm.em.fork());
const statuses = async (ids: readonly string[]): Promise<string[]> => {
  const rows = new Map((await db().selectFrom('appeal').where('id', 'in', [...ids]).select(['id', 'status']).execute()).map(({ id, status }) => [id, status]));
  return ids.map((id) => rows.get(id)!);
};
const three = async (): Promise<string[]> => copiesOf(world, await submits(world.citizen, world.psk), 3);
const REJECT = { reject: { reason: 'SPAM', text: 'Это реклама: мы её не рассматриваем.' } };

test('5,000 are moved by the filter; the 7 that cannot be are refused with their reason, and nothing is lost', async () => {
  const first = await submits(world.citizen, world.psk, { topicCode: 'housing.yards' });
  const ids = await copiesOf(world, first, 4_999);
  const refused = [ids[10]!, ids[1_000]!, ids[2_000]!, ids[2_001]!, ids[3_000]!, ids[4_000]!, ids[4_998]!];
  const mine = bulkMoves(moderator);
  const input = { filter: { awaitingModeration: true, topicCode: ['housing.yards'] }, register: { topicCode: 'housing.utilities', deputyId: world.psk.deputies[0]!.id } };
  const preview = (await mine.preview(input)).bulkMove;
  expect(preview).toMatchObject({ move: 'REGISTER', state: 'PREVIEW', counts: { total: 5_000, ready: 5_000, refused: 0 } });
  expect(await statuses([ids[0]!])).toEqual(['SUBMITTED']);
  // Meanwhile colleagues decide seven of them: they are not what was previewed any more.
  await sql`update appeal set version = version + 1, status = 'REJECTED', reject_reason = 'SPAM', closed_at = now() where id = any(${refused}::uuid[])`.execute(db());
  expect((await mine.start(preview.id)).bulkMove.state).toBe('RUNNING');
  await makes(preview.id);
  const done = await mine.read(preview.id);
  expect(done).toMatchObject({ state: 'DONE', counts: { total: 5_000, ready: 0, done: 4_993, refused: 7, left: 0 } });
  expect(done.reasons).toEqual([{ code: 'CONFLICT', message: expect.stringContaining('изменил'), count: 7 }]);
  const items = await mine.items(preview.id, ['REFUSED']);
  expect(items.map(({ appealId }: { appealId: string }) => appealId).sort()).toEqual([...refused].sort());
  expect(items[0].appeal.number).toMatch(/^К-/);
  const { rows: [moved] } = await sql<{ registered: number; history: number }>`select count(*)::int as registered,
    (select count(*)::int from history_entry h where h.appeal_id = any(${ids}::uuid[]) and h.move = 'REGISTER') as history
    from appeal where id = any(${ids}::uuid[]) and status = 'REGISTERED' and topic_code = 'housing.utilities' and due_on is not null`.execute(db());
  expect(moved).toEqual({ registered: 4_992, history: 4_992 });
}, 300_000);

test('by ids: what the viewer does not see is refused as what does not exist, and the others are done', async () => {
  const ids = await three();
  const foreign = await submits(world.citizen, world.nvs);
  const registered = await submits(world.citizen, world.psk);
  await registers(moderator, registered, world.psk);
  const nobodys = newId();
  const mine = bulkMoves(moderator);
  const { bulkMove } = await mine.preview({ appealIds: [...ids, foreign.id, nobodys, registered.id, ids[0]], ...REJECT });
  expect(bulkMove).toMatchObject({ move: 'REJECT', counts: { total: 6, ready: 3, refused: 3 }, reasons: [{ code: 'NOT_FOUND', count: 2 }, { code: 'MOVE_NOT_ALLOWED', count: 1 }] });
  const [of, ofNobody] = (await mine.items(bulkMove.id, ['REFUSED'])).filter(({ appealId }: { appealId: string }) => appealId === foreign.id || appealId === nobodys);
  expect({ ...of, appealId: nobodys, position: 0 }).toEqual({ ...ofNobody, position: 0 });
  expect(of.appeal).toBeNull();
  await mine.start(bulkMove.id);
  await worker.work();
  expect((await mine.read(bulkMove.id)).counts).toMatchObject({ done: 3, refused: 3 });
  expect(await statuses([...ids, foreign.id, registered.id])).toEqual(['REJECTED', 'REJECTED', 'REJECTED', 'SUBMITTED', 'REGISTERED']);
  const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { history { move actorName } messages { kind text } } }', { id: ids[0] });
  expect(data.appeal.history).toContainEqual({ move: 'REJECT', actorName: 'Сотрудник MODERATOR' });
  expect(data.appeal.messages.at(-1)).toEqual({ kind: 'REJECTION', text: REJECT.reject.text });
});

test('reasons come in the language of whoever reads', async () => {
  const registered = await submits(world.citizen, world.psk);
  await registers(moderator, registered, world.psk);
  const { bulkMove } = await bulkMoves(moderator).preview({ appealIds: [registered.id], ...REJECT });
  const english = await bulkMoves(inEnglish(moderator)).read(bulkMove.id);
  expect(english.reasons[0].message).toMatch(/^[A-Z][a-z ]/);
  expect((await bulkMoves(moderator).start(bulkMove.id)).errors[0].code).toBe('BULK_NOTHING_TO_MOVE');
});

test('a second click starts nothing anew, and a second bulk move over the same appeals moves none twice', async () => {
  const ids = await three();
  const mine = bulkMoves(moderator);
  const [one, two] = [(await mine.preview({ appealIds: ids, ...REJECT })).bulkMove, (await mine.preview({ appealIds: ids, ...REJECT })).bulkMove];
  const started = await Promise.all([mine.start(one.id), mine.start(one.id), mine.start(two.id)]);
  expect(started.map(({ errors }) => errors)).toEqual([[], [], []]);
  await worker.work();
  const counts = [(await mine.read(one.id)).counts, (await mine.read(two.id)).counts];
  expect(counts[0].done + counts[1].done).toBe(3);
  expect(counts[0].refused + counts[1].refused).toBe(3);
  const rejected = await db().selectFrom('history_entry').where('appeal_id', 'in', ids).where('move', '=', 'REJECT').select('id').execute();
  expect(rejected).toHaveLength(3);
  expect((await mine.start(one.id)).bulkMove.state).toBe('DONE');
});

test('a worker that dies in the middle: the next one goes on with the rest, and nothing is moved twice', async () => {
  const ids = await copiesOf(world, await submits(world.citizen, world.psk), 450);
  const mine = bulkMoves(moderator);
  const { bulkMove } = await mine.preview({ appealIds: ids, ...REJECT });
  await mine.start(bulkMove.id);
  const doomed = await connect(world.database.url, 4, { role: SERVER_ROLE });
  const dying = new BulkMoveRunner({ ...worker.parts, orm: doomed, warn: () => undefined }).run(bulkMove.id);
  await vi.waitFor(async () => expect((await mine.read(bulkMove.id)).counts.done).toBeGreaterThan(20), { timeout: 20_000, interval: 5 });
  const [, end] = await Promise.allSettled([doomed.close(true), dying]);
  expect(end.status).toBe('rejected');
  const between = (await mine.read(bulkMove.id)).counts;
  expect(between.ready).toBeGreaterThan(0);
  expect(between.done + between.ready).toBe(450);
  await makes(bulkMove.id);
  expect(await mine.read(bulkMove.id)).toMatchObject({ state: 'DONE', counts: { total: 450, done: 450, refused: 0 } });
  const rejected = await db().selectFrom('history_entry').where('appeal_id', 'in', ids).where('move', '=', 'REJECT').select('appeal_id').execute();
  expect(rejected).toHaveLength(450);
}, 60_000);

test('stopped in the middle, the rest is left as it was', async () => {
  const ids = await three();
  const mine = bulkMoves(moderator);
  const { bulkMove } = await mine.preview({ appealIds: ids, ...REJECT });
  expect((await mine.stop(bulkMove.id)).errors[0].code).toBe('BULK_MOVE_NOT_RUNNING');
  await mine.start(bulkMove.id);
  expect((await mine.stop(bulkMove.id)).bulkMove).toMatchObject({ state: 'STOPPED', counts: { left: 3, done: 0 } });
  await worker.work();
  expect(await statuses(ids)).toEqual(['SUBMITTED', 'SUBMITTED', 'SUBMITTED']);
});

test('a bulk move is its mover’s: a colleague finds none, and an administrator may read it', async () => {
  const { bulkMove } = await bulkMoves(moderator).preview({ appealIds: await three(), ...REJECT });
  const [colleague, administrator, analyst] = [await world.staffMember('MODERATOR', ['RU-PSK']), await world.staffMember('ADMINISTRATOR'), await world.staffMember('ANALYST')];
  for (const deed of ['read', 'start', 'stop', 'undo'] as const) expect(await bulkMoves(colleague)[deed](bulkMove.id), deed).toEqual({ failed: ['NOT_FOUND'] });
  expect((await bulkMoves(administrator).read(bulkMove.id)).counts.total).toBe(3);
  expect(await bulkMoves(administrator).start(bulkMove.id)).toEqual({ failed: ['FORBIDDEN'] });
  expect(await bulkMoves(analyst).preview({ appealIds: await three(), ...REJECT })).toEqual({ failed: ['FORBIDDEN'] });
  expect(await bulkMoves(world.citizen).preview({ appealIds: [newId()], ...REJECT })).toEqual({ failed: ['UNAUTHENTICATED'] });
});

test('the rights of the moment hold: an account that is closed meanwhile moves nothing more', async () => {
  const leaving = await world.staffMember('MODERATOR', ['RU-PSK']);
  const ids = await three();
  const { bulkMove } = await bulkMoves(leaving).preview({ appealIds: ids, ...REJECT });
  await bulkMoves(leaving).start(bulkMove.id);
  const { data: { me } } = await leaving.ask('{ me { id } }');
  await (await world.staffMember('ADMINISTRATOR')).ask('mutation($id: ID!) { deactivateAccount(input: { id: $id }) { errors { code } } }', { id: me.id });
  await worker.work();
  expect(await statuses(ids)).toEqual(['SUBMITTED', 'SUBMITTED', 'SUBMITTED']);
  expect((await bulkMoves(await world.staffMember('ADMINISTRATOR')).read(bulkMove.id)).reasons).toEqual([{ code: 'BULK_MOVER_GONE', message: expect.any(String), count: 3 }]);
});

test('what is wrong with the whole is said before anything is chosen', async () => {
  const mine = bulkMoves(moderator);
  const codes = async (input: object) => (await mine.preview(input)).errors.map(({ code, field }: { code: string; field: string | null }) => [code, field]);
  const appealIds = await three();
  expect(await codes({ appealIds, reject: { reason: 'SPAM', text: ' ' } })).toEqual([['TEXT_EMPTY', 'reject.text']]);
  expect(await codes({ appealIds, ...REJECT, extend: { days: 3, reason: 'Ждём' } })).toEqual([['BULK_MOVE_UNCLEAR', null]]);
  expect(await codes({ appealIds, filter: {}, ...REJECT })).toEqual([['BULK_CHOICE_UNCLEAR', null]]);
  expect(await codes({ appealIds: [], ...REJECT })).toEqual([['NOTHING_CHOSEN', 'appealIds']]);
  expect(await codes({ appealIds: Array.from({ length: 5_001 }, newId), ...REJECT })).toEqual([['TOO_MANY_CHOSEN', 'appealIds']]);
  expect(await codes({ appealIds, register: { topicCode: 'no.such', deputyId: newId() } })).toEqual([['TOPIC_UNKNOWN', 'register.topicCode'], ['DEPUTY_UNKNOWN', 'register.deputyId']]);
});

test('more than 10,000 at once is too many, and says so', async () => {
  // With the 5,000 of the first test.
  await copiesOf(world, await submits(world.citizen, world.psk), 5_001);
  const { errors } = await bulkMoves(moderator).preview({ filter: { regionCode: ['RU-PSK'] }, ...REJECT });
  expect(errors).toEqual([{ code: 'TOO_MANY_CHOSEN', field: 'filter', message: 'Слишком много сразу: не больше 10000.' }]);
}, 120_000);

test('accepted as suggested: each with its own topic and deputy; what has neither is refused', async () => {
  const ids = await three();
  await db().insertInto('suggestion').values({
    appeal_id: ids[0]!, model_version: 0, topics: JSON.stringify([{ code: 'housing.yards', confidence: 0.8 }]) as never, kind: 'COMPLAINT', kind_confidence: 0.9, urgency: '[]' as never, reject_words: '[]' as never,
    deputy_id: world.psk.deputies[1]!.id, made_at: world.clock.now(),
  }).onConflict((conflict) => conflict.column('appeal_id').doNothing()).execute();
  await db().updateTable('appeal').set({ topic_code: 'housing.utilities', deputy_id: world.psk.deputies[0]!.id }).where('id', '=', ids[1]!).execute();
  const mine = bulkMoves(moderator);
  const { bulkMove } = await mine.preview({ appealIds: ids, register: {} });
  const items = await mine.items(bulkMove.id);
  expect(items.map(({ topic, deputy: to, errors }: { topic: { code: string } | null; deputy: { id: string } | null; errors: { code: string }[] }) => [topic?.code, to?.id, errors.map(({ code }) => code)])).toEqual([
    ['housing.yards', world.psk.deputies[1]!.id, []], ['housing.utilities', world.psk.deputies[0]!.id, []], [undefined, undefined, ['NO_TOPIC_SUGGESTED', 'NO_DEPUTY_SUGGESTED']],
  ]);
  await mine.start(bulkMove.id);
  await worker.work();
  expect(await statuses(ids)).toEqual(['REGISTERED', 'REGISTERED', 'SUBMITTED']);
});

test('a deputy takes many in hand and extends them; a colleague’s are as if they did not exist', async () => {
  const own = await submits(world.citizen, world.psk);
  const others = await submits(world.citizen, world.psk);
  await registers(moderator, own, world.psk);
  await registers(moderator, others, world.psk, { deputyId: world.psk.deputies[1]!.id });
  const mine = bulkMoves(deputy);
  const begun = (await mine.preview({ appealIds: [own.id, others.id], begin: true })).bulkMove;
  expect(begun.reasons).toEqual([{ code: 'NOT_FOUND', message: expect.any(String), count: 1 }]);
  await mine.start(begun.id);
  await worker.work();
  expect(await statuses([own.id, others.id])).toEqual(['IN_PROGRESS', 'REGISTERED']);
  const extended = (await mine.preview({ appealIds: [own.id], extend: { days: 10, reason: 'Ждём ответа подрядчика' } })).bulkMove;
  await mine.start(extended.id);
  await worker.work();
  expect((await mine.read(extended.id)).counts).toMatchObject({ done: 1 });
  expect((await mine.preview({ appealIds: [own.id], extend: { days: 10, reason: 'Ещё' } })).bulkMove.reasons).toMatchObject([{ code: 'EXTENDED_ALREADY', count: 1 }]);
  expect(await versionOf(deputy, own)).toBeGreaterThan(1);
});
