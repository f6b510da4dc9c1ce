import { expect, test } from 'vitest';
import { readAppealList } from '../addresses';
import { searchOf, viewQuery } from './view-query';

test('a list is kept without where somebody stood in it, and two that are the same read the same', () => {
  const kept = viewQuery({ topic: ['housing.yards', 'economy.roads'], status: ['SUBMITTED'], after: 'x', page: 3, view: 'v', bulk: 'b' });
  expect(kept).toBe('status=SUBMITTED&topic=housing.yards,economy.roads');
  expect(viewQuery({ status: ['SUBMITTED'], topic: ['housing.yards', 'economy.roads'] })).toBe(kept);
});

test('it comes back as the address has it, without what the list does not know', () => {
  expect(searchOf('status=SUBMITTED,NO_SUCH&search=%D0%B4%D0%B2%D0%BE%D1%80&old=1', readAppealList)).toEqual({ status: ['SUBMITTED'], search: 'двор' });
});
