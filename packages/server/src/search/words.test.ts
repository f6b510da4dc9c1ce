import { describe, expect, test } from 'vitest';
import { hitsIn, passages, whole } from './fragments.js';
import { fromLatin, inRussianLayout, meantInRussian } from './keyboard.js';
import { distance, slipsBetween } from './nearness.js';
import { alternating, fleeting } from './word-forms.js';

describe('a word in the wrong layout, or in Latin letters', () => {
  test.each([['ljhjuf', 'дорога'], ['gjl]tpl', 'подъезд'], [',jhotdbr', 'борщевик'], ['"nf;', 'этаж']])('%s is %s by its keys', (typed, meant) => {
    expect(inRussianLayout(typed)).toBe(meant);
  });
  test.each([['doroga', 'дорога'], ['borshchevik', 'борщевик'], ['detskiy', 'детский'], ['tsirk', 'цирк']])('%s is %s by its sounds', (typed, meant) => {
    expect(fromLatin(typed)).toBe(meant);
  });
  test('is nothing that no word could be', () => {
    expect(meantInRussian('a')).toEqual([]);
    expect(meantInRussian('lift')).toContain('лифт');
  });
});

describe('other stems of a word', () => {
  test.each([['площадок', 'площадк'], ['площадк', 'площадок'], ['скамеек', 'скамейк'], ['скамейк', 'скамеек'], ['жильц', 'жилец'], ['жилец', 'жильц'], ['окн', 'окон'], ['участк', 'участок']])('%s has %s', (stem, other) => {
    expect(fleeting(stem)).toContain(other);
  });
  test.each([['плат', 'плач'], ['чист', 'чищ'], ['дорог', 'дорож']])('%s may be %s', (stem, other) => {
    expect(alternating(stem)).toContain(other);
  });
  test('short words have none that sound otherwise', () => expect(alternating('дом')).toEqual([]));
});

describe('how far two words are from each other', () => {
  test.each([['мусор', 'мусро', 1], ['школа', 'шокла', 1], ['дорога', 'дрога', 1], ['лифт', 'лифт', 0], ['', 'да', 2]] as const)('%s and %s: %i', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips);
  });
  test('what sounds alike is near, and a short word is not another short word', () => {
    expect(distance('асвищение', 'освещение')).toBe(1);
    expect(distance('батореи', 'батареи')).toBe(0.5);
    expect(distance('дом', 'дым')).toBeNull();
    expect(distance('лифт', 'люфт')).not.toBeNull();
    expect(distance('отопление', 'освещение')).toBeNull();
  });
});

describe('what was found in a text', () => {
  test('is marked where it stands, also behind letters of two halves', () => {
    expect(whole('👍 дом', hitsIn('  {дом}'))).toEqual([{ text: '👍 ', found: false }, { text: 'дом', found: true }]);
  });
  test('is told in the passages that have the most of it, cut between words, in their order', () => {
    const text = `${'начало '.repeat(60)}лифт ${'середина '.repeat(60)}лифт и подъезд ${'конец '.repeat(60)}`.trim();
    const marked = text.replaceAll('лифт', '{лифт}').replaceAll('подъезд', '{подъезд}');
    const [first, second] = passages(text, hitsIn(marked), 2);
    expect(first!.filter(({ found }) => found).map((part) => part.text)).toEqual(['лифт']);
    expect(second!.filter(({ found }) => found).map((part) => part.text)).toEqual(['лифт', 'подъезд']);
    expect(first![0]).toEqual({ text: '… ', found: false });
    expect(first!.map((part) => part.text).join('')).toMatch(/^… начало .* середина …$/);
    expect(passages(text, hitsIn(marked), 1)).toEqual([second]);
  });
  test('is nothing where nothing was found', () => expect(passages('текст', [], 2)).toEqual([]));
});
