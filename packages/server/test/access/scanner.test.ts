import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.js';

// What the public scanners of GraphQL (graphql-cop, InQL and their like) try without a session, each as they judge it.

let world: World;
beforeAll(async () => {
  world = await startWorld('scanner');
}, 60_000);
afterAll(() => world.stop());

const JSON_HEADERS = { 'content-type': 'application/json' };
const post = (payload: object | string, headers: Record<string, string> = JSON_HEADERS) => world.app.http.inject({ method: 'POST', url: '/graphql', payload, headers });
const ask = async (query: string) => (await post({ query, operationName: 'cop' })).json() as { data?: Record<string, unknown>; errors?: { message: string; extensions?: object }[]; extensions?: object };
const many = (count: number, of: (i: number) => string): string => Array.from({ length: count }, (_, i) => of(i)).join(' ');

test('alias overloading: 101 aliases bring no data', async () => {
  expect((await ask(`query cop { ${many(101, (i) => `alias${i}: __typename`)} }`)).data).toBeUndefined();
});

test('field duplication: 500 times the same field brings no data', async () => {
  expect((await ask(`query cop { ${many(500, () => '__typename')} }`)).data).toBeUndefined();
});

test('directive overloading: ten unknown directives bring fewer than ten errors', async () => {
  expect((await ask(`query cop { __typename ${'@aa'.repeat(10)} }`)).errors!.length).toBeLessThan(10);
});

test('array batching: ten operations at once bring no ten answers', async () => {
  const answer = (await post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }', operationName: 'cop' })))).json() as unknown;
  expect(Array.isArray(answer)).toBe(false);
});

test('introspection and circular introspection bring no schema', async () => {
  expect((await ask('query cop { __schema { types { name fields { name } } } }')).data).toBeUndefined();
  expect((await ask('query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }')).data).toBeUndefined();
});

test('circular introspection is cut for those who may read the schema as well, and the usual query is not', async () => {
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  const { getIntrospectionQuery } = await import('graphql');
  expect((await moderator.ask(getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, directiveIsRepeatable: true }))).data).toHaveProperty('__schema.types');
  expect((await moderator.ask('{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }')).errors?.[0]?.extensions.reason).toBe('QUERY_TOO_DEEP');
});

test('field suggestions: no error guesses at names', async () => {
  const texts = await Promise.all([
    'query cop { __schema { directive } }', 'query cop { abou }', 'query cop { about { serviceNam } }', 'query cop { topics { cod } }', 'query cop { regions(cod: 1) { code } }',
    'mutation cop { submitAppea }', 'query cop { appeals(filter: { statu: NEW }) { totalCount } }', 'query cop { appeals(filter: { status: [SUBMITED] }) { totalCount } }', 'query cop { ... on Appea { id } }',
  ].map(async (query) => JSON.stringify(await ask(query))));
  for (const text of texts) expect(text).not.toMatch(/did you mean/i);
  const variable = await post({ query: 'query cop($s: [AppealStatus!]) { appeals(filter: { status: $s }) { totalCount } }', variables: { s: ['SUBMITED'] } });
  expect(variable.body).not.toMatch(/did you mean/i);
});

test('GET: neither query nor mutation runs from a plain link', async () => {
  for (const query of ['query cop { __typename }', 'mutation cop { __typename }']) {
    const answer = await world.app.http.inject({ method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}` });
    expect([answer.statusCode, (answer.json() as { data?: unknown }).data]).toEqual([400, undefined]);
  }
});

test('a form of another page runs nothing', async () => {
  const answer = await post('query=query+cop+%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' });
  expect([answer.statusCode, (answer.json() as { data?: unknown }).data]).toEqual([415, undefined]);
});

test('no tracing, no exception and no stack in extensions', async () => {
  const answer = await ask('query cop { __typename }');
  expect(Object.keys(answer.extensions ?? {})).toEqual(['cost']);
  const broken = await ask('qwerty cop { abc }');
  expect(JSON.stringify(broken)).not.toMatch(/exception|stack/i);
});

test('no graphical explorer answers at the usual addresses', async () => {
  for (const url of ['/graphql', '/graphiql', '/playground', '/console', '/altair', '/voyager', '/v1/graphql']) {
    const { body } = await world.app.http.inject({ method: 'GET', url, headers: { accept: 'text/html' } });
    expect(body, url).not.toMatch(/graphiql|playground|apollo sandbox|altair|voyager/i);
  }
});
