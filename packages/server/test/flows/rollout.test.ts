import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { newId } from '../../src/shared/ids.js';
import { submits } from '../support/steps.js';
import { startWorld, type World } from '../support/world.js';

let world: World;

beforeAll(async () => {
  world = await startWorld('rollout');
}, 60_000);
afterAll(() => world.stop());

const overview = async () => {
  const { data, raw } = await world.citizen.ask(`{ rollout { plannedDeputies connectedDeputies pilotDeputies selfEnrolledDeputies pilotRegions selfEnrolmentRegions
    stages { stage regions } regions { region { code name } stage since planned connected appeals } progress { day planned connected } } }`);
  expect(data, raw).toBeTruthy();
  return data.rollout;
};

test('everybody sees plan against fact, counted from the data', async () => {
  await submits(world.citizen, world.psk);
  const db = rowsOf(world.database.orm.em.fork());
  await db.updateTable('mandate').set({ joining: 'SELF_ENROLLED', joined_on: '2026-02-01' }).where('id', '=', world.nvs.deputies[1]!.mandateId).execute();
  // Joins tomorrow: not at work yet.
  await db.updateTable('mandate').set({ joined_on: '2026-03-21' }).where('id', '=', world.nvs.deputies[0]!.mandateId).execute();
  const rollout = await overview();
  expect(rollout).toMatchObject({ plannedDeputies: 4, connectedDeputies: 3, pilotDeputies: 2, selfEnrolledDeputies: 1, pilotRegions: 2, selfEnrolmentRegions: 0 });
  expect(rollout.progress).toEqual([{ day: '2026-01-10', planned: 4, connected: 2 }, { day: '2026-02-01', planned: 4, connected: 3 }]);
  expect(rollout.regions.find(({ region }: { region: { code: string } }) => region.code === 'RU-PSK'))
    .toEqual({ region: { code: 'RU-PSK', name: 'Псковская область' }, stage: 'PILOT', since: '2026-01-01', planned: 2, connected: 2, appeals: 1 });
  const regions = rollout.stages.reduce((sum: number, row: { regions: number }) => sum + row.regions, 0);
  expect(regions).toBe(rollout.regions.length);
  expect(rollout.stages.find(({ stage }: { stage: string }) => stage === 'CLOSED').regions).toBe(regions - 2);
});

test('a stage begins at midnight of its region, and figures are at most a minute old', async () => {
  const db = rowsOf(world.database.orm.em.fork());
  await db.insertInto('region_stage').values({ id: newId(), region_code: 'RU-NVS', level: 'MUNICIPAL', service: 'APPEALS', stage: 'ACTIVE', since: '2026-03-21' }).execute();
  await world.app.parts.reference.refresh();
  const stage = async (): Promise<string> => (await overview()).regions.find(({ region }: { region: { code: string } }) => region.code === 'RU-NVS').stage;
  expect(await stage()).toBe('PILOT');
  world.clock.set(new Date('2026-03-20T16:59:59.000Z'));
  expect(await stage()).toBe('PILOT');
  world.clock.set(new Date('2026-03-20T17:00:00.000Z'));
  expect(await stage()).toBe('ACTIVE');
  world.clock.advance(60_000);
  expect((await overview()).connectedDeputies).toBe(4);
});
