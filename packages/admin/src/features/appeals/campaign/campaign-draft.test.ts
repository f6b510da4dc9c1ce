import { expect, test } from 'vitest';
import { BLANK, isWhole, lacksOf, wordsFor } from './campaign-draft';

const draft = { ...BLANK, text: ' Фонари починят до пятницы. ', result: 'MEASURES_TAKEN' as const, personal: { a: 'Вера Павловна, у вашего подъезда уже горит.', b: '  ' } };

test('each applicant gets a paragraph of their own above the common words, where there is one', () => {
  expect(wordsFor(draft, 'a')).toBe('Вера Павловна, у вашего подъезда уже горит.\n\nФонари починят до пятницы.');
  expect(wordsFor(draft, 'b')).toBe('Фонари починят до пятницы.');
  expect(wordsFor(draft, 'c')).toBe('Фонари починят до пятницы.');
});

test('what is missing is named before it is signed', () => {
  expect(isWhole(lacksOf(draft, ['a', 'b'], 1000, true))).toBe(true);
  expect(lacksOf({ ...draft, text: ' ', result: null }, [], 1000, true)).toEqual({ text: true, result: true, letters: true, tooLong: [] });
  expect(lacksOf(draft, ['a', 'b'], 40, true).tooLong).toEqual(['a']);
});

test('an aide, who does not sign, needs no result', () => {
  expect(isWhole(lacksOf({ ...draft, result: null }, ['a'], 1000, false))).toBe(true);
});
