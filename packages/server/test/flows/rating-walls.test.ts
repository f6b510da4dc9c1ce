import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { rowsOf } from '../../src/db/orm.js';
import { RatingQueries } from '../../src/rating/index.js';
import type { RatingResult } from '../../src/rating/rating.formula.js';
import { canExplain, canSeeEntry } from '../../src/rating/rating.policy.js';
import type { Actor, Role, StaffActor } from '../../src/shared/actor.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { compute, happened, times } from './rating.fixture.js';

let world: World;
let address: string;

const answered = (deputy: number, place: World['psk'], good: number, all: number) => times(all, (k) => ({
  deputy: place.deputies[deputy]!, place, dueOn: '2026-02-10', answeredOn: k < good ? '2026-02-09' : '2026-02-12', mark: { quality: k < good ? 5 : 1, personal: k < good ? 5 : 1 },
}));

// Pskov: one well, one at the bottom of a league; Novosibirsk: one uncertain bottom, one without data.
beforeAll(async () => {
  world = await startWorld('rating_walls');
  address = (await world.app.http.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws');
  await happened(world, [...answered(0, world.psk, 80, 80), ...answered(1, world.psk, 20, 80), ...answered(0, world.nvs, 1, 15)]);
  await compute(world);
}, 60_000);
afterAll(() => world.stop());

const actor = (role: Role, regions: string[] = [], deputyId: string | null = null): StaffActor => ({
  kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date('2030-01-01T00:00:00Z'), name: 'Имя', email: 'x@y.test', role, regions, deputyId,
});

test('the wall in the query says the same as the policy, for every actor and entry', async () => {
  const db = rowsOf(world.database.orm.em.fork());
  const snapshot = await db.selectFrom('rating_snapshot').where('period', '=', 'last-12-months').select('id').executeTakeFirstOrThrow();
  const all = await db.selectFrom('rating_entry').where('snapshot_id', '=', snapshot.id)
    .select(['deputy_id as deputyId', 'body_id as bodyId', 'region_code as regionCode', 'state', 'output']).execute();
  expect(all.map(({ state }) => state).sort()).toEqual(['FEW_DATA', 'LEAGUE', 'LEAGUE', 'MARKED']);
  const bodies = new Map(all.map((row) => [row.deputyId, row.bodyId]));
  const [psk0, psk1] = world.psk.deputies.map(({ id }) => id);
  const [nvs0] = world.nvs.deputies.map(({ id }) => id);
  const actors: Actor[] = [
    actor('ADMINISTRATOR'), actor('ANALYST'), actor('MODERATOR', ['RU-PSK']), actor('MODERATOR', ['RU-PSK', 'RU-NVS']), actor('MODERATOR'),
    actor('COORDINATOR', ['RU-NVS']), actor('COORDINATOR', ['RU-PSK', 'RU-NVS']), actor('DEPUTY', [], psk0), actor('DEPUTY', [], psk1), actor('AIDE', [], psk1),
    actor('AIDE', [], nvs0), actor('AIDE'), actor('DEPUTY'),
  ];
  for (const who of actors) {
    const queries = new RatingQueries(db, world.app.parts.reference, who, world.clock, 'ru');
    const ownBody = who.kind === 'STAFF' && who.deputyId ? bodies.get(who.deputyId) ?? null : null;
    const facts = all.map((row) => ({ ...row, aboveMean: (row.output as unknown as RatingResult).aboveMean }));
    const seen = (await queries.entries(await queries.rating({}), null, 50, null, true));
    const allowed = facts.filter((entry) => canSeeEntry(who, ownBody, entry)).map(({ deputyId }) => deputyId).sort();
    expect({ who, seen: seen.edges.map(({ node }) => node.deputyId).sort(), count: seen.totalCount }).toEqual({ who, seen: allowed, count: allowed.length });
    for (const entry of facts) {
      const read = await queries.explained(entry.deputyId, null).then(() => true, () => false);
      expect({ who, deputy: entry.deputyId, read }).toEqual({ who, deputy: entry.deputyId, read: canExplain(who, ownBody, entry) });
    }
  }
});

test('a group of a few tells no score to those who must not know it of one', async () => {
  const [moderator, coordinator] = [await world.staffMember('MODERATOR', ['RU-PSK']), await world.staffMember('COORDINATOR', ['RU-PSK'])];
  const query = '{ rating(filter: {}) { regions { id score state } factions { score } } }';
  expect((await moderator.ask(query)).data.rating).toMatchObject({ regions: [{ id: 'RU-PSK', score: null, state: 'LEAGUE' }], factions: [{ score: null }] });
  expect((await coordinator.ask(query)).data.rating.regions[0].score).toBeGreaterThan(0);
});

test('a change is heard within seconds by whom it concerns, and by nobody else', async () => {
  const own = listen(await world.staffMember('DEPUTY', [], world.nvs.deputies[0]!.id));
  const other = listen(await world.staffMember('COORDINATOR', ['RU-PSK']), '{ regionCode: ["RU-PSK"], tier: [A], search: "нет такого" }');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await happened(world, answered(0, world.nvs, 5, 5));
  await compute(world);
  for (let i = 0; i < 100 && own.got.length === 0; i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(own.got).toContainEqual({ ratingChanged: { id: `${world.nvs.deputies[0]!.mandateId}:last-12-months`, due: 20, inTime: 6, state: 'MARKED', deputy: { name: world.nvs.deputies[0]!.name } } });
  expect(other.got).toEqual([]);
  await Promise.all([own.stop(), other.stop()]);
});

function listen(person: Person, filter = '{}') {
  const got: unknown[] = [];
  const client = createClient({
    url: `${address}/graphql`, retryAttempts: 0, lazy: true,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { cookie: person.cookie, origin: address.replace('ws', 'http') } });
      }
    },
  });
  client.subscribe({ query: `subscription { ratingChanged(filter: ${filter}) { id due inTime state deputy { name } } }` }, {
    next: (value) => void got.push(value.data ?? value), error: (error) => void got.push(error), complete: () => undefined,
  });
  return { got, stop: () => client.dispose() };
}
