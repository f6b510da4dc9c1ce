import { expect, test } from 'vitest';
import { closeness } from './found';

test('nothing is said of a search whose words were met', () => {
  expect(closeness({ exact: 12 }, 120)).toBe('exact');
  expect(closeness({ exact: 3 }, 3)).toBe('exact');
});
test('what only resembles a search is told apart', () => {
  expect(closeness({ exact: 3 }, 40)).toBe('some');
  expect(closeness({ exact: 0 }, 40)).toBe('none');
});
test('a search that finds nothing says nothing of likeness', () => {
  expect(closeness({ exact: 0 }, 0)).toBe('exact');
});
