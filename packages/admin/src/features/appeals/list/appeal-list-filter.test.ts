import { expect, test } from 'vitest';
import { appealListFilter, appealListSort, narrowed, viewOf } from './appeal-list-filter';

test('an empty address asks for everything that the viewer may see, the newest first', () => {
  expect(appealListFilter({})).toEqual({});
  expect(appealListSort({})).toEqual({ field: 'SUBMITTED_AT', direction: 'DESC' });
});

test('words bring the best answer first, unless another order is asked for', () => {
  expect(appealListSort({ search: 'двор' })).toEqual({ field: 'RELEVANCE', direction: 'DESC' });
  expect(appealListSort({ search: 'двор', sort: 'newest' })).toEqual({ field: 'SUBMITTED_AT', direction: 'DESC' });
});

test('days, deputy and words reach the server under its own names', () => {
  expect(appealListFilter({ from: '2026-01-01', to: '2026-01-31', deputy: 'd1', search: 'двор', deadline: 'LATE' })).toEqual({
    submittedFrom: '2026-01-01',
    submittedTo: '2026-01-31',
    deputyId: 'd1',
    search: 'двор',
    deadline: 'LATE',
  });
});

test('a tab is lit when the address has exactly its filters', () => {
  expect(viewOf({})).toBe('all');
  expect(viewOf({ deadline: 'LATE' })).toBe('late');
  expect(viewOf({ status: ['SUBMITTED', 'CLARIFICATION'], search: 'двор' })).toBe('moderation');
  expect(viewOf({ status: ['SUBMITTED'] })).toBeUndefined();
});

test('a list is narrowed by words, and by a status that no tab has', () => {
  expect(narrowed({ deadline: 'LATE' })).toBe(false);
  expect(narrowed({ search: 'двор' })).toBe(true);
  expect(narrowed({ status: ['REOPENED'] })).toBe(true);
});
