import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import pg from 'pg';
import { connect, rowsOf, type Orm } from '../../src/db/orm.js';
import { SetClock } from '../../src/shared/clock.js';
import { newId } from '../../src/shared/ids.js';
import { forgetQuotas, hashedAddress, Quotas, type Quota } from '../../src/shared/quota.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const MINUTE = 60_000;
const clock = new SetClock(new Date('2026-03-20T06:15:10.000Z'));
let database: TestDatabase;
let other: Orm;
let servers: [Quotas, Quotas];

beforeAll(async () => {
  database = await testDatabase('quota');
  other = await connect(database.url);
});
afterAll(async () => {
  await other.close();
  await database.drop();
});
const start = (): [Quotas, Quotas] => (servers = [new Quotas(database.orm, clock), new Quotas(other, clock)]);

test.each([
  ['one by one', { limit: 200, windowMs: MINUTE, lease: 1 }, 1],
  ['in leases', { limit: 200, windowMs: MINUTE }, 1],
  ['in leases, by sums that do not divide the limit', { limit: 200, windowMs: MINUTE }, 7],
  ['with a lease of the whole', { limit: 200, windowMs: MINUTE, lease: 200 }, 3],
])('two servers never grant more than the limit %s', async (_how, quota: Quota, amount) => {
  const key = newId();
  const [a, b] = start();
  const taken = await Promise.all(Array.from({ length: 400 }, (_, i) => (i % 2 ? a : b).take(key, amount, quota)));
  const granted = taken.filter(({ allowed }) => allowed).length * amount;
  expect(granted).toBeLessThanOrEqual(200);
  // What does not divide may stay with each of the servers, and no more than that.
  expect(granted).toBeGreaterThan(200 - 2 * amount - (quota.lease === 200 ? 0 : 2 * 10));
  if (amount === 1 && quota.lease === 1) expect(granted).toBe(200);
  const { granted: handedOut } = await rowsOf(database.orm.em).selectFrom('quota_window').select('granted').where('key', '=', `${key}:${MINUTE}`).executeTakeFirstOrThrow();
  expect(handedOut).toBe(200);
});

test('a steady caller costs one statement per lease, and a refused one none', async () => {
  const [a] = start();
  const key = newId();
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  try {
    for (let i = 0; i < 100; i += 1) expect((await a.take(key, 1, { limit: 100, windowMs: MINUTE })).allowed).toBe(true);
    const leases = sent.mock.calls.length;
    expect(leases).toBeLessThanOrEqual(20 * 2);
    expect((await a.take(key, 1, { limit: 100, windowMs: MINUTE })).allowed).toBe(false);
    const asked = sent.mock.calls.length;
    for (let i = 0; i < 100; i += 1) expect((await a.take(key, 1, { limit: 100, windowMs: MINUTE })).allowed).toBe(false);
    expect(sent.mock.calls.length).toBe(asked);
  } finally {
    sent.mockRestore();
  }
});

test('tells what is left and when the window ends, and begins anew then', async () => {
  const [a] = start();
  const key = newId();
  expect(await a.take(key, 30, { limit: 100, windowMs: MINUTE })).toEqual({ allowed: true, rest: 70, resetsAt: new Date('2026-03-20T06:16:00.000Z') });
  expect(await a.take(key, 71, { limit: 100, windowMs: MINUTE })).toMatchObject({ allowed: false, rest: 70 });
  expect(await a.take(key, 70, { limit: 100, windowMs: MINUTE })).toMatchObject({ allowed: true, rest: 0 });
  clock.advance(MINUTE);
  expect(await a.take(key, 1, { limit: 100, windowMs: MINUTE })).toMatchObject({ allowed: true, rest: 99 });
});

test('an amount above the limit is refused without spending anything, and a raised limit holds at once', async () => {
  const [a] = start();
  const key = newId();
  expect((await a.take(key, 11, { limit: 10, windowMs: MINUTE })).allowed).toBe(false);
  expect((await a.take(key, 10, { limit: 10, windowMs: MINUTE })).allowed).toBe(true);
  expect((await a.take(key, 1, { limit: 10, windowMs: MINUTE })).allowed).toBe(false);
  expect((await a.take(key, 5, { limit: 15, windowMs: MINUTE })).allowed).toBe(true);
  expect((await a.take(key, 1, { limit: 5, windowMs: MINUTE })).allowed).toBe(false);
});

test('windows that are over are forgotten', async () => {
  await servers[0].take(newId(), 1, { limit: 1, windowMs: MINUTE });
  clock.advance(2 * MINUTE);
  const kept = newId();
  await servers[0].take(kept, 1, { limit: 1, windowMs: MINUTE });
  expect(await forgetQuotas(database.orm, clock.now())).toBeGreaterThan(0);
  const rows = await rowsOf(database.orm.em).selectFrom('quota_window').select('key').execute();
  expect(rows).toEqual([{ key: `${kept}:${MINUTE}` }]);
});

test('addresses are named by a hash: IPv4 as they are, IPv6 by their network', () => {
  const name = (ip: string): string => hashedAddress(ip, 'secret');
  expect(name('192.0.2.1')).not.toBe(name('192.0.2.2'));
  expect(name('::ffff:192.0.2.1')).toBe(name('192.0.2.1'));
  expect(name('2001:db8:1:2:3:4:5:6')).toBe(name('2001:db8:1:2::9'));
  expect(name('2001:db8:1:2::9')).not.toBe(name('2001:db8:1:3::9'));
  expect(name('192.0.2.1')).not.toContain('192');
  expect(hashedAddress('192.0.2.1', 'another')).not.toBe(name('192.0.2.1'));
});
