import { expect, test } from 'vitest';
import { shortName } from './names';

test.each([
  ['Ковалёва Мария Сергеевна', 'Ковалёва\u00a0М.\u00a0С.'],
  ['Оглы Рамазан', 'Оглы\u00a0Р.'],
  ['Саргылана', 'Саргылана'],
])('%s is %s in a column', (name, short) => {
  expect(shortName(name)).toBe(short);
});
