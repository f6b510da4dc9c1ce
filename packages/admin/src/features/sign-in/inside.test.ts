import { expect, test } from 'vitest';
import { inside } from './inside';

test('a page of the console is where one goes after the sign-in', () => {
  expect(inside('/appeals?search=свет')).toBe('/appeals?search=свет');
  expect(inside(undefined)).toBe('/');
});

test('the address never leads to another site', () => {
  for (const to of ['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', '']) expect(inside(to)).toBe('/');
});
