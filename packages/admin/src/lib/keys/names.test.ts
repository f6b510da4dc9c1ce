import { expect, test } from 'vitest';
import { ariaOf, capOf, isCharacter, nameOf } from './names';

const press = (key: string, code: string, more: Partial<Parameters<typeof nameOf>[0]> = {}) =>
  nameOf({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, ...more });

test('a letter is the same key in the Russian layout', () => {
  expect(press('j', 'KeyJ')).toBe('KeyJ');
  expect(press('о', 'KeyJ')).toBe('KeyJ');
});

test('search and help are found by their place and by what they write', () => {
  expect(press('.', 'Slash')).toBe('/');
  expect(press('/', 'Backslash', { shiftKey: true })).toBe('/');
  expect(press(',', 'Slash', { shiftKey: true })).toBe('?');
  expect(press('?', 'Digit7', { shiftKey: true })).toBe('?');
});

test('Ctrl and ⌘ are one modifier, and both Enters are one key', () => {
  expect(press('л', 'KeyK', { ctrlKey: true })).toBe('mod+KeyK');
  expect(press('k', 'KeyK', { metaKey: true })).toBe('mod+KeyK');
  expect(press('Enter', 'NumpadEnter')).toBe('Enter');
  expect(press('Enter', 'NumpadEnter', { ctrlKey: true })).toBe('mod+Enter');
});

test('a key is written as its cap, and as screen readers are told of it', () => {
  expect(['KeyJ', 'Digit1', 'ArrowDown', 'Escape', 'mod+Enter', 'mod+KeyK', '?'].map((name) => capOf(name, false))).toEqual(['J', '1', '↓', 'Esc', 'Ctrl Enter', 'Ctrl K', '?']);
  expect(['KeyJ', 'Digit1', 'ArrowDown', 'mod+Enter', 'mod+KeyK', 'mod+/'].map((name) => ariaOf(name, false))).toEqual(['J', '1', 'ArrowDown', 'Control+Enter', 'Control+K', 'Control+/']);
});

test('on a Mac the modifier is ⌘', () => {
  expect([capOf('mod+KeyK', true), ariaOf('mod+Enter', true), capOf('KeyJ', true)]).toEqual(['⌘ K', 'Meta+Enter', 'J']);
});

test('keys that write a character are told from those that do not', () => {
  expect(['KeyJ', 'Digit0', '/', '?'].every(isCharacter)).toBe(true);
  expect(['Enter', 'Escape', 'ArrowUp', 'mod+KeyK', 'mod+/'].some(isCharacter)).toBe(false);
});
