import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { LIMITS } from '../../src/graphql/limits/limits.js';
import { startWorld, type Answer, type Person, type World } from '../support/world.js';

let world: World;
let address: string;
let moderator: Person;

beforeAll(async () => {
  world = await startWorld('limits');
  address = await world.app.http.listen({ port: 0, host: '127.0.0.1' });
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
}, 60_000);
afterAll(() => world.stop());

const many = (count: number, of: (i: number) => string): string => Array.from({ length: count }, (_, i) => of(i)).join(' ');
const nested = (levels: number): string => `{ ${many(levels - 1, () => 'a {')} b ${many(levels - 1, () => '}')} }`;

/** The first error of an operation over WebSocket, else null. */
function overWebSocket(query: string, person: Person = world.citizen): Promise<{ extensions: Record<string, unknown>; message: string } | null> {
  const client = createClient({
    url: `${address.replace('http', 'ws')}/graphql`, retryAttempts: 0, lazy: true,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, protocols, { headers: { origin: address, ...(person.cookie ? { cookie: person.cookie } : {}) } });
      }
    },
  });
  return new Promise((resolve) => {
    client.subscribe({ query }, {
      next: ({ errors }) => resolve((errors?.[0] as never) ?? null),
      error: (errors) => resolve(Array.isArray(errors) ? (errors[0] as never) : { message: String(errors), extensions: {} }),
      complete: () => resolve(null),
    });
  }).then(async (first) => {
    await client.dispose();
    return first as never;
  });
}

describe('a document may hold so much and no more, over HTTP and over WebSocket', () => {
  test.each([
    ['depth', 'QUERY_TOO_DEEP', nested(LIMITS.depth), nested(LIMITS.depth + 1)],
    ['aliases', 'TOO_MANY_ALIASES', `{ about { ${many(LIMITS.aliases, (i) => `a${i}: serviceName`)} } }`, `{ about { ${many(LIMITS.aliases + 1, (i) => `a${i}: serviceName`)} } }`],
    ['directives', 'TOO_MANY_DIRECTIVES', `{ __typename ${many(LIMITS.directives, () => '@skip(if: false)')} }`, `{ __typename ${many(LIMITS.directives + 1, () => '@skip(if: false)')} }`],
    ['root fields', 'TOO_MANY_ROOT_FIELDS', `{ ${many(LIMITS.rootFields, () => '__typename')} }`, `{ ${many(LIMITS.rootFields + 1, () => '__typename')} }`],
    ['fields', 'TOO_MANY_FIELDS', `{ about { ${many(LIMITS.fields - 1, () => 'serviceName')} } }`, `{ about { ${many(LIMITS.fields, () => 'serviceName')} } }`],
    ['tokens', 'TOO_MANY_TOKENS', `{ about { serviceName } } #`, `{ about { ${many(LIMITS.tokens, () => 'serviceName')} } }`],
  ])('%s', async (_what, reason, within, beyond) => {
    const refused = await world.citizen.ask(beyond);
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'COST_EXCEEDED', reason } }] });
    expect(refused.data).toBeUndefined();
    expect((await world.citizen.ask(within)).errors?.map(({ extensions }) => extensions.reason) ?? []).not.toContain(reason);
    expect((await overWebSocket(beyond))?.extensions).toMatchObject({ code: 'COST_EXCEEDED', reason });
  });

  test('fragments count wherever they are spread, and those that spread each other end', async () => {
    const doubling = `{ ...F0 } ${many(12, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F12 on Query { __typename }`;
    expect((await world.citizen.ask(doubling)).errors?.[0]?.extensions).toMatchObject({ code: 'COST_EXCEEDED' });
    expect((await world.citizen.ask('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')).errors?.[0]?.extensions).toMatchObject({ code: 'COST_EXCEEDED' });
  });

  test('the sentence is in the language of the person', async () => {
    const deep = nested(LIMITS.depth + 1);
    expect((await world.citizen.ask(deep, {}, { 'accept-language': 'ru' })).errors?.[0]?.message).toMatch(/вложенность: не больше 12/);
    expect((await world.citizen.ask(deep, {}, { 'accept-language': 'en' })).errors?.[0]?.message).toMatch(/too deep: at most 12/);
  });

  test('an answer has at most five errors', async () => {
    const { errors } = await world.citizen.ask(`{ ${many(15, (i) => `no${i}`)} }`);
    expect(errors).toHaveLength(LIMITS.errors);
  });
});

describe('cost', () => {
  const PAGE = 'query($n: Int = 10) { appeals(first: $n) { edges { node { id number } } } }';
  const cost = (answer: Answer): { requested: number; limit: number } => (JSON.parse(answer.raw) as { extensions: { cost: { requested: number; limit: number } } }).extensions.cost;

  test('is a field each, times the page that is asked for: by value, by default of the variable, by default of the schema', async () => {
    const page = (rows: number): number => 10 + 1 + rows * 3;
    expect(cost(await moderator.ask(PAGE, { n: 20 })).requested).toBe(page(20));
    expect(cost(await moderator.ask(PAGE)).requested).toBe(page(10));
    expect(cost(await moderator.ask('{ appeals(first: 7) { edges { node { id number } } } }')).requested).toBe(page(7));
    expect(cost(await moderator.ask('{ appeals { edges { node { id number } } } }')).requested).toBe(page(50));
    expect(cost(await moderator.ask('{ __typename }')).requested).toBe(1);
  });

  test('above the limit nothing runs', async () => {
    const { maxCost } = world.app.parts.config;
    const row = `id ${many(20, (i) => `d${i}: deputy { id name mandate { id body { name } district { name } faction { name } } }`)}`;
    const dear = `query($n: Int) { appeals(first: $n) { edges { node { ${row} } } } }`;
    const refused = await moderator.ask(dear, { n: 100 });
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'COST_EXCEEDED', reason: 'QUERY_TOO_DEAR', limit: maxCost } }] });
    expect((await moderator.ask(dear, { n: 20 })).errors).toBeUndefined();
    expect((await overWebSocket(dear.replace('$n: Int', '$n: Int = 100'), moderator))?.extensions).toMatchObject({ reason: 'QUERY_TOO_DEAR' });
  });

  test('a page beyond the largest is refused by the list, in its own words', async () => {
    expect((await moderator.ask(PAGE, { n: 1_000_000 })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'PAGE_SIZE_OUT_OF_RANGE' });
  });
});

describe('who may ask for what', () => {
  test('the schema is read by those who signed in', async () => {
    const ask = '{ __schema { queryType { name } } }';
    expect(await world.citizen.ask(ask)).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN', reason: 'INTROSPECTION_CLOSED' } }] });
    expect((await overWebSocket(ask))?.extensions).toMatchObject({ reason: 'INTROSPECTION_CLOSED' });
    expect((await world.citizen.ask('{ __type(name: "Query") { fields { name } } }')).errors?.[0]?.extensions.reason).toBe('INTROSPECTION_CLOSED');
    expect((await world.citizen.ask('{ __typename __type(name: "Query") { name kind } }')).data).toEqual({ __typename: 'Query', __type: { name: 'Query', kind: 'OBJECT' } });
    expect((await moderator.ask(ask)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  test('an unknown hash is not found, and cannot be put on the list', async () => {
    const query = '{ __typename }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: 'ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38' } };
    const send = (payload: object) => world.app.http.inject({ method: 'POST', url: '/graphql', payload, headers: { 'content-type': 'application/json' } });
    for (const _attempt of [1, 2]) {
      expect((await send({ extensions })).json()).toMatchObject({ errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
      expect((await send({ query, extensions })).json()).toMatchObject({ data: { __typename: 'Query' } });
    }
  });
});

describe('the web', () => {
  const inject = (method: 'GET' | 'POST' | 'PUT' | 'OPTIONS' | 'HEAD', headers: Record<string, string>, payload?: string | object, url = '/graphql') =>
    world.app.http.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const JSON_HEADERS = { 'content-type': 'application/json' };

  test('batches, forms and texts are refused with a clear code', async () => {
    const batch = await inject('POST', JSON_HEADERS, [{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect([batch.statusCode, batch.json().errors[0].extensions]).toEqual([400, { code: 'BAD_REQUEST', reason: 'BATCHING_OFF' }]);
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']) {
      const form = await inject('POST', { 'content-type': type }, 'query={__typename}');
      expect([form.statusCode, form.json().errors[0].extensions.code], type).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    }
    expect((await inject('POST', JSON_HEADERS, '{"query": "x')).statusCode).toBe(400);
    expect((await inject('POST', JSON_HEADERS, `{"query": "${'x'.repeat(300_000)}"}`)).json().code).toBe('BODY_TOO_LARGE');
  });

  test('GET needs proof of a preflight and reads alone', async () => {
    const url = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;
    expect((await inject('GET', {}, undefined, url('{ __typename }'))).json().errors[0].extensions.reason).toBe('PREFLIGHT_MISSING');
    expect((await inject('GET', { 'graphql-require-preflight': '1' }, undefined, url('{ __typename }'))).json().data).toEqual({ __typename: 'Query' });
    const mutation = await inject('GET', { 'graphql-require-preflight': '1' }, undefined, url('mutation { setLocale(locale: en) { id } }'));
    expect([mutation.statusCode, mutation.headers['allow']]).toEqual([405, 'POST']);
    expect((await inject('PUT', JSON_HEADERS, {})).statusCode).toBe(405);
    expect((await inject('HEAD', { 'graphql-require-preflight': '1' }, undefined, url('{ __typename }'))).statusCode).toBe(405);
    expect((await inject('GET', { 'graphql-require-preflight': '1', accept: 'text/html' }, undefined, url('{ __typename }'))).statusCode).toBe(406);
  });

  test('a foreign origin has no permission', async () => {
    const preflight = await inject('OPTIONS', { origin: 'https://evil.example', 'access-control-request-method': 'POST' });
    expect(preflight.statusCode).toBe(204);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('answers are not stored, and every answer carries the walls of the web', async () => {
    const { headers } = await inject('POST', JSON_HEADERS, { query: '{ __typename }' });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' });
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers).toMatchObject({ 'x-query-cost': '1', 'ratelimit-limit': String(world.app.parts.config.anonymousPerMinute) });
  });
});

describe('rates', () => {
  /** The settings are read at each request: the test may turn them. */
  const withRates = async (rates: object, work: () => Promise<void>): Promise<void> => {
    const { config } = world.app.parts;
    const before = { ...config };
    Object.assign(config, rates);
    try {
      world.clock.advance(60_000);
      await work();
    } finally {
      Object.assign(config, before);
    }
  };

  test('an address without a session, and an account, have their operations per minute', () => withRates({ anonymousPerMinute: 3, staffPerMinute: 5 }, async () => {
    const ask = (cookie = '') => world.app.http.inject({ method: 'POST', url: '/graphql', payload: { query: '{ __typename }' }, headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) } });
    for (let i = 2; i >= 0; i -= 1) expect((await ask()).headers['ratelimit-remaining']).toBe(String(i));
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    expect(refused.json().errors[0].extensions).toMatchObject({ code: 'RATE_LIMITED', limit: 3, rest: 0 });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json().errors[0].message).toMatch(/Повторите через \d+ с/);
    for (let i = 0; i < 5; i += 1) expect((await ask(moderator.cookie)).statusCode).toBe(200);
    expect((await ask(moderator.cookie)).statusCode).toBe(429);
    expect((await overWebSocket('{ __typename }', moderator))?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    world.clock.advance(60_000);
    expect((await ask()).statusCode).toBe(200);
  }));

  test('a refused document counts as well', () => withRates({ anonymousPerMinute: 2 }, async () => {
    await world.citizen.ask('{ nonsense');
    await world.citizen.ask(nested(LIMITS.depth + 1));
    expect((await world.citizen.ask('{ __typename }')).status).toBe(429);
  }));
});
