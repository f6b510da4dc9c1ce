import { expect, test } from 'vitest';
import { exportAddress } from './export-file';

test('the address of a file says all that the list is made of', () => {
  const address = new URL(
    exportAddress({ format: 'xlsx', filter: { search: 'двор & сад' }, sort: { field: 'DUE_ON', direction: 'ASC' }, columns: ['status', 'due'] }),
    'http://here',
  );
  expect(address.pathname).toBe('/api/export/appeals.xlsx');
  expect(Object.fromEntries(address.searchParams)).toEqual({ filter: '{"search":"двор & сад"}', sort: 'DUE_ON:ASC', columns: 'status,due' });
});
