import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Record<string, string>;
const ru = read('ru.json');
const en = read('en.json');

/** Names of the values that a message needs. */
const valuesOf = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)(?:\}|, (?:plural|select))/g)].map((match) => match[1]))].sort();

test('English says everything that Russian says, with the same values', () => {
  expect(Object.keys(en)).toEqual(Object.keys(ru));
  for (const [key, message] of Object.entries(ru)) expect([key, valuesOf(en[key]!)]).toEqual([key, valuesOf(message)]);
});

test('every Russian plural has its four forms', () => {
  for (const [key, message] of Object.entries(ru)) {
    for (const plural of message.matchAll(/, plural, ((?:\w+ \{[^{}]*\} ?)+)/g)) {
      expect([key, [...plural[1]!.matchAll(/(\w+) \{/g)].map((form) => form[1])]).toEqual([key, ['one', 'few', 'many', 'other']]);
    }
  }
});

test('every text is used somewhere', () => {
  const source = readdirSync(join(import.meta.dirname, '../..'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('gql') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(import.meta.dirname, '../..', file), 'utf8'))
    .join('\n');
  expect(Object.keys(ru).filter((key) => !source.includes(`'${key}'`))).toEqual([]);
});
