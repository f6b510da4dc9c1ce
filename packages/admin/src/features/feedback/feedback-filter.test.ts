import { expect, test } from 'vitest';
import { feedbackFilter, feedbackSort, viewOf } from './feedback-filter';

test('the address becomes a filter with numbers, and leaves out what it does not say', () => {
  expect(feedbackFilter({ quality: ['2', '1'], deputy: 'd', from: '2026-04-01' })).toEqual({
    quality: [2, 1],
    deputyId: 'd',
    givenFrom: '2026-04-01',
  });
  expect(feedbackFilter({ sort: 'worst', page: 3 })).toEqual({});
});

test('marks come newest first unless asked otherwise', () => {
  expect(feedbackSort({})).toEqual({ field: 'GIVEN_AT', direction: 'DESC' });
  expect(feedbackSort({ sort: 'worst' })).toEqual({ field: 'QUALITY', direction: 'ASC' });
});

test('a view is known by its filters, whatever else is set', () => {
  expect(viewOf({ region: ['RU-PSK'] })).toBe('all');
  expect(viewOf({ comment: ['PENDING'] })).toBe('pending');
  expect(viewOf({ quality: ['5'] })).toBeUndefined();
});
