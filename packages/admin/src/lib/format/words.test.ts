import { expect, test } from 'vitest';
import { hasWords } from './words';

test('a command is found by parts of its words, in any order and with any ё', () => {
  expect(hasWords('Учётные записи', 'зап учет')).toBe(true);
  expect(hasWords('Передать другому депутату', 'ДЕПУТ')).toBe(true);
  expect(hasWords('Отклонить', ' ')).toBe(true);
  expect(hasWords('Отклонить', 'принять')).toBe(false);
});
