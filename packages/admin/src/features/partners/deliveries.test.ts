import { expect, test } from 'vitest';
import { indented, pollEvery } from './deliveries';

const now = new Date('2026-03-01T12:00:00Z');

test('the log is looked at again only while something waits, and seldom while the next attempt is far', () => {
  const delivered = { state: 'DELIVERED', nextAttemptAt: null } as const;
  const near = { state: 'WAITING', nextAttemptAt: '2026-03-01T12:00:30Z' } as const;
  const far = { state: 'WAITING', nextAttemptAt: '2026-03-01T18:00:00Z' } as const;
  expect(pollEvery([delivered], now)).toBe(0);
  expect(pollEvery([delivered, near, far], now)).toBe(2_000);
  expect(pollEvery([{ state: 'WAITING', nextAttemptAt: null }], now)).toBe(2_000);
  expect(pollEvery([far], now)).toBe(20_000);
});

test('a body that is JSON is set out in lines, another stays as it is', () => {
  expect(indented('{"event":"PING"}')).toBe('{\n  "event": "PING"\n}');
  expect(indented('not json')).toBe('not json');
});
