import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsFor } from '../../src/db/acting.js';
import type { StaffActor } from '../../src/shared/actor.js';
import { newId } from '../../src/shared/ids.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let moderator: Person;
let colleague: Person;
let coordinator: Person;
let stranger: Person;

beforeAll(async () => {
  world = await startWorld('saved_views');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  colleague = await world.staffMember('MODERATOR', ['RU-PSK']);
  coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
  stranger = await world.staffMember('COORDINATOR', ['RU-NVS']);
}, 60_000);
afterAll(() => world.stop());

const VIEW = 'id place name query byName viewerCanChange version region { code }';
const list = async (person: Person, place = 'QUEUE') => (await person.ask(`{ savedViews(place: ${place}) { ${VIEW} } }`)).data.savedViews;
const names = async (person: Person, place?: string) => (await list(person, place)).map(({ name }: { name: string }) => name);
/** The view, the codes of what is to be corrected, or the code of the whole. */
const change = async (person: Person, mutation: string, type: string, input: object) => {
  const { data, errors } = await person.ask(`mutation($input: ${type}!) { ${mutation}(input: $input) { savedView { ${VIEW} } errors { code field } } }`, { input });
  if (errors) return errors[0]!.extensions.code;
  return data[mutation].errors.length > 0 ? data[mutation].errors : data[mutation].savedView;
};
const saves = (person: Person, name: string, more: object = {}) => change(person, 'saveView', 'SaveViewInput', { place: 'QUEUE', name, query: 'topic=housing.yards', ...more });
const deletes = async (person: Person, id: string) => {
  const { data, errors } = await person.ask(`mutation($id: ID!) { deleteView(id: $id) { savedView { ${VIEW} } errors { code } } }`, { id });
  return errors ? errors[0]!.extensions.code : data.deleteView.savedView;
};
const orders = async (person: Person, ids: string[]) => {
  const { data, errors } = await person.ask('mutation($ids: [ID!]!) { orderViews(input: { ids: $ids }) { savedViews { name } errors { code } } }', { ids });
  if (errors) return errors[0]!.extensions.code;
  return data.orderViews.savedViews?.map(({ name }: { name: string }) => name) ?? data.orderViews.errors[0].code;
};

test('a person keeps, renames, orders and deletes own views; nobody else sees them', async () => {
  const yards = await saves(moderator, ' Дворы ', { query: '?topic=housing.yards&sort=newest' });
  expect(yards).toMatchObject({ name: 'Дворы', query: 'topic=housing.yards&sort=newest', region: null, viewerCanChange: true, version: 1 });
  const roads = await saves(moderator, 'Дороги', { query: 'topic=economy.roads' });
  expect(await names(moderator)).toEqual(['Дворы', 'Дороги']);
  expect(await names(moderator, 'APPEALS')).toEqual([]);
  expect(await names(colleague)).toEqual([]);
  expect(await names(await world.staffMember('ADMINISTRATOR'))).toEqual([]);
  expect(await orders(moderator, [roads.id, yards.id])).toEqual(['Дороги', 'Дворы']);
  expect(await orders(moderator, [roads.id])).toBe('VIEWS_CHANGED');
  const renamed = await change(moderator, 'changeView', 'ChangeViewInput', { id: roads.id, version: 1, name: 'Дороги района', query: 'topic=economy.roads&overdue=true' });
  expect(renamed).toMatchObject({ name: 'Дороги района', query: 'topic=economy.roads&overdue=true', version: 2 });
  expect(await change(moderator, 'changeView', 'ChangeViewInput', { id: roads.id, version: 1, name: 'Поздно' })).toBe('CONFLICT');
  expect(await change(moderator, 'changeView', 'ChangeViewInput', { id: roads.id, version: 2, name: 'дворы' })).toEqual([{ code: 'VIEW_NAME_TAKEN', field: 'name' }]);
  // What was deleted is given back, and can be saved again.
  const { name, query } = await deletes(moderator, yards.id);
  expect(await names(moderator)).toEqual(['Дороги района']);
  await saves(moderator, name, { query });
  expect(await names(moderator)).toEqual(['Дороги района', 'Дворы']);
});

test('what a coordinator shares, everybody of the region has; another region knows nothing of it', async () => {
  const shared = await saves(coordinator, 'Горящие', { regionCode: 'RU-PSK', query: 'overdue=true' });
  expect(shared).toMatchObject({ region: { code: 'RU-PSK' }, byName: 'Сотрудник COORDINATOR', viewerCanChange: true });
  expect(await list(colleague)).toMatchObject([{ name: 'Горящие', viewerCanChange: false }]);
  expect(await names(stranger)).toEqual([]);
  expect(await names(await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id))).toEqual([]);
  expect(await deletes(colleague, shared.id)).toBe('FORBIDDEN');
  expect(await deletes(stranger, shared.id)).toBe('NOT_FOUND');
  expect(await saves(colleague, 'Моё для всех', { regionCode: 'RU-PSK' })).toBe('FORBIDDEN');
  expect(await saves(coordinator, 'Чужим', { regionCode: 'RU-NVS' })).toBe('FORBIDDEN');
  expect((await deletes(coordinator, shared.id)).name).toBe('Горящие');
});

test('a view of another is as one that does not exist, whatever is asked of it', async () => {
  const own = await saves(colleague, 'Личная');
  for (const id of [own.id, newId()]) {
    expect(await deletes(moderator, id)).toBe('NOT_FOUND');
    expect(await change(moderator, 'changeView', 'ChangeViewInput', { id, version: 1, name: 'Взял' })).toBe('NOT_FOUND');
    expect(await orders(moderator, [id])).toBe('NOT_FOUND');
  }
  expect((await world.citizen.ask('{ savedViews(place: QUEUE) { id } }')).errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
});

test('the database itself shows nobody another one’s views', async () => {
  const { data: { me } } = await moderator.ask('{ me { id } }');
  const actor = { kind: 'STAFF', accountId: me.id, role: 'MODERATOR', regions: ['RU-PSK'], deputyId: null } as unknown as StaffActor;
  const rows = await rowsFor(world.app.parts.orm, actor).selectFrom('saved_view').select(['account', 'region_code']).execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ account, region_code }) => account === me.id || region_code === 'RU-PSK')).toBe(true);
});

test('there is a limit, and what is no list is refused', async () => {
  expect(await saves(stranger, '  ', { query: 'a=1 2' })).toEqual([{ code: 'VIEW_NAME_EMPTY', field: 'name' }, { code: 'VIEW_QUERY_MALFORMED', field: 'query' }]);
  expect(await saves(stranger, 'x'.repeat(61), { query: `a=${'1'.repeat(2_000)}` })).toEqual([{ code: 'TEXT_TOO_LONG', field: 'name' }, { code: 'TEXT_TOO_LONG', field: 'query' }]);
  for (let i = 1; i <= 20; i += 1) await saves(stranger, `Подборка ${i}`);
  expect(await saves(stranger, 'Ещё одна')).toEqual([{ code: 'VIEWS_TOO_MANY', field: null }]);
  expect((await saves(stranger, 'Другой список', { place: 'APPEALS' })).name).toBe('Другой список');
});
