import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyHistory } from '../../src/history/index.js';
import { registers, submits, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let owner: Client;
let moderator: Person;

beforeAll(async () => {
  world = await startWorld('openings');
  owner = new Client({ connectionString: world.database.url });
  await owner.connect();
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await world.stop();
});

const reads = (person: Person, { id }: SentAppeal) => person.ask('query($id: ID!) { appeal(id: $id) { id subject } }', { id });
const opensContacts = (person: Person, { id }: SentAppeal) => person.ask('mutation($id: ID!) { openContacts(appealId: $id) { contacts { name } errors { code } } }', { id });
const openedBy = async ({ number, code }: SentAppeal): Promise<{ role: string; name: string; contacts: boolean }[]> =>
  (await world.citizen.ask('query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { openedBy { role name contacts } } }', { number, code }))
    .data.trackAppeal.openedBy;
const OPENED = { role: 'MODERATOR', name: 'Сотрудник MODERATOR', contacts: false };

test('the applicant sees who opened the appeal: each person once a day, contacts each time, the newest first', async () => {
  const appeal = await submits(world.citizen, world.psk);
  expect(await openedBy(appeal)).toEqual([]);
  await reads(moderator, appeal);
  await reads(moderator, appeal);
  expect(await openedBy(appeal)).toEqual([OPENED]);
  await opensContacts(moderator, appeal);
  await opensContacts(moderator, appeal);
  expect(await openedBy(appeal)).toEqual([{ ...OPENED, contacts: true }, { ...OPENED, contacts: true }, OPENED]);
  await registers(moderator, appeal, world.psk);
  const deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  await reads(deputy, appeal);
  expect((await openedBy(appeal))[0]).toEqual({ role: 'DEPUTY', name: 'Сотрудник DEPUTY', contacts: false });
});

test('on the next day of the region it is on record again', async () => {
  const appeal = await submits(world.citizen, world.psk);
  await reads(moderator, appeal);
  world.clock.advance(3 * 3_600_000);
  await reads(moderator, appeal);
  expect(await openedBy(appeal)).toHaveLength(1);
  // 09:15 in Moscow and three hours; thirteen more are past midnight.
  world.clock.advance(13 * 3_600_000);
  const again = await world.staffMember('MODERATOR', ['RU-PSK']);
  await reads(again, appeal);
  expect(await openedBy(appeal)).toHaveLength(2);
});

test('many reads at once make one entry, and none of them fails', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const answers = await Promise.all(Array.from({ length: 8 }, () => reads(moderator, appeal)));
  for (const { errors } of answers) expect(errors).toBeUndefined();
  expect(await openedBy(appeal)).toEqual([OPENED]);
});

test('lists, and the question for what is not there to see, put nothing on record', async () => {
  const appeal = await submits(world.citizen, world.psk);
  await moderator.ask('{ appeals(first: 50) { edges { node { id text } } } }');
  expect((await reads(await world.staffMember('MODERATOR', ['RU-NVS']), appeal)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(await openedBy(appeal)).toEqual([]);
});

test('the page says whether the record is whole, and an unseen hand shows', async () => {
  const appeal = await submits(world.citizen, world.psk);
  const whole = async (): Promise<boolean> => (await moderator.ask('query($id: ID!) { appeal(id: $id) { historyWhole } }', { id: appeal.id })).data.appeal.historyWhole;
  expect(await whole()).toBe(true);
  expect((await verifyHistory(owner)).faults).toEqual([]);
  await owner.query('set session_replication_role = replica');
  await owner.query(`update history_entry set actor_name = 'Никто' where appeal_id = '${appeal.id}' and event = 'APPEAL_OPENED'`);
  expect(await whole()).toBe(false);
  expect((await verifyHistory(owner)).faults).toMatchObject([{ kind: 'ENTRY_CHANGED', stream: `appeal:${appeal.id}`, position: 2 }]);
});
