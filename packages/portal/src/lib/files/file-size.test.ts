import { expect, test } from 'vitest';
import { fileSize } from './file-size';

test.each([
  [0, 'ru', '0 Б'], [900, 'ru', '900 Б'], [1_536, 'ru', '2 кБ'], [2_516_582, 'ru', '2,4 МБ'], [20 * 1024 * 1024, 'ru', '20 МБ'], [2_516_582, 'en', '2.4 MB'],
] as const)('%i bytes in %s are %s', (bytes, locale, text) => {
  expect(fileSize(bytes, locale).replaceAll(/\s/g, ' ').replace('байт', 'Б')).toBe(text);
});
