import { expect, test } from 'vitest';
import { addDays } from '../shared/day.js';
import { DEFAULT_POLICY, firstReactionDeadline, lastLateForFirstReaction } from './deadline.js';
import { DEFAULT_LADDER, dueBy } from './escalation.lifecycle.js';
import { WorkCalendar } from './work-calendar.js';

const calendar = new WorkCalendar([{ day: '2026-03-09', kind: 'OFF' }, { day: '2026-05-11', kind: 'OFF' }]);

test('the ladder of the default: five days ahead, two days ahead, one day late', () => {
  expect(dueBy(DEFAULT_LADDER, 'DEPUTY', '2026-04-12')).toBe('2026-04-17');
  expect(dueBy(DEFAULT_LADDER, 'AIDE', '2026-04-15')).toBe('2026-04-17');
  expect(dueBy(DEFAULT_LADDER, 'COORDINATOR', '2026-04-18')).toBe('2026-04-17');
  expect(dueBy({ DEPUTY: 0 }, 'AIDE', '2026-04-18')).toBeNull();
});

test.each([0, 1, 3, 5])('with a target of %i working days, who is late by the day of registration is who is late by the target, on every day of a spring', (firstReactionWorkingDays) => {
  const policy = { ...DEFAULT_POLICY, firstReactionWorkingDays };
  for (let i = 0; i < 100; i += 1) {
    const today = addDays('2026-02-20', i);
    const last = lastLateForFirstReaction(today, policy, calendar);
    for (let back = 0; back < 20; back += 1) {
      const registeredOn = addDays(today, -back);
      if (calendar.isDayOff(registeredOn)) continue;
      const late = firstReactionDeadline(registeredOn, policy, calendar).dueOn < today;
      expect(registeredOn <= last, `${registeredOn} seen on ${today}`).toBe(late);
    }
  }
});
