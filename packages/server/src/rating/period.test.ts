import { expect, test } from 'vitest';
import { currentPeriods, periodDays, periodTitle, quarterOf } from './period.js';

test.each([
  ['2026-01-01', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-03-31', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['2024-04-01', '2024-Q2', '2024-04-01', '2024-06-30'],
  ['2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
])('%s belongs to %s', (day, key, from, to) => expect(quarterOf(day)).toEqual({ key, from, to }));

test('the quarter before the first one of a year is the last of the year before', () => {
  expect(currentPeriods(new Date('2026-02-01T00:00:00Z')).map(({ key }) => key)).toEqual(['last-12-months', '2026-Q1', '2025-Q4']);
});

test('days change with midnight in Moscow, and twelve months are 365 days that end today', () => {
  const [before] = currentPeriods(new Date('2026-03-20T20:59:59Z'));
  const [after] = currentPeriods(new Date('2026-03-20T21:00:00Z'));
  expect(before).toEqual({ key: 'last-12-months', from: '2025-03-21', to: '2026-03-20' });
  expect(after!.to).toBe('2026-03-21');
  expect(periodDays(after!)).toBe(365);
});

test('a period has a name in both languages', () => {
  expect(periodTitle(quarterOf('2026-05-05'), 'ru')).toBe('2-й квартал 2026\u00A0г.');
  expect(periodTitle(quarterOf('2026-05-05'), 'en')).toBe('Quarter 2 of 2026');
});
