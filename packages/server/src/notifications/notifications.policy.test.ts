import { describe, expect, test } from 'vitest';
import { ANONYMOUS, ROLES, SYSTEM, type Actor, type Role } from '../shared/actor.js';
import { canReadOutbox } from './notifications.policy.js';

const person = (role: Role): Actor => ({
  kind: 'STAFF', accountId: 'a', sessionId: 's', sessionExpiresAt: new Date(0), name: 'Имя', email: 'a@b.test', role, regions: ['RU-MOW'], deputyId: null,
});

describe('the outbox', () => {
  test('an administrator reads it', () => {
    expect(canReadOutbox(person('ADMINISTRATOR'))).toBe(true);
  });

  test.each(ROLES.filter((role) => role !== 'ADMINISTRATOR'))('a %s cannot read it', (role) => {
    expect(canReadOutbox(person(role))).toBe(false);
  });

  test('an applicant cannot read it, nor can a stranger', () => {
    expect(canReadOutbox({ kind: 'APPLICANT', appealId: 'x' })).toBe(false);
    expect(canReadOutbox(ANONYMOUS)).toBe(false);
    expect(canReadOutbox(SYSTEM)).toBe(false);
  });
});
