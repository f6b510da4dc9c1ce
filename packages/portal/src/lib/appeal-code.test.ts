import { describe, expect, test } from 'vitest';
import { codeInFragment, groupedCode, normaliseCode, normaliseNumber, trackPath } from './appeal-code';

describe('the number of an appeal', () => {
  test.each([
    ['77-2026-000123'],
    [' 77 2026 000123 '],
    ['№ 77–2026—000123'],
    ['77‑2026‑000123'],
    ['77−2026−000123'],
    ['772026000123'],
    ['Обращение № 77-2026-000123.'],
  ])('is understood as typed: %s', (typed) => {
    expect(normaliseNumber(typed)).toBe('77-2026-000123');
  });

  test.each([[''], ['77-2026-123'], ['77-2026-0001234'], ['семьдесят семь']])('is not guessed from %j', (typed) => {
    expect(normaliseNumber(typed)).toBeUndefined();
  });
});

describe('the code of an appeal', () => {
  test.each([['ABCDE FGH23'], ['abcdefgh23'], ['ABCDE-FGH23'], ['ABCDE—FGH23'], ['abcde\u00a0fgh23'], ['AB\u00adCDE\u200bFGH23.']])(
    'is understood as typed: %j',
    (typed) => {
      expect(normaliseCode(typed)).toBe('ABCDEFGH23');
    },
  );

  test('may be typed on a Russian keyboard where the letters look the same', () => {
    expect(normaliseCode('авекмнрстух')).toBe('ABEKMHPCTYX');
  });

  test('is shown in groups of five', () => {
    expect(groupedCode('ABCDEFGH23')).toBe('ABCDE FGH23');
    expect(groupedCode('')).toBe('');
  });

  test('is read from the fragment of an address, and from nothing else', () => {
    expect(codeInFragment('#code=abcdefgh23')).toBe('ABCDEFGH23');
    expect(codeInFragment('#main')).toBeUndefined();
    expect(codeInFragment('')).toBeUndefined();
  });

  test('goes into an address only as a fragment', () => {
    expect(trackPath('77-2026-000123', 'ABCDEFGH23')).toBe('/track/77-2026-000123#code=ABCDEFGH23');
    expect(trackPath('77-2026-000123')).toBe('/track/77-2026-000123');
  });
});
