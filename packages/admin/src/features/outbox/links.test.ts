import { expect, test } from 'vitest';
import { withLinks } from './links';

test('an address in a mail is cut out without the punctuation after it', () => {
  expect(withLinks('Следить: http://127.0.0.1:4000/track?number=36-2026-000294.\nСпасибо')).toEqual([
    { text: 'Следить: ' },
    { text: 'http://127.0.0.1:4000/track?number=36-2026-000294', href: 'http://127.0.0.1:4000/track?number=36-2026-000294' },
    { text: '.\nСпасибо' },
  ]);
});

test('a text without addresses stays whole, and no script becomes a link', () => {
  expect(withLinks('javascript:alert(1)')).toEqual([{ text: 'javascript:alert(1)' }]);
  expect(withLinks('')).toEqual([]);
});
