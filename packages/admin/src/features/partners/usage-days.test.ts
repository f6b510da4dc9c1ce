import { expect, test } from 'vitest';
import { scaleTop, total } from './usage-days';

test('sums count every day once', () => {
  expect(total([{ day: 'a', requests: 2, cost: 10, refused: 1, failed: 0 }, { day: 'b', requests: 1, cost: 4, refused: 0, failed: 1 }])).toEqual({
    requests: 3, cost: 14, refused: 1, failed: 1,
  });
});

test('the limit is drawn where the bars can still be read beside it', () => {
  expect(scaleTop(10, 1000).isLimitShown).toBe(false);
  expect(scaleTop(300, 1000).isLimitShown).toBe(true);
  expect(scaleTop(0, 1000).top).toBe(1);
});
