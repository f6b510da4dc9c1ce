import { describe, expect, test } from 'vitest';
import { daysBetween, formatDay, formatInstant, todayIn } from './dates';

const NOW = new Date('2026-04-01T12:00:00Z');
const seen = (text: string) => text.replaceAll('\u00a0', '_');

describe('dates', () => {
  test('the year is said only when it is another one', () => {
    expect(seen(formatDay('2026-04-19', 'ru', NOW))).toBe('19_апреля');
    expect(seen(formatDay('2027-01-09', 'ru', NOW))).toBe('9_января_2027');
    expect(seen(formatDay('2026-04-19', 'en', NOW))).toBe('19_April');
  });

  test('an instant is told in the time of the region', () => {
    expect(seen(formatInstant('2026-04-18T22:30:00.000Z', 'Asia/Vladivostok', 'ru', NOW))).toBe('19_апреля, 08:30');
  });

  test('today is a matter of the time zone', () => {
    const evening = new Date('2026-04-18T20:00:00Z');
    expect(todayIn('Europe/Moscow', evening)).toBe('2026-04-18');
    expect(todayIn('Asia/Kamchatka', evening)).toBe('2026-04-19');
  });

  test('days are counted by the calendar', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-04-19', '2026-04-18')).toBe(-1);
  });
});
