import { expect, test } from 'vitest';
import { comesFromOwnPage } from './own-origin.js';

const at = (host: string, origin: string | null) => new Headers({ host, ...(origin === null ? {} : { origin }) });
const production = { publicUrl: 'https://deputy.example', demo: false };

test.each([
  ['the public address', at('deputy.example', 'https://deputy.example'), true],
  ['a program without an origin', at('deputy.example', null), true],
  ['another port of the same machine, by which the request came', at('localhost:8080', 'http://localhost:8080'), true],
  ['loopback of version 6', at('[::1]:4000', 'http://[::1]:4000'), true],
  ['another port than the request came by', at('localhost:4000', 'http://localhost:8080'), false],
  ['another site', at('deputy.example', 'https://evil.example'), false],
  ['a page without an origin of its own', at('deputy.example', 'null'), false],
  ['a name that was pointed at us', at('rebound.example', 'http://rebound.example'), false],
  ['a name that only begins like loopback', at('localhost.evil.example', 'http://localhost.evil.example'), false],
])('%s', (_what, headers, expected) => {
  expect(comesFromOwnPage(production, headers)).toBe(expected);
});

test('a demonstration is opened by whatever address the machine has, and by no other site', () => {
  const demo = { publicUrl: 'http://127.0.0.1:4000', demo: true };
  expect(comesFromOwnPage(demo, at('box.local:4000', 'http://box.local:4000'))).toBe(true);
  expect(comesFromOwnPage(demo, at('box.local:4000', 'https://evil.example'))).toBe(false);
});
