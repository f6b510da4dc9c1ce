import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FAILURE_CODES } from './failures.js';
import { MESSAGE_CODES, messageOf } from './messages.js';

const SOURCE = path.resolve(import.meta.dirname, '..');
/** Where a code is thrown: as a refusal, as the reason of a failure, or as the code of a text that is empty or too long. */
const THROWN = /(?:new Refusal\(|badInput\([^,]+,\s*|notFound\(|forbidden\(|unauthenticated\(|new Failure\('\w+',\s*|(?:empty|tooLong):\s*)'([A-Z][A-Z_]{3,})'/g;

test('every code that the source throws has words in both languages', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('demo'));
  const thrown = files.flatMap((file) => [...readFileSync(path.join(SOURCE, file), 'utf8').matchAll(THROWN)].map(([, code]) => code!));
  expect(thrown.length).toBeGreaterThan(50);
  const wordless = [...new Set([...thrown, ...FAILURE_CODES])].filter((code) => !MESSAGE_CODES.includes(code));
  expect(wordless).toEqual([]);
});

test.each(['ru', 'en'] as const)('no sentence in %s is empty or left in the other language', (locale) => {
  for (const code of MESSAGE_CODES) {
    const text = messageOf(code, locale);
    expect(text, code).toMatch(/\S{2}/);
    expect(/[а-яё]/i.test(text.replaceAll(/«[^»]*»/g, '')), `${code}: ${text}`).toBe(locale === 'ru');
  }
});
