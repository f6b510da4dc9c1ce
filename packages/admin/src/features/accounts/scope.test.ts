import { expect, test } from 'vitest';
import { lacks, rolesToGive, scopeInput } from './scope';

const deputy = { id: 'd1', name: 'Савельева Ирина' };

test('a coordinator gives only the roles of deputies and their aides', () => {
  expect(rolesToGive('COORDINATOR')).toEqual(['DEPUTY', 'AIDE']);
  expect(rolesToGive('MODERATOR')).toEqual([]);
  expect(rolesToGive('ADMINISTRATOR')).toHaveLength(6);
});

test('each role asks for what it works on', () => {
  expect(lacks({ role: null, regions: [], deputy: null })).toBe('role');
  expect(lacks({ role: 'MODERATOR', regions: [], deputy })).toBe('regions');
  expect(lacks({ role: 'AIDE', regions: ['RU-NVS'], deputy: null })).toBe('deputy');
  expect(lacks({ role: 'ANALYST', regions: [], deputy: null })).toBeNull();
});

test('what another role was for is not sent', () => {
  expect(scopeInput({ role: 'MODERATOR', regions: ['RU-NVS'], deputy })).toEqual({ role: 'MODERATOR', regionCodes: ['RU-NVS'] });
  expect(scopeInput({ role: 'DEPUTY', regions: ['RU-NVS'], deputy })).toEqual({ role: 'DEPUTY', deputyId: 'd1' });
  expect(scopeInput({ role: 'ADMINISTRATOR', regions: ['RU-NVS'], deputy })).toEqual({ role: 'ADMINISTRATOR' });
});
