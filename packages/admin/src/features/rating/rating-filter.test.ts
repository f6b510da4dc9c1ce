import { describe, expect, test } from 'vitest';
import { funnelHalfWidth } from './funnel-limits';
import { filterCount, groupOf, periodName, ratingFilter, scaleStart, scoredFilter } from './rating-filter';

describe('the address of the rating', () => {
  test('compares inside one level unless asked for all', () => {
    expect(ratingFilter({}, 'MUNICIPAL')).toEqual({ level: 'MUNICIPAL' });
    expect(ratingFilter({ level: 'ALL', period: '2026-Q3' }, 'MUNICIPAL')).toEqual({ period: '2026-Q3' });
  });
  test('asks for a tier, or for everyone who has a score', () => {
    expect(scoredFilter({ group: 'C' }, 'REGIONAL')).toEqual({ level: 'REGIONAL', tier: ['C'] });
    expect(scoredFilter({}, 'REGIONAL')).toEqual({ level: 'REGIONAL', state: ['LEAGUE', 'MARKED'] });
  });
  test('counts neither level nor period as a filter', () => {
    expect(filterCount({ level: 'MUNICIPAL', period: '2026-Q3', page: 2 })).toBe(0);
    expect(filterCount({ region: ['RU-PSK'], search: 'Иванова' })).toBe(2);
  });
  test('puts a deputy without a tier under the marks', () => {
    expect(groupOf({ state: 'LEAGUE', tier: 'A' })).toBe('A');
    expect(groupOf({ state: 'MARKED', tier: null })).toBe('MARKED');
  });
});

test('the line of intervals starts at a round ten below the lowest', () => {
  expect(scaleStart([63.5, 51.2])).toBe(40);
  expect(scaleStart([1.5])).toBe(0);
  expect(scaleStart([])).toBe(0);
});

test('a period is chosen by its name, without its days', () => {
  expect(periodName('12 месяцев, 25 ноября 2025 г. – 24 ноября 2026 г.')).toBe('12 месяцев');
  expect(periodName('3-й квартал 2026 г.')).toBe('3-й квартал 2026 г.');
});

describe('the funnel', () => {
  const method = { mean: 77, leagueFrom: 47, weights: { timeliness: 0.4, quality: 0.4, personal: 0.2 }, marksPerDue: 0.5 };
  test('narrows as data grow', () => {
    expect(funnelHalfWidth(100, method)).toBeGreaterThan(funnelHalfWidth(400, method));
  });
  test('is narrower than that of the plain share, since scores are drawn to the mean', () => {
    expect(funnelHalfWidth(100, method)).toBeLessThan(196 * Math.sqrt((0.77 * 0.23) / 100));
  });
  test('has no width without data', () => {
    expect(funnelHalfWidth(0, method)).toBe(0);
  });
});
