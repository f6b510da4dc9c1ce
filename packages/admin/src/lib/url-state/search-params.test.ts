import { describe, expect, test } from 'vitest';
import { count, day, flag, list, listOf, oneOf, parseSearch, patchSearch, searchParams, stringifySearch, text } from './search-params';

const read = searchParams({
  region: list(),
  kind: listOf(['COMPLAINT', 'PROPOSAL'] as const),
  sort: oneOf(['new', 'old'] as const),
  search: text(),
  late: flag(),
  page: count(),
  from: day(),
});

describe('the address of a list', () => {
  test('is read into typed values', () => {
    expect(read(parseSearch('?region=RU-MOS,RU-PSK&kind=COMPLAINT&sort=old&search=двор&late=true&page=2&from=2026-04-01'))).toEqual({
      region: ['RU-MOS', 'RU-PSK'],
      kind: ['COMPLAINT'],
      sort: 'old',
      search: 'двор',
      late: true,
      page: 2,
      from: '2026-04-01',
    });
  });
  test('drops what it does not know instead of failing', () => {
    expect(read(parseSearch('?kind=BRIBE&sort=up&late=maybe&page=-3&from=yesterday&region='))).toEqual({});
  });
  test('goes there and back unchanged', () => {
    const search = { region: ['RU-MOS', 'RU-PSK'], search: 'яма, двор & свет', page: 3 };
    expect(read(parseSearch(stringifySearch(search)))).toEqual(search);
  });
  test('holds no empty values', () => {
    expect(stringifySearch({ region: [], search: '', late: false, page: undefined })).toBe('');
  });
  test('returns to the first page when a filter changes, and keeps the rest', () => {
    const before = { search: 'двор', after: 'x', page: 3 };
    expect(stringifySearch(patchSearch(before, { search: 'свет' }))).toBe(stringifySearch({ search: 'свет' }));
    expect(stringifySearch(patchSearch(before, { after: 'y', page: 4 }))).toBe(stringifySearch({ search: 'двор', after: 'y', page: 4 }));
  });
});
