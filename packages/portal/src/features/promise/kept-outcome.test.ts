import { expect, test } from 'vitest';
import { outcomeInAddress } from './kept-outcome';

test.each([
  ['?outcome=kept', 'KEPT'], ['?outcome=partly', 'PARTLY'], ['?outcome=BROKEN', 'BROKEN'], ['?outcome=asked', undefined], ['?outcome=', undefined], ['', undefined],
])('the address %s says %s', (search, outcome) => {
  expect(outcomeInAddress(search)).toBe(outcome);
});
