import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_POLICY, addDays, answerDeadline, clarificationDeadline, daysBetween, feedbackReminder, feedbackWindowEnd,
  firstReactionDeadline, forwardDeadline, maxExtension, pausedDays, registrationDay, registrationDeadline, reopenDeadline,
} from './deadline.js';
import type { Deadline, DeadlinePolicy } from './deadline.js';
import { WorkCalendar, readWorkCalendarCsv } from './work-calendar.js';

const calendar = new WorkCalendar(readWorkCalendarCsv(readFileSync(new URL('../../reference/days-off.csv', import.meta.url), 'utf8')));

const COMBINATIONS: DeadlinePolicy[] = (['CALENDAR', 'WORKING'] as const).flatMap((unit) =>
  (['NEXT', 'SAME'] as const).flatMap((start) =>
    (['PRECEDING', 'FOLLOWING'] as const).map((onHoliday) => ({ ...DEFAULT_POLICY, unit, start, onHoliday }))));

function* everyDay(from: string, until: string): Generator<string> {
  for (let day = from; day <= until; day = addDays(day, 1)) yield day;
}

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const due = (registeredOn: string, policy: DeadlinePolicy, more: { extensionDays?: number; pausedDays?: number } = {}): string =>
  answerDeadline({ registeredOn, policy, calendar, ...more }).dueOn;

const stepDay = (deadline: Deadline, code: string): string | undefined => deadline.steps.find((step) => step.code === code)?.day;

/** The date before it is moved off a day off. */
const unmoved = (deadline: Deadline): string =>
  deadline.steps.filter((step) => step.code !== 'MOVED').at(-1)?.day ?? expect.fail('no steps');

describe('golden vectors of rules §2: thirty days in 2023', () => {
  test.each([
    ['2023-03-20', '2023-04-19', '2023-04-19', '2023-04-19'],
    ['2023-03-23', '2023-04-22', '2023-04-21', '2023-04-24'],
    ['2023-04-01', '2023-05-01', '2023-04-28', '2023-05-02'],
    ['2023-04-09', '2023-05-09', '2023-05-05', '2023-05-10'],
  ])('registered %s: raw %s, preceding %s, following %s', (registeredOn, raw, preceding, following) => {
    const result = answerDeadline({ registeredOn, policy: DEFAULT_POLICY, calendar });
    expect(stepDay(result, 'RAW')).toBe(raw);
    expect(result.dueOn).toBe(preceding);
    expect(due(registeredOn, { ...DEFAULT_POLICY, onHoliday: 'FOLLOWING' })).toBe(following);
    const same = answerDeadline({ registeredOn, policy: { ...DEFAULT_POLICY, start: 'SAME' }, calendar });
    expect(stepDay(same, 'RAW')).toBe(addDays(raw, -1));
  });
});

describe('why this date', () => {
  test('names rule, start, raw date and the holiday that moved it', () => {
    expect(answerDeadline({ registeredOn: '2023-04-09', policy: DEFAULT_POLICY, calendar }).steps).toEqual([
      {
        code: 'RULE', day: '2023-04-09',
        params: { rule: 'ANSWER', source: 'FZ59_12_1', days: 30, unit: 'CALENDAR', policy: 'default-2019' },
      },
      { code: 'START', day: '2023-04-10', params: { start: 'NEXT', event: '2023-04-09' } },
      { code: 'RAW', day: '2023-05-09', params: { days: 30, unit: 'CALENDAR' } },
      {
        code: 'MOVED', day: '2023-05-05',
        params: { from: '2023-05-09', because: 'VICTORY_DAY', name: 'День Победы', direction: 'PRECEDING' },
      },
    ]);
  });

  test('names pause and extension between the raw date and the move', () => {
    const { steps, dueOn } = answerDeadline({
      registeredOn: '2023-03-20', policy: DEFAULT_POLICY, calendar, pausedDays: 2, extensionDays: 30,
    });
    expect(steps.map(({ code, day }) => [code, day])).toEqual([
      ['RULE', '2023-03-20'], ['START', '2023-03-21'], ['RAW', '2023-04-19'], ['PAUSE', '2023-04-21'], ['EXTENSION', '2023-05-21'],
      ['MOVED', '2023-05-19'],
    ]);
    expect(dueOn).toBe('2023-05-19');
  });

  test('says nothing of a move that did not happen', () => {
    expect(answerDeadline({ registeredOn: '2023-03-20', policy: DEFAULT_POLICY, calendar }).steps.map((step) => step.code))
      .toEqual(['RULE', 'START', 'RAW']);
  });

  test('the last step always stands on the due day', () => {
    for (const policy of COMBINATIONS) {
      for (const day of everyDay('2024-01-01', '2024-12-31')) {
        const result = answerDeadline({ registeredOn: day, policy, calendar, pausedDays: 1 });
        expect(result.steps.at(-1)?.day).toBe(result.dueOn);
      }
    }
  });
});

describe.each(COMBINATIONS)('properties with $unit days, start $start, holiday $onHoliday', (policy) => {
  test('monotone in the start date, never before registration, never on a day off', () => {
    for (const answerDays of [1, 3, 7, 30]) {
      const short = { ...policy, answerDays };
      let previous = '';
      for (const day of everyDay('2019-01-01', '2028-06-30')) {
        const dueOn = due(day, short);
        if (dueOn < previous) expect.fail(`${answerDays} days from ${day}: ${dueOn} is before ${previous}`);
        if (dueOn < day) expect.fail(`${answerDays} days from ${day}: ${dueOn} is before registration`);
        if (calendar.isDayOff(dueOn)) expect.fail(`${answerDays} days from ${day}: ${dueOn} is a day off`);
        previous = dueOn;
      }
    }
  });

  test('an extension never shortens, and a longer one never less', () => {
    const pick = random(1);
    for (let i = 0; i < 1500; i += 1) {
      const day = addDays('2019-01-01', pick(3600));
      const shorter = pick(30);
      const longer = shorter + pick(10);
      const paused = pick(20);
      const plain = due(day, policy, { pausedDays: paused });
      const extended = due(day, policy, { pausedDays: paused, extensionDays: shorter });
      expect(extended >= plain).toBe(true);
      expect(due(day, policy, { pausedDays: paused, extensionDays: longer }) >= extended).toBe(true);
    }
  });

  test('a pause of n days moves the date by n days, before it is moved off a day off', () => {
    const pick = random(2);
    for (let i = 0; i < 1500; i += 1) {
      const registeredOn = addDays('2019-01-01', pick(3300));
      const n = pick(40);
      const extensionDays = pick(2) * pick(31);
      const plain = answerDeadline({ registeredOn, policy, calendar, extensionDays });
      const paused = answerDeadline({ registeredOn, policy, calendar, extensionDays, pausedDays: n });
      const between = policy.unit === 'WORKING' ? calendar.workingDaysBetween.bind(calendar) : daysBetween;
      expect(between(unmoved(plain), unmoved(paused))).toBe(n);
      const untouched = [plain, paused].every((result) => result.steps.every((step) => step.code !== 'MOVED'));
      if (untouched && policy.unit === 'CALENDAR') expect(paused.dueOn).toBe(addDays(plain.dueOn, n));
      if (policy.unit === 'WORKING') expect(paused.dueOn).toBe(calendar.addWorkingDays(plain.dueOn, n));
      expect(paused.dueOn >= plain.dueOn).toBe(true);
    }
  });

  test('a pause is the same as having registered so many days later, where days are calendar days', () => {
    if (policy.unit === 'WORKING') return;
    for (const day of everyDay('2022-11-01', '2024-02-01')) {
      for (const n of [1, 3, 10]) expect(due(day, policy, { pausedDays: n })).toBe(due(addDays(day, n), policy));
    }
  });
});

describe('working days', () => {
  const policy: DeadlinePolicy = { ...DEFAULT_POLICY, unit: 'WORKING', answerDays: 5 };

  test('jump over the January holidays', () => {
    expect(due('2022-12-29', policy)).toBe('2023-01-12');
  });

  test('started on a working day itself are one working day shorter, on a day off the same', () => {
    expect(due('2023-03-20', policy)).toBe('2023-03-27');
    expect(due('2023-03-20', { ...policy, start: 'SAME' })).toBe('2023-03-24');
    expect(due('2023-03-19', { ...policy, start: 'SAME' })).toBe(due('2023-03-19', policy));
  });
});

describe('short periods', () => {
  test('a registration deadline that would fall before its first day goes forward instead', () => {
    const result = registrationDeadline('2022-12-30', DEFAULT_POLICY, calendar);
    expect(result.dueOn).toBe('2023-01-09');
    expect(result.steps.at(-1)).toMatchObject({
      code: 'MOVED', params: { direction: 'FOLLOWING', from: '2023-01-02', because: 'NEW_YEAR' },
    });
  });

  test('registered within three days after receipt, forwarded within seven', () => {
    expect(registrationDeadline('2023-03-20', DEFAULT_POLICY, calendar).dueOn).toBe('2023-03-23');
    expect(registrationDeadline('2023-03-20', DEFAULT_POLICY, calendar, 4).dueOn).toBe('2023-03-27');
    expect(forwardDeadline('2023-03-20', DEFAULT_POLICY, calendar).dueOn).toBe('2023-03-27');
  });

  test('the first reaction counts working days whatever the policy counts', () => {
    for (const policy of COMBINATIONS) expect(firstReactionDeadline('2023-05-04', policy, calendar).dueOn).toBe('2023-05-11');
  });

  test('the applicant’s periods are calendar days, which no holiday cuts short', () => {
    for (const policy of COMBINATIONS) {
      expect(clarificationDeadline('2023-05-06', policy).dueOn).toBe('2023-05-09');
      expect(feedbackWindowEnd('2023-04-09', policy).dueOn).toBe('2023-05-09');
      expect(feedbackReminder('2023-04-25', policy).dueOn).toBe('2023-05-09');
      expect(reopenDeadline('2023-04-09', policy).dueOn).toBe('2023-05-09');
    }
  });
});

describe('pauses and extensions', () => {
  test('a pause is counted in the policy’s unit from question to clarification', () => {
    expect(pausedDays('2023-05-05', '2023-05-10', DEFAULT_POLICY, calendar)).toBe(5);
    expect(pausedDays('2023-05-05', '2023-05-10', { ...DEFAULT_POLICY, unit: 'WORKING' }, calendar)).toBe(1);
    expect(pausedDays('2023-05-05', '2023-05-05', DEFAULT_POLICY, calendar)).toBe(0);
  });

  test('an appeal is extended once, by at most thirty days', () => {
    expect(maxExtension(DEFAULT_POLICY, 0)).toBe(30);
    expect(maxExtension(DEFAULT_POLICY, 5)).toBe(0);
  });

  test.each([-1, 1.5, Number.NaN])('%d days are no number of days', (days) => {
    expect(() => due('2023-03-20', DEFAULT_POLICY, { pausedDays: days })).toThrow(RangeError);
    expect(() => due('2023-03-20', DEFAULT_POLICY, { extensionDays: days })).toThrow(RangeError);
  });
});

describe('the day a receipt counts on', () => {
  test.each([
    ['a working day at noon, that day', '2023-03-20T09:00:00Z', 'Europe/Moscow', '2023-03-20'],
    ['late on Monday, Tuesday', '2023-03-20T19:00:00Z', 'Europe/Moscow', '2023-03-21'],
    ['a minute before the night, still Monday', '2023-03-20T18:59:59Z', 'Europe/Moscow', '2023-03-20'],
    ['before dawn on Tuesday, Tuesday', '2023-03-20T23:30:00Z', 'Europe/Moscow', '2023-03-21'],
    ['on Saturday, Monday', '2023-03-18T09:00:00Z', 'Europe/Moscow', '2023-03-20'],
    ['late on Sunday, Monday', '2023-03-19T20:00:00Z', 'Europe/Moscow', '2023-03-20'],
    ['late on Friday before the May holidays, after them', '2023-05-05T20:00:00Z', 'Europe/Moscow', '2023-05-10'],
    ['on a Saturday that is worked, that day', '2024-04-27T09:00:00Z', 'Europe/Moscow', '2024-04-27'],
    ['one instant, already Tuesday on Kamchatka', '2023-03-20T15:00:00Z', 'Asia/Kamchatka', '2023-03-21'],
    ['the same instant, still Monday in Kaliningrad', '2023-03-20T15:00:00Z', 'Europe/Kaliningrad', '2023-03-20'],
  ])('%s', (_, instant, zone, day) => {
    expect(registrationDay(new Date(instant), zone, calendar)).toBe(day);
  });
});
