import { expect, test } from 'vitest';
import { filterCount, neighbour, queueFilter, queueSort } from './queue-filter';

test('the bare queue asks for whatever awaits moderation, urgent ones first, then the longest waiting', () => {
  expect(queueFilter({})).toEqual({ awaitingModeration: true, oneOfEachCampaign: true });
  expect(queueSort({})).toEqual({ field: 'URGENCY', direction: 'ASC' });
});

test('each filter of the address reaches the server, and the words of the search are not counted as a filter', () => {
  const search = { region: ['RU-PSK'], kind: ['COMPLAINT' as const], overdue: true as const, search: 'двор', id: 'x' };
  expect(queueFilter(search)).toEqual({
    awaitingModeration: true,
    regionCode: ['RU-PSK'],
    kind: ['COMPLAINT'],
    registrationOverdue: true,
    search: 'двор',
  });
  expect(filterCount(search)).toBe(3);
});

test('words narrow the queue and leave its order, until the best answer is wanted first', () => {
  expect(queueSort({ search: 'двор' })).toEqual({ field: 'URGENCY', direction: 'ASC' });
  expect(queueSort({ search: 'двор', sort: 'relevance' })).toEqual({ field: 'RELEVANCE', direction: 'DESC' });
  expect(queueSort({ sort: 'relevance' })).toEqual({ field: 'URGENCY', direction: 'ASC' });
});

const rows = [
  { id: 'a', open: true },
  { id: 'b', open: true },
  { id: 'c', open: false },
  { id: 'd', open: true },
];
const open = (row: { open: boolean }) => row.open;

test('after a decision the next open letter is shown, passing over what others have decided', () => {
  expect(neighbour(rows, 'b', open)).toBe('d');
});
test('after the last one the one before is shown', () => {
  expect(neighbour(rows, 'd', open)).toBe('b');
});
test('nothing is left after the only one', () => {
  expect(neighbour([{ id: 'a', open: true }], 'a', open)).toBeNull();
});

test('a campaign is one row of the queue, and each letter when words or the campaign itself are looked into', () => {
  expect(queueFilter({ campaign: 'c' })).toEqual({ awaitingModeration: true, campaignId: 'c' });
  expect(queueFilter({ search: 'двор' })).toEqual({ awaitingModeration: true, search: 'двор' });
});
