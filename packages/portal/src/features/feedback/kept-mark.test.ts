import { expect, test } from 'vitest';
import { markInAddress } from './kept-mark';

test('a mark in the address is a whole number from 1 to 5, and nothing else', () => {
  expect(markInAddress('?mark=4')).toBe(4);
  for (const search of ['', '?mark=', '?mark=0', '?mark=6', '?mark=4.5', '?mark=44', '?mark=пять'])
    expect(markInAddress(search)).toBeUndefined();
});
