import { expect, test } from 'vitest';
import { toggled, type Chosen } from './bulk-selection';

const NONE: Chosen = { ids: new Set(), whole: null, anchor: null };
const ORDER = ['a', 'b', 'c', 'd'];
const ids = (chosen: Chosen) => [...chosen.ids].sort().join('');

test('one is chosen, and let go again', () => {
  const one = toggled(NONE, 'b', ORDER, false);
  expect(ids(one)).toBe('b');
  expect(ids(toggled(one, 'b', ORDER, false))).toBe('');
});

test('a range goes from the last one to this one, whichever is above', () => {
  expect(ids(toggled(toggled(NONE, 'b', ORDER, false), 'd', ORDER, true))).toBe('bcd');
  expect(ids(toggled(toggled(NONE, 'd', ORDER, false), 'b', ORDER, true))).toBe('bcd');
});

test('a range whose start is on the screen no more is this one alone', () => {
  expect(ids(toggled({ ...NONE, anchor: 'gone' }, 'c', ORDER, true))).toBe('c');
});
