import { expect, test } from 'vitest';
import { historyRows, readersOf, type HistoryEntry } from './history-rows';

const entry = (event: HistoryEntry['event'], actorName = 'Анна'): HistoryEntry => ({
  id: '', at: '2026-03-20T06:15:00.000Z', event, move: event === 'MOVE' ? 'SUBMIT' : null, contactsOpened: false, actorKind: 'MODERATOR', actorName,
  to: null, reason: null, title: event,
}) as HistoryEntry;
const shapes = (history: HistoryEntry[], movesOnly = false) =>
  historyRows(history, movesOnly).map((row) => ('openings' in row ? row.openings.length : row.entry.event));

test('openings that follow each other are one row, one alone stays an entry', () => {
  const history = [entry('MOVE'), entry('APPEAL_OPENED'), entry('MOVE'), ...Array.from({ length: 30 }, () => entry('APPEAL_OPENED')), entry('CONTACTS_OPENED')];
  expect(shapes(history)).toEqual(['MOVE', 'APPEAL_OPENED', 'MOVE', 30, 'CONTACTS_OPENED']);
});

test('moves alone leave out whatever is no move', () => {
  expect(shapes([entry('MOVE'), entry('APPEAL_OPENED'), entry('FEEDBACK_GIVEN'), entry('MOVE')], true)).toEqual(['MOVE', 'MOVE']);
});

test('each reader is named once, and of many the first two', () => {
  const openings = ['Анна', 'Борис', 'Анна', 'Вера', 'Глеб'].map((name) => entry('APPEAL_OPENED', name));
  expect(readersOf(openings)).toEqual({ names: ['Анна', 'Борис'], more: 2 });
  expect(readersOf(openings.slice(0, 1))).toEqual({ names: ['Анна'], more: 0 });
});
