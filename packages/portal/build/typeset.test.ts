import { describe, expect, test } from 'vitest';
import { typeset } from './typeset.ts';

const seen = (text: string) => typeset(text).replaceAll('\u00a0', '_');

describe('typeset', () => {
  test('a short word stays with the word after it, also when two of them meet', () => {
    expect(seen('Мы не знаем, и в доме о вас')).toBe('Мы_не_знаем, и_в_доме о_вас');
  });
  test('a dash never begins a line', () => {
    expect(seen('Избиратель – депутат, письмо — ответ')).toBe('Избиратель_– депутат, письмо_— ответ');
  });
  test('a number stays with what it counts, inside a plural too', () => {
    expect(seen('{n, plural, one {# день} other {# дня}} или 30 дней')).toBe('{n, plural, one {#_день} other {#_дня}} или 30_дней');
  });
  test('the syntax of ICU and English words are left alone', () => {
    expect(seen('{n, plural, one {is # day} other {# days}}')).toBe('{n, plural, one {is # day} other {# days}}');
  });
});
