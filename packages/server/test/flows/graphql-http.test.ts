import { serverAudits, type AuditResult } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../support/world.js';

/** Audits of GET requests without a header that needs a preflight: CSRF prevention refuses them, and they are all MAY. */
const REFUSED_BY_CSRF_PREVENTION = ['5A70', '9C48', '6A70', 'D6D5'];

let world: World;
let results: AuditResult[];

beforeAll(async () => {
  world = await startWorld('graphql_http');
  const url = `${await world.app.http.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  results = await Promise.all(serverAudits({ url, fetchFn: fetch }).map((audit) => audit.fn()));
}, 60_000);
afterAll(() => world.stop());

const named = (status: AuditResult['status']): string[] => results.filter((result) => result.status === status).map(({ id, name }) => `${id} ${name}`);

test('the public audit of GraphQL over HTTP finds no error', () => {
  expect(results.length).toBeGreaterThan(50);
  expect(named('error')).toEqual([]);
});

test('and warns of nothing but what CSRF prevention refuses', () => {
  const others = results.filter(({ id, status }) => status !== 'ok' && !REFUSED_BY_CSRF_PREVENTION.includes(id));
  expect(others.map((result) => `${result.id} ${result.name}: ${'reason' in result ? result.reason : ''}`)).toEqual([]);
});
