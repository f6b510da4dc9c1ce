import { describe, expect, test } from 'vitest';
import { afterQuiet, eventsOf, modeOf } from './staff-news.lifecycle.js';

const zone = 'Asia/Novosibirsk'; // UTC+7

describe('quiet hours', () => {
  test.each([
    ['over midnight, in the evening: until the morning', { from: 22, until: 8 }, '2026-03-20T16:00:00Z', '2026-03-21T01:00:00Z'],
    ['over midnight, before dawn: until the same morning', { from: 22, until: 8 }, '2026-03-20T20:00:00Z', '2026-03-21T01:00:00Z'],
    ['over midnight, in the day: at once', { from: 22, until: 8 }, '2026-03-20T05:00:00Z', '2026-03-20T05:00:00Z'],
    ['within one day', { from: 13, until: 15 }, '2026-03-20T07:30:00Z', '2026-03-20T08:00:00Z'],
    ['the same hour twice is no quiet at all', { from: 9, until: 9 }, '2026-03-20T02:00:00Z', '2026-03-20T02:00:00Z'],
  ])('%s', (_name, quiet, now, then) => {
    expect(afterQuiet(new Date(now), quiet, zone)).toEqual(new Date(then));
  });
});

test('a role is told what is its own, at once or once a day, until the person chooses', () => {
  expect(modeOf('DEPUTY', {}, 'APPEAL_NEW')).toBe('INSTANT');
  expect(modeOf('DEPUTY', { APPEAL_NEW: 'OFF' }, 'APPEAL_NEW')).toBe('OFF');
  expect(modeOf('COORDINATOR', {}, 'ESCALATION')).toBe('DIGEST');
  expect(modeOf('ANALYST', { ESCALATION: 'INSTANT' }, 'ESCALATION')).toBe('OFF');
  expect(eventsOf('ADMINISTRATOR')).toEqual([]);
});
