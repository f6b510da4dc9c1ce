import { expect, test } from 'vitest';
import { loggable } from './loggable.js';

test('a database error is told by its code and constraint, without the statement and its values', () => {
  const error = Object.assign(new Error('insert into applicant values (Мария, petrova@mail.example) - duplicate key'), { code: '23505', constraint: 'applicant_pkey' });
  const safe = loggable(error);
  expect(safe.message).toBe('database error 23505 (applicant_pkey)');
  expect(safe.stack).not.toMatch(/Мария|petrova/);
  expect(safe.stack).toContain('loggable.test');
});

test('an address never stands in a message', () => {
  expect(loggable(new Error('550 <petrova@mail.example> unknown')).message).toBe('550 <…> unknown');
});

test('what is no error says so', () => {
  expect(loggable('petrova@mail.example').message).toBe('a task threw something that is no error');
});
