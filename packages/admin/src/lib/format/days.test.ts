import { describe, expect, test } from 'vitest';
import { age, dayOf, daysBetween, dayShort, dayText, momentText } from './days';

const now = new Date('2026-04-07T09:00:00Z');

describe('days on screen', () => {
  test('a day of this year is said without the year, and does not break across lines', () => {
    expect(dayText('2026-04-19', 'ru', now)).toBe('19\u00a0апреля');
    expect(dayText('2026-04-19', 'en', now)).toBe('19\u00a0April');
  });
  test('a day of another year is said with it, without «г.»', () => {
    expect(dayText('2025-12-01', 'ru', now)).toBe('1\u00a0декабря\u00a02025');
  });
  test('a day keeps its date in every time zone of the browser', () => {
    expect(dayShort('2026-01-01', 'ru')).toBe('01.01.2026');
  });
  test('a moment of today is its time alone, in the zone asked for', () => {
    expect(momentText('2026-04-07T08:41:00Z', 'ru', now, 'Europe/Moscow')).toBe('11:41');
    expect(momentText('2026-04-05T08:41:00Z', 'ru', now, 'Europe/Moscow')).toBe('5\u00a0апреля, 11:41');
  });
  test('the day of an instant depends on the zone', () => {
    expect(dayOf(new Date('2026-04-06T22:00:00Z'), 'Asia/Kamchatka')).toBe('2026-04-07');
  });
  test('an age is told in its largest whole unit', () => {
    expect(age('2026-04-07T08:59:30Z', now)).toEqual({ unit: 'now', n: 0 });
    expect(age('2026-04-07T06:00:00Z', now)).toEqual({ unit: 'hours', n: 3 });
    expect(age('2026-04-04T06:00:00Z', now)).toEqual({ unit: 'days', n: 3 });
  });
  test('days between two days are whole and signed', () => {
    expect(daysBetween('2026-03-28', '2026-04-01')).toBe(4);
    expect(daysBetween('2026-04-01', '2026-03-28')).toBe(-4);
  });
});
