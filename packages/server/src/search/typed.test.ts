import { describe, expect, test } from 'vitest';
import { readTyped, wordsOf } from './typed.js';

const kinds = (line: string) => readTyped(line).wanted.map(({ kind, words }) => [kind, ...words]);

describe('a line of the search box', () => {
  test('is read as words in small letters, without ё and signs', () => {
    expect(kinds('Ёлка, у г.Псков!')).toEqual([['WORD', 'елка'], ['WORD', 'у'], ['WORD', 'г'], ['WORD', 'псков']]);
    expect(wordsOf('кое-как; 5-й')).toEqual(['кое', 'как', '5', 'й']);
  });
  test.each([
    ['60-2026-000123', '60-2026-000123'], ['№ 60 – 2026 – 123', '60-2026-000123'], ['обращение 60 2026 123, срочно', '60-2026-000123'],
    ['2026-000123', null], ['160-2026-000123', null], ['60-2026-0001234', null],
  ])('names an appeal: %s', (line, number) => {
    expect(readTyped(line).number).toBe(number);
  });
  test.each([['8 (911) 234-56-78'], ['+7 911 234 56 78'], ['89112345678']])('holds a phone: %s', (line) => {
    expect(kinds(line)[0]!.slice(0, 2)).toEqual(['PHONE', '9112345678']);
  });
  test('holds thousands set apart, and other numbers as they are', () => {
    expect(kinds('4 312 рублей')).toEqual([['NUMBER', '4312'], ['WORD', 'рублей']]);
    expect(kinds('дом 007 к 2')).toEqual([['WORD', 'дом'], ['NUMBER', '007'], ['WORD', 'к'], ['NUMBER', '2']]);
  });
  test('holds phrases in any quotation marks; one word in them is a word', () => {
    expect(kinds('«детский сад» “горячая вода” "лифт"')).toEqual([['PHRASE', 'детский', 'сад'], ['PHRASE', 'горячая', 'вода'], ['WORD', 'лифт']]);
  });
  test('leaves out words after a minus, but not the second half of a word', () => {
    expect(readTyped('качели -горка ярко-красные')).toMatchObject({ unwanted: ['горка'], wanted: [{ words: ['качели'] }, { words: ['ярко'] }, { words: ['красные'] }] });
  });
  test('keeps signs inside of a word in the wrong layout', () => {
    expect(readTyped(',jhotdbr').wanted[0]).toMatchObject({ kind: 'WORD', typed: ',jhotdbr' });
  });
  test('ends in a word still being written, unless a space follows', () => {
    expect(readTyped('улица осве').wanted.at(-1)!.open).toBe(true);
    expect(readTyped('улица осве ').wanted.at(-1)!.open).toBe(false);
  });
  test('says a word once, and no more than twelve', () => {
    expect(kinds('дом дом ДОМ')).toHaveLength(1);
    expect(readTyped(Array.from({ length: 30 }, (_, at) => `слово${at}`).join(' ')).wanted).toHaveLength(12);
  });
});
