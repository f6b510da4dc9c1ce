import { expect, test } from 'vitest';
import type { Actor, Role, StaffActor } from '../shared/actor.js';
import { canExplain, canSeeEntry, type EntryFacts } from './rating.policy.js';

const actor = (role: Role, regions: string[] = [], deputyId: string | null = null): StaffActor => ({
  kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date('2030-01-01T00:00:00Z'), name: 'Имя', email: 'x@y.test', role, regions, deputyId,
});
const good: EntryFacts = { deputyId: 'good', bodyId: 'duma', regionCode: 'RU-PSK', state: 'LEAGUE', aboveMean: 0.5 };
const worst: EntryFacts = { ...good, deputyId: 'worst', aboveMean: 0.05 };
const uncertainWorst: EntryFacts = { ...worst, state: 'MARKED', aboveMean: 0.01 };
const fewData: EntryFacts = { ...worst, state: 'FEW_DATA', aboveMean: 0.01 };
const colleague = actor('DEPUTY', [], 'good');

test.each<[string, Actor, string | null, EntryFacts]>([
  ['nobody', { kind: 'ANONYMOUS' }, null, good],
  ['an applicant', { kind: 'APPLICANT', appealId: 'x' }, null, good],
  ['a moderator of another region', actor('MODERATOR', ['RU-NVS']), null, good],
  ['a coordinator of another region', actor('COORDINATOR', ['RU-NVS']), null, good],
  ['a deputy of another body', actor('DEPUTY', [], 'other'), 'council', good],
  ['an aide without a deputy', actor('AIDE'), null, good],
])('%s cannot see an entry', (_name, who, body, entry) => {
  expect(canSeeEntry(who, body, entry)).toBe(false);
  expect(canExplain(who, body, entry)).toBe(false);
});

test.each([['tier C', worst], ['what would be tier C with more data', uncertainWorst]])('a moderator and a colleague cannot see the bottom: %s', (_name, entry) => {
  expect(canSeeEntry(actor('MODERATOR', ['RU-PSK']), null, entry)).toBe(false);
  expect(canSeeEntry(colleague, 'duma', entry)).toBe(false);
});

test('a deputy cannot read the reasons of a colleague', () => {
  expect(canSeeEntry(colleague, 'duma', { ...good, deputyId: 'another' })).toBe(true);
  expect(canExplain(colleague, 'duma', { ...good, deputyId: 'another' })).toBe(false);
});

test('the bottom is shown to its deputy and aide, to the coordinator, the administrator and the analyst', () => {
  for (const who of [actor('DEPUTY', [], 'worst'), actor('AIDE', [], 'worst'), actor('COORDINATOR', ['RU-PSK']), actor('ADMINISTRATOR'), actor('ANALYST')]) {
    expect(canExplain(who, 'duma', worst)).toBe(true);
  }
});

test('«мало данных» is nobody’s bottom', () => expect(canSeeEntry(colleague, 'duma', fewData)).toBe(true));
