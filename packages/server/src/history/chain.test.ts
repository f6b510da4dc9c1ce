import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appended, digestOfText, EMPTY_HEAD, entryHash, GENESIS, type ChainedEntry } from './chain.js';

const ENTRY: ChainedEntry = {
  stream: 'appeal:0199a0f0-0000-7000-8000-000000000001', position: 1, id: '0199a0f0-0000-7000-8000-000000000002', event: 'MOVE', move: 'SUBMIT', fromStatus: null,
  toStatus: 'SUBMITTED', actorKind: 'APPLICANT', actorName: 'Заявитель', account: null, reason: null, textDigest: null, at: new Date('2026-03-20T06:15:00.000Z'),
};

test('the hash of a known entry stays for ever: who kept one compares with it', () => {
  expect(GENESIS).toBe(Buffer.alloc(32).toString('base64url'));
  expect(entryHash(ENTRY, GENESIS)).toBe('we3D1p0MUOT9n3e_0GitfrvMPTRUcB5707EoGyeJ0cI');
  expect(digestOfText('c2FsdA', 'Уже починили')).toBe('fk0_Fo3lQ1vsiiX_9tzo6a65MpdTLvf-edmuk6SMPKQ');
});

const word = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('', '","', 'null', '\\', '\n', 'ё'));
const orNull = fc.option(word, { nil: null });
const entries: fc.Arbitrary<ChainedEntry> = fc.record({
  stream: word, position: fc.nat(), id: fc.uuid(), event: word, move: orNull, fromStatus: orNull, toStatus: orNull, actorKind: word, actorName: word, account: orNull,
  reason: orNull, textDigest: orNull, at: fc.date({ noInvalidDate: true }),
});
const same = (a: ChainedEntry, b: ChainedEntry): boolean => JSON.stringify(a) === JSON.stringify(b);

test('two entries that differ anywhere have different hashes, and so have equal ones after different pasts', () => {
  fc.assert(fc.property(entries, entries, fc.constantFrom(...Object.keys(ENTRY) as (keyof ChainedEntry)[]), (entry, other, field) => {
    const changed = { ...entry, [field]: other[field] };
    expect(entryHash(changed, GENESIS) === entryHash(entry, GENESIS)).toBe(same(changed, entry));
    expect(entryHash(entry, entryHash(other, GENESIS))).not.toBe(entryHash(entry, GENESIS));
  }));
});

test('a value that moves from one field to the next is another entry', () => {
  fc.assert(fc.property(entries, word, (entry, value) => {
    const here = { ...entry, account: value, reason: null };
    const there = { ...entry, account: null, reason: value };
    expect(entryHash(here, GENESIS)).not.toBe(entryHash(there, GENESIS));
  }));
});

test('the end of a stream follows from all that came before', () => {
  fc.assert(fc.property(fc.array(entries, { minLength: 2, maxLength: 6 }), fc.nat(), (chain, at) => {
    const end = (list: readonly ChainedEntry[]) => list.reduce((head, entry) => appended(entry, head), EMPTY_HEAD);
    const without = chain.toSpliced(at % chain.length, 1);
    expect(end(without).hash).not.toBe(end(chain).hash);
  }));
});
