import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appended, digestOfText, EMPTY_HEAD, type ChainedEntry, type ChainHead } from './chain.js';
import { checkStream, type StoredEntry } from './check.js';

const STREAM = 'appeal:0199a0f0-0000-7000-8000-000000000001';

/** A stream of so many entries, every second one with words, as `recordIn` would leave it. */
function stream(events: readonly string[]): { entries: StoredEntry[]; head: ChainHead } {
  let head = EMPTY_HEAD;
  const entries = events.map((event, i): StoredEntry => {
    const [salt, text] = i % 2 ? [`salt-${i}`, `слова ${i}`] : [null, null];
    const entry: ChainedEntry = {
      stream: STREAM, position: i + 1, id: `id-${i + 1}`, event, move: null, fromStatus: null, toStatus: null, actorKind: 'MODERATOR', actorName: 'Анна Иванова',
      account: 'a1', reason: null, textDigest: salt === null ? null : digestOfText(salt, text!), at: new Date(1_790_000_000_000 + i * 1000),
    };
    const prevHash = head.hash;
    head = appended(entry, head);
    return { ...entry, prevHash, hash: head.hash, salt, text };
  });
  return { entries, head };
}
const faultsOf = (entries: readonly StoredEntry[], head: ChainHead | null) => checkStream(STREAM, entries, head).map(({ kind, position }) => `${kind} ${position}`);

const events = fc.array(fc.constantFrom('MOVE', 'APPEAL_OPENED', 'CONTACTS_OPENED'), { minLength: 2, maxLength: 8 });
const streamAndPlace = events.chain((list) => fc.tuple(fc.constant(list), fc.nat({ max: list.length - 1 })));

test('what was written is whole', () => {
  fc.assert(fc.property(events, (list) => {
    const { entries, head } = stream(list);
    expect(faultsOf(entries, head)).toEqual([]);
  }));
});

test('a field changed anywhere is found at that entry, and there alone', () => {
  const changes: Partial<StoredEntry>[] = [{ actorName: 'Другая' }, { at: new Date(0) }, { event: 'FEEDBACK_GIVEN' }, { account: null }, { reason: 'SPAM' }, { textDigest: 'x' }];
  fc.assert(fc.property(streamAndPlace, fc.constantFrom(...changes), ([list, at], change) => {
    const { entries, head } = stream(list);
    expect(faultsOf(entries.with(at, { ...entries[at]!, salt: null, text: null, ...change }), head)).toContain(`ENTRY_CHANGED ${at + 1}`);
  }));
});

test('an entry written anew with a right hash of its own gives itself away at the next one, or at the end', () => {
  fc.assert(fc.property(streamAndPlace, ([list, at]) => {
    const { entries, head } = stream(list);
    const forged = { ...entries[at]!, actorName: 'Другая' };
    const hash = appended(forged, { position: at, hash: forged.prevHash }).hash;
    expect(faultsOf(entries.with(at, { ...forged, hash }), head))
      .toEqual([at + 1 === list.length ? `HEAD_CHANGED ${at + 1}` : `PREVIOUS_HASH_FOREIGN ${at + 2}`]);
  }));
});

test('an entry taken out is missed, at the end too', () => {
  fc.assert(fc.property(streamAndPlace, ([list, at]) => {
    const { entries, head } = stream(list);
    expect(faultsOf(entries.toSpliced(at, 1), head)).toEqual([at + 1 === list.length ? `TAIL_CUT ${at + 1}` : `ENTRY_MISSING ${at + 1}`]);
  }));
});

test('an entry behind the end, a head that is gone and a stream without a single entry are named', () => {
  const { entries, head } = stream(['MOVE', 'MOVE', 'MOVE']);
  expect(faultsOf(entries, { position: 2, hash: entries[1]!.hash })).toEqual(['ENTRY_EXTRA 3']);
  expect(faultsOf(entries, null)).toEqual(['HEAD_MISSING 3']);
  expect(faultsOf([], head)).toEqual(['TAIL_CUT 1']);
});

test('words may be gone when an erasure stands behind them, and never otherwise; changed words are always a fault', () => {
  const without = (entry: StoredEntry): StoredEntry => ({ ...entry, salt: null, text: null });
  const kept = stream(['MOVE', 'MOVE', 'MOVE', 'MOVE']);
  expect(faultsOf(kept.entries.map(without), kept.head)).toEqual(['TEXT_MISSING 2', 'TEXT_MISSING 4']);
  const erased = stream(['MOVE', 'MOVE', 'DATA_ERASED', 'MOVE']);
  expect(faultsOf(erased.entries.map(without), erased.head)).toEqual(['TEXT_MISSING 4']);
  expect(faultsOf(erased.entries.with(1, { ...erased.entries[1]!, text: 'иначе' }), erased.head)).toEqual(['TEXT_CHANGED 2']);
  expect(faultsOf(erased.entries.with(0, { ...erased.entries[0]!, salt: 's', text: 'подложено' }), erased.head)).toEqual(['TEXT_CHANGED 1']);
});
