import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientAddress } from '../../src/shared/client-address.js';
import { sql } from 'kysely';
import { rowsOf } from '../../src/db/orm.js';
import { startWorld, type Person, type World } from '../support/world.js';

// The settings of an installation that is out in the open, each at work.
const PARTNER_SITE = 'https://partner.example';
const METRICS_TOKEN = 'metrics-token-metrics-token-metrics';

let world: World;
let moderator: Person;

beforeAll(async () => {
  world = await startWorld('deployment', undefined, { env: {
    DEMO: '0', ANONYMOUS_OPERATIONS: 'listed', CORS_ORIGINS: PARTNER_SITE, METRICS_TOKEN, TRUSTED_PROXIES: 'loopback, 10.0.0.0/8', OPERATION_TIMEOUT: '1',
    ANONYMOUS_PER_MINUTE: '3', REQUIRE_TWO_FACTOR: 'none', WEBHOOK_ALLOW_PRIVATE: '0',
  } });
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
}, 60_000);
afterAll(() => world.stop());

const from = (address: string, forwarded?: string) => world.app.http.inject({
  method: 'POST', url: '/graphql', payload: { query: '{ __typename }' }, remoteAddress: address,
  headers: { 'content-type': 'application/json', ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) },
});

test('operations that our own pages do not send are closed to who has neither session nor key', async () => {
  expect((await world.citizen.ask('{ about { serviceName } }')).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'OPERATION_NOT_LISTED' });
  expect((await moderator.ask('{ about { serviceName } }')).data).toEqual({ about: { serviceName: 'Избиратель – депутат' } });
});

test('a page of a listed site may ask without cookies, and no other site may', async () => {
  const preflight = (origin: string) => world.app.http.inject({ method: 'OPTIONS', url: '/graphql', headers: { origin, 'access-control-request-method': 'POST' } });
  const { headers } = await preflight(PARTNER_SITE);
  expect(headers).toMatchObject({ 'access-control-allow-origin': PARTNER_SITE, 'access-control-allow-methods': 'GET, POST' });
  expect(headers['access-control-allow-headers']).toContain('authorization');
  expect(headers['access-control-allow-credentials']).toBeUndefined();
  expect((await preflight(`${PARTNER_SITE}.evil.example`)).headers['access-control-allow-origin']).toBeUndefined();
});

test('metrics are for who holds their key', async () => {
  const ask = (headers: Record<string, string>) => world.app.http.inject({ url: '/metrics', headers });
  expect((await ask({})).statusCode).toBe(404);
  expect((await ask({ authorization: 'Bearer wrong' })).statusCode).toBe(404);
  expect((await ask({ authorization: `Bearer ${METRICS_TOKEN}` })).body).toContain('process_cpu_seconds_total');
});

test('a statement that takes too long is ended, and the answer says so', async () => {
  let refused: Awaited<ReturnType<Person['ask']>> | null = null;
  await world.database.orm.em.fork().transactional(async (em) => {
    await sql`lock table deputy in access exclusive mode`.execute(rowsOf(em));
    refused = await moderator.ask('{ deputies(first: 1) { edges { node { name } } } }');
  });
  expect(refused).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
  expect((await moderator.ask('{ deputies(first: 1) { edges { node { name } } } }')).errors).toBeUndefined();
});

test('rates count the visitor behind a proxy of ours, and not what a stranger writes into the header', async () => {
  world.clock.advance(60_000);
  const statuses = async (...calls: [string, string?][]): Promise<number[]> => {
    const found: number[] = [];
    for (const call of calls) found.push((await from(...call)).statusCode);
    return found;
  };
  // Four visitors behind one proxy are four; one visitor who pretends to be four is one.
  expect(await statuses(['10.1.1.1', '198.51.100.1'], ['10.1.1.1', '198.51.100.2'], ['10.1.1.1', '198.51.100.3'], ['10.1.1.1', '198.51.100.4'])).not.toContain(429);
  expect((await statuses(['203.0.113.9', '198.51.100.5'], ['203.0.113.9', '198.51.100.6'], ['203.0.113.9', '198.51.100.7'], ['203.0.113.9', '198.51.100.8'])).at(-1)).toBe(429);
});

test.each([
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', '6.6.6.6, 198.51.100.1, 10.2.2.2', '198.51.100.1'],
  ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', undefined, '127.0.0.1'],
])('a WebSocket from %s with «%s» forwarded comes from %s', (remoteAddress, forwarded, address) => {
  const request = { socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } } as Parameters<typeof clientAddress>[0];
  expect(clientAddress(request, ['loopback', '10.0.0.0/8'])).toBe(address);
});
