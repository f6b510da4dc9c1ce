import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, epochDay, isDay, localDay, localHour, startOfLocalDay, weekday } from '../shared/day.js';
import { WorkCalendar, readWorkCalendarCsv } from './work-calendar.js';

const csv = readFileSync(new URL('../../reference/days-off.csv', import.meta.url), 'utf8');
const calendar = new WorkCalendar(readWorkCalendarCsv(csv));
const statuteOnly = new WorkCalendar([]);

describe('days', () => {
  test('are added over the end of February, of a leap year too', () => {
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
    expect(addDays('1970-01-01', -1)).toBe('1969-12-31');
  });

  test('know their weekday', () => {
    expect(weekday('2023-03-20')).toBe(0);
    expect(weekday('2023-04-09')).toBe(6);
    expect(weekday('1969-12-28')).toBe(6);
  });

  test.each(['2023-02-30', '2023-13-01', '23-01-01', '2023-1-1', '', '2023-01-01T00:00'])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => epochDay(text)).toThrow(RangeError);
  });
});

describe('local days', () => {
  test('one instant is two days in Kaliningrad and Kamchatka', () => {
    const instant = new Date('2023-05-08T15:30:00Z');
    expect(localDay(instant, 'Europe/Kaliningrad')).toBe('2023-05-08');
    expect(localDay(instant, 'Asia/Kamchatka')).toBe('2023-05-09');
    expect(localHour(instant, 'Asia/Kamchatka')).toBe(3);
  });

  test('midnight comes eleven times', () => {
    expect(startOfLocalDay('2019-12-01', 'Europe/Kaliningrad').toISOString()).toBe('2019-11-30T22:00:00.000Z');
    expect(startOfLocalDay('2019-12-01', 'Europe/Moscow').toISOString()).toBe('2019-11-30T21:00:00.000Z');
    expect(startOfLocalDay('2019-12-01', 'Asia/Kamchatka').toISOString()).toBe('2019-11-30T12:00:00.000Z');
  });

  test('a day that begins at one o’clock, for summer time came at midnight, still begins', () => {
    expect(startOfLocalDay('2023-03-26', 'Asia/Beirut').toISOString()).toBe('2023-03-25T22:00:00.000Z');
    expect(startOfLocalDay('2016-03-27', 'Europe/Saratov').toISOString()).toBe('2016-03-26T21:00:00.000Z');
  });

  test('the start of a day is in that day, and a millisecond earlier is not', () => {
    for (const zone of ['Europe/Moscow', 'Asia/Vladivostok', 'Europe/Volgograd', 'America/New_York', 'Asia/Beirut']) {
      for (let day = '2010-01-01'; day < '2017-01-01'; day = addDays(day, 1)) {
        const start = startOfLocalDay(day, zone);
        if (localDay(start, zone) !== day || localDay(new Date(start.getTime() - 1), zone) === day) expect.fail(`${day} in ${zone}`);
      }
    }
  });
});

describe('the Russian work calendar', () => {
  test.each([
    [2019, 247], [2020, 246], [2021, 247], [2022, 247], [2023, 247], [2024, 248], [2025, 247], [2026, 247], [2027, 247],
  ])('%i has %i working days', (year, days) => {
    expect(calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`)).toBe(days);
  });

  test('a day off that the government moved is off, and the weekend day that it came from is worked', () => {
    expect(calendar.reasonOf('2023-05-08')).toBe('MOVED');
    expect(calendar.nameOf('2023-05-08')).toBe('Выходной перенесён с 8 января');
    expect(calendar.isDayOff('2024-04-27')).toBe(false);
    expect(calendar.isDayOff('2024-04-29')).toBe(true);
    expect(calendar.isDayOff('2025-11-01')).toBe(false);
  });

  test('holidays have a code and a name, ordinary days none', () => {
    expect(calendar.reasonOf('2026-05-09')).toBe('VICTORY_DAY');
    expect(calendar.nameOf('2026-05-09')).toBe('День Победы');
    expect(calendar.reasonOf('2026-01-07')).toBe('CHRISTMAS');
    expect(calendar.reasonOf('2026-05-16')).toBe('WEEKEND');
    expect(calendar.nameOf('2026-05-16')).toBeNull();
    expect(calendar.reasonOf('2026-05-14')).toBeNull();
  });

  test('the paid days of spring 2020 move no deadline', () => {
    expect(calendar.isDayOff('2020-04-15')).toBe(false);
    expect(calendar.isDayOff('2020-06-24')).toBe(true);
  });

  test('steps to the neighbouring working day over the May holidays', () => {
    expect(calendar.nextWorkingDay('2023-05-05')).toBe('2023-05-10');
    expect(calendar.previousWorkingDay('2023-05-10')).toBe('2023-05-05');
    expect(calendar.addWorkingDays('2023-04-28', 3)).toBe('2023-05-04');
    expect(calendar.addWorkingDays('2023-04-29', 0)).toBe('2023-04-29');
    expect(calendar.addWorkingDays('2023-05-04', -3)).toBe('2023-04-28');
  });

  test('a later row for the same day wins, so a region can have a holiday of its own', () => {
    const region = new WorkCalendar([...readWorkCalendarCsv(csv), { day: '2026-08-31', kind: 'OFF', name: 'День республики' }]);
    expect(region.isDayOff('2026-08-31')).toBe(true);
    expect(region.nameOf('2026-08-31')).toBe('День республики');
    expect(calendar.isDayOff('2026-08-31')).toBe(false);
  });
});

describe('a year without rows', () => {
  test('follows the statute: a holiday on a weekend moves to the next working day', () => {
    expect(statuteOnly.reasonOf('2023-11-06')).toBe('MOVED');
    expect(statuteOnly.isDayOff('2026-05-11')).toBe(true);
    expect(statuteOnly.isDayOff('2022-06-13')).toBe(true);
    expect(statuteOnly.isDayOff('2028-06-12')).toBe(true);
  });

  test('moves nothing for the January holidays, which only a decree places', () => {
    expect(statuteOnly.isDayOff('2023-01-09')).toBe(false);
    expect(statuteOnly.isDayOff('2023-02-24')).toBe(false);
    expect(statuteOnly.isDayOff('2023-05-08')).toBe(false);
  });

  test('is not filled up from the statute once it has rows', () => {
    expect(calendar.isDayOff('2025-02-24')).toBe(false);
    expect(calendar.isDayOff('2025-05-08')).toBe(true);
  });
});

describe('the table as a file', () => {
  test('is in order, without doubles, and names every day', () => {
    const rows = readWorkCalendarCsv(csv);
    expect(rows.map((row) => row.day)).toEqual([...new Set(rows.map((row) => row.day))].sort());
    expect(rows.filter((row) => !row.name)).toEqual([]);
    for (const row of rows.filter(({ kind }) => kind === 'WORK')) expect(weekday(row.day)).toBeGreaterThanOrEqual(5);
  });

  test.each(['2026-02-30,OFF,x', '2026-02-23,HOLIDAY,x', 'nonsense'])('%j stops the import and names its line', (line) => {
    expect(() => readWorkCalendarCsv(`day,kind,name\n${line}\n`)).toThrow('line 2 of the calendar');
  });
});
