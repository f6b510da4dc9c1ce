import { expect, test } from 'vitest';
import { Novelty } from './novelty.js';

test('what was said before under the same label is left out, also with another street', () => {
  const novelty = new Novelty();
  const letter = 'На Лесной улице не горят фонари, дети идут из школы в темноте. Прошу принять меры к подрядчику.';
  expect(novelty.of('housing.yards', letter)).toBe(letter);
  expect(novelty.of('housing.yards', letter.replace('Лесной', 'Садовой'))).toBe('');
  expect(novelty.of('housing.yards', `${letter} У подъезда сломана лавочка и нет урны.`)).toBe('У подъезда сломана лавочка и нет урны.');
});

test('the same words under another label are new there', () => {
  const novelty = new Novelty();
  expect(novelty.of('a', 'Сломан пандус у входа.')).toBe('Сломан пандус у входа.');
  expect(novelty.of('b', 'Сломан пандус у входа.')).toBe('Сломан пандус у входа.');
});

test('sentences without a telling word are nothing', () => {
  expect(new Novelty().of('a', '!!! 12 и он.')).toBe('');
});
