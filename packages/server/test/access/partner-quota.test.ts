import { createClient } from 'graphql-ws';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { newKeyOf, partnerWithKey, type KeyedPartner } from '../support/partners.js';
import { registers, submits } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let administrator: Person;
let address: string;
let log: Record<string, unknown>[] = [];
const sink = new Writable({
  write(chunk: Buffer, _encoding, done) {
    log.push(...chunk.toString().trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>));
    done();
  },
});

beforeAll(async () => {
  world = await startWorld('partner_quota', undefined, { log: { level: 'info', stream: sink }, env: { ANONYMOUS_PER_MINUTE: '50', MAX_COST: '400' } });
  administrator = await world.staffMember('ADMINISTRATOR');
  address = await world.app.http.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);
afterAll(() => world.stop());
// Each test begins a minute of its own, in the middle of a day.
beforeEach(() => {
  world.clock.advance(60_000 - (world.clock.now().getTime() % 60_000));
  log = [];
});

/** Costs three: the partner, and two fields of it. */
const VIEWER = '{ viewerPartner { id name } }';

async function post(secret: string, query: string, variables: object = {}) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}`, 'accept-language': 'en' }, body: JSON.stringify({ query, variables }),
  });
  const { data, errors, extensions } = await response.json() as { data?: any; errors?: { message: string; extensions: Record<string, unknown> }[]; extensions?: { cost: any } }; // oxlint-disable-line no-explicit-any -- read by each test
  return { status: response.status, headers: response.headers, data, error: errors?.[0], cost: extensions?.cost };
}

/** What an operation over WebSocket gives until it ends. */
function overWebSocket(secret: string, query: string) {
  const got: { data?: any; extensions?: any }[] = []; // oxlint-disable-line no-explicit-any -- read by each test
  const refused: Record<string, unknown>[] = [];
  const client = createClient({ url: `${address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: `Bearer ${secret}` } });
  const over = new Promise<void>((resolve) => {
    client.subscribe({ query }, {
      next: (value) => void got.push(value as never),
      error: (errors) => { refused.push(...(errors as { extensions: Record<string, unknown> }[]).map(({ extensions }) => extensions)); resolve(); },
      complete: resolve,
    });
  });
  return { got, refused, over: over.then(() => client.dispose()) };
}

const partnerOf = (costPerMinute: number, costPerDay: number): Promise<KeyedPartner> => partnerWithKey(world, administrator, undefined, { costPerMinute, costPerDay });
const usageOf = async ({ id }: KeyedPartner) => {
  await world.app.parts.usage.flush();
  return (await administrator.ask('query($id: ID!) { partner(id: $id) { usage(days: 1) { requests cost refused failed } } }', { id })).data.partner.usage[0];
};
const refusals = () => log.filter(({ msg }) => msg === 'an operation was refused').map(({ code, reason, partner, key }) => ({ code, reason, partner, key }));

test('the minute: what is left is told with every answer; then 429 with how long to wait, over all keys of the partner', async () => {
  const partner = await partnerOf(10, 1000);
  const another = await newKeyOf(administrator, partner.id, ['DIRECTORY_READ']);
  const first = await post(partner.secret, VIEWER);
  const { minute, day, ...cost } = first.cost;
  expect([cost, minute, day]).toEqual([{ requested: 3, limit: 400 }, { limit: 10, rest: 7, resetsAt: new Date(world.clock.now().getTime() + 60_000).toISOString() },
    { limit: 1000, rest: 997, resetsAt: '2026-03-21T00:00:00.000Z' }]);
  expect(Object.fromEntries(['x-query-cost', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'].map((name) => [name, first.headers.get(name)])))
    .toEqual({ 'x-query-cost': '3', 'ratelimit-limit': '10', 'ratelimit-remaining': '7', 'ratelimit-reset': '60' });
  expect((await post(another.secret, VIEWER)).cost.minute.rest).toBe(4);
  expect((await post(partner.secret, VIEWER)).cost.minute.rest).toBe(1);

  world.clock.advance(20_000);
  const refused = await post(another.secret, VIEWER);
  expect([refused.status, refused.data, refused.error]).toEqual([429, undefined, {
    message: 'The quota of the key is used up. It is renewed in 40 s.', extensions: { code: 'RATE_LIMITED', reason: 'QUOTA_USED_UP', limit: 10, rest: 1, retryAfter: 40 } }]);
  expect([refused.headers.get('retry-after'), refused.headers.get('ratelimit-remaining'), refused.headers.get('ratelimit-reset')]).toEqual(['40', '1', '40']);
  expect(refusals()).toEqual([{ code: 'RATE_LIMITED', reason: 'QUOTA_USED_UP', partner: partner.id, key: another.keyId }]);
  expect(await usageOf(partner)).toEqual({ requests: 4, cost: 9, refused: 1, failed: 0 });
  world.clock.advance(40_000);
  expect((await post(another.secret, VIEWER)).status).toBe(200);
});

test('an app that keeps asking while its minute is used up does not lose the day by it', async () => {
  const partner = await partnerOf(10, 30);
  for (let i = 0; i < 3; i += 1) expect((await post(partner.secret, VIEWER)).status).toBe(200);
  for (let i = 0; i < 20; i += 1) expect((await post(partner.secret, VIEWER)).status).toBe(429);
  world.clock.advance(60_000);
  expect((await post(partner.secret, VIEWER)).cost.day).toMatchObject({ limit: 30, rest: 18 });
});

test('the day: 429 until midnight of UTC, whatever the minute has left', async () => {
  const partner = await partnerOf(1000, 7);
  for (const rest of [4, 1]) expect((await post(partner.secret, VIEWER)).cost.day).toMatchObject({ limit: 7, rest });
  world.clock.advance(60_000);
  const refused = await post(partner.secret, VIEWER);
  const untilMidnight = (Date.parse('2026-03-21T00:00:00Z') - world.clock.now().getTime()) / 1000;
  expect([refused.status, refused.error?.extensions, refused.headers.get('retry-after')])
    .toEqual([429, { code: 'RATE_LIMITED', reason: 'QUOTA_USED_UP', limit: 7, rest: 1, retryAfter: untilMidnight }, String(untilMidnight)]);
  const { refused: overSocket, over } = overWebSocket(partner.secret, VIEWER);
  await over;
  expect(overSocket).toEqual([{ code: 'RATE_LIMITED', reason: 'QUOTA_USED_UP', limit: 7, rest: 1, retryAfter: untilMidnight }]);
  expect(await usageOf(partner)).toEqual({ requests: 4, cost: 6, refused: 2, failed: 0 });
  const before = world.clock.now();
  world.clock.set(new Date('2026-03-21T00:00:00Z'));
  expect((await post(partner.secret, VIEWER)).cost.day).toMatchObject({ limit: 7, rest: 4 });
  world.clock.set(before);
});

test('what is refused for its text, its scope or its price costs one, and counts as refused', async () => {
  const partner = await partnerOf(1000, 1000);
  const { secret, keyId } = await newKeyOf(administrator, partner.id, ['DIRECTORY_READ']);
  const answers = [await post(secret, '{ nonsense'), await post(secret, '{ rollout { plannedDeputies } }'), await post(secret, '{ appeals { totalCount } }'),
    await post(secret, `{ ${'a { '.repeat(13)} b ${'} '.repeat(13)} }`), await post(secret, '{ deputies(first: 100) { edges { node { id name region { code } } } } }')];
  expect(answers.map(({ error }) => [error?.extensions['code'], error?.extensions['reason']])).toEqual([
    ['GRAPHQL_PARSE_FAILED', undefined], ['FORBIDDEN', 'SCOPE_MISSING'], ['FORBIDDEN', 'CLOSED_TO_KEYS'], ['COST_EXCEEDED', 'QUERY_TOO_DEEP'], ['COST_EXCEEDED', 'QUERY_TOO_DEAR']]);
  expect(refusals().map(({ reason, partner: id, key }) => [reason, id, key])).toEqual(['SCOPE_MISSING', 'CLOSED_TO_KEYS', 'QUERY_TOO_DEEP', 'QUERY_TOO_DEAR'].map((reason) => [reason, partner.id, keyId]));
  expect((await post(secret, VIEWER)).cost.minute).toMatchObject({ limit: 1000, rest: 1000 - answers.length - 3 });
  expect(await usageOf(partner)).toEqual({ requests: 6, cost: 3, refused: 5, failed: 0 });
});

test('over WebSocket an operation pays from the same quota, is told the rest, and a subscription counts when it opens', async () => {
  const partner = await partnerOf(10, 1000);
  const { got, over } = overWebSocket(partner.secret, VIEWER);
  await over;
  expect(got[0]).toMatchObject({ data: { viewerPartner: { id: partner.id } }, extensions: { cost: { requested: 3, minute: { limit: 10, rest: 7 }, day: { rest: 997 } } } });
  const stream = overWebSocket(partner.secret, 'subscription { submittedAppealChanged { number status } }');
  await expect.poll(async () => (await usageOf(partner)).requests).toBe(2);
  expect((await post(partner.secret, VIEWER)).cost.minute.rest).toBe(1);
  expect((await post(partner.secret, VIEWER)).status).toBe(429);
  const { refused, over: ended } = overWebSocket(partner.secret, VIEWER);
  await ended;
  expect(refused).toMatchObject([{ code: 'RATE_LIMITED', reason: 'QUOTA_USED_UP', limit: 10 }]);
  expect(refusals()).toHaveLength(2);
  await administrator.ask('mutation($id: ID!) { revokePartnerKey(id: $id) { errors { code } } }', { id: partner.keyId });
  await stream.over;
  expect([stream.got, stream.refused]).toEqual([[], []]);
});

test('a subscription of a key hears of its own appeals alone, and ends when the key is revoked', async () => {
  const partner = await partnerOf(1000, 10_000);
  const stream = overWebSocket(partner.secret, 'subscription { submittedAppealChanged { number status } }');
  await expect.poll(async () => (await usageOf(partner)).requests).toBe(1);
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  await registers(moderator, await submits(world.citizen, world.psk), world.psk);
  const own = await submits(partner.app, world.psk);
  await registers(moderator, own, world.psk);
  await expect.poll(() => stream.got.length).toBeGreaterThan(0);
  expect(new Set(stream.got.map(({ data }) => data.submittedAppealChanged.number))).toEqual(new Set([own.number]));
  await administrator.ask('mutation($id: ID!) { revokePartnerKey(id: $id) { errors { code } } }', { id: partner.keyId });
  await stream.over;
  expect(stream.refused).toEqual([]);
});

test('a revoked key is refused with its reason and a line in the log, which holds no more than its first characters', async () => {
  const partner = await partnerOf(1000, 1000);
  await administrator.ask('mutation($id: ID!) { revokePartnerKey(id: $id) { errors { code } } }', { id: partner.keyId });
  await expect.poll(async () => (await post(partner.secret, VIEWER)).status).toBe(401);
  const { error, headers } = await post(partner.secret, VIEWER);
  expect(error).toEqual({ message: 'The key was revoked.', extensions: { code: 'UNAUTHENTICATED', reason: 'KEY_REVOKED' } });
  expect(headers.get('x-query-cost')).toBeNull();
  const { refused, over } = overWebSocket(partner.secret, VIEWER);
  await over;
  expect(refused).toEqual([{ code: 'UNAUTHENTICATED', reason: 'KEY_REVOKED' }]);
  expect(log.filter(({ msg }) => msg === 'a key was refused').map(({ reason, key }) => [reason, key]).at(-1)).toEqual(['KEY_REVOKED', partner.secret.slice(0, 10)]);
  expect(refusals().at(-1)).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'KEY_REVOKED' });
  expect(JSON.stringify(log)).not.toContain(partner.secret.slice(10));
});

test('guessing keys is slow, whichever way it comes', async () => {
  const guess = `vdk_${'A'.repeat(43)}`;
  const seen = new Set<unknown>();
  for (let i = 0; i < 30; i += 1) seen.add((await post(guess, VIEWER)).status);
  for (let i = 0; i < 30; i += 1) {
    const { refused, over } = overWebSocket(guess, VIEWER);
    await over;
    seen.add(refused[0]!['code']);
  }
  expect(seen).toEqual(new Set([401, 'UNAUTHENTICATED', 'RATE_LIMITED']));
});
