import { describe, expect, test } from 'vitest';
import { ANONYMOUS, ROLES, SYSTEM, type Actor, type Role, type StaffActor } from '../shared/actor.js';
import { canChange, canDeactivate, canGrant, canListAccounts, canSeeAccount, canSeeScope, type ScopeFacts } from './accounts.policy.js';

const actor = (role: Role, regions: string[] = []): StaffActor => ({
  kind: 'STAFF', accountId: 'me', sessionId: 's', sessionExpiresAt: new Date(0), name: 'Я', email: 'me@example.test', role, regions, deputyId: null,
});
const scope = (role: Role, regions: string[] = [], deputyRegion: string | null = null): ScopeFacts => ({ role, regions, deputyRegion });
const deputyOf = (region: string): ScopeFacts => scope('DEPUTY', [], region);

const administrator = actor('ADMINISTRATOR');
const coordinator = actor('COORDINATOR', ['RU-PSK']);
const EVERY_SCOPE = [
  scope('ADMINISTRATOR'), scope('ANALYST'), scope('COORDINATOR', ['RU-PSK']), scope('MODERATOR', ['RU-PSK', 'RU-NVS']), scope('MODERATOR', ['RU-NVS']),
  deputyOf('RU-PSK'), deputyOf('RU-NVS'), scope('AIDE', [], 'RU-PSK'), scope('AIDE', [], 'RU-NVS'),
];

describe('an invitation', () => {
  test('of every role comes from the administrator', () => {
    expect(EVERY_SCOPE.every((one) => canGrant(administrator, one))).toBe(true);
  });

  test('of deputies and aides of own regions, and of nobody else, comes from a coordinator', () => {
    expect(EVERY_SCOPE.filter((one) => canGrant(coordinator, one))).toEqual([deputyOf('RU-PSK'), scope('AIDE', [], 'RU-PSK')]);
    // A role of staff does not become theirs by a deputy put beside it.
    expect(canGrant(coordinator, scope('ADMINISTRATOR', [], 'RU-PSK'))).toBe(false);
  });

  test.each<[string, Actor]>([
    ...ROLES.filter((role) => role !== 'ADMINISTRATOR' && role !== 'COORDINATOR').map((role): [string, Actor] => [role, actor(role, ['RU-PSK'])]),
    ['nobody', ANONYMOUS], ['the system', SYSTEM], ['a person without the second factor', { ...administrator, kind: 'UNSECURED' }],
  ])('never comes from %s', (_name, one) => {
    expect(EVERY_SCOPE.some((other) => canGrant(one, other) || canSeeScope(one, other))).toBe(false);
    expect(canListAccounts(one)).toBe(false);
  });
});

test('a coordinator sees staff, deputies and aides of own regions', () => {
  expect(EVERY_SCOPE.filter((one) => canSeeScope(coordinator, one))).toEqual([
    scope('COORDINATOR', ['RU-PSK']), scope('MODERATOR', ['RU-PSK', 'RU-NVS']), deputyOf('RU-PSK'), scope('AIDE', [], 'RU-PSK'),
  ]);
});

test('everyone sees the own account, and nobody changes or deactivates it', () => {
  for (const role of ROLES) {
    const own = { id: 'me', ...scope(role, [], 'RU-PSK') };
    expect([role, canSeeAccount(actor(role, ['RU-PSK']), own), canChange(actor(role, ['RU-PSK']), own), canDeactivate(actor(role, ['RU-PSK']), own)])
      .toEqual([role, true, false, false]);
  }
});

test('a coordinator changes deputies and aides of own regions, not the staff beside', () => {
  expect(canChange(coordinator, { id: 'other', ...deputyOf('RU-PSK') })).toBe(true);
  expect(canChange(coordinator, { id: 'other', ...deputyOf('RU-NVS') })).toBe(false);
  expect(canChange(coordinator, { id: 'other', ...scope('MODERATOR', ['RU-PSK']) })).toBe(false);
});
