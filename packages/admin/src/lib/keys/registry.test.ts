import { expect, test } from 'vitest';
import { ShortcutRegistry, type Shortcut } from './registry';

const shortcut = (keys: Shortcut['keys'], label: string, run = () => undefined): Shortcut => ({ keys, label, group: 'appeal', run });
const labels = (registry: ShortcutRegistry) => registry.current().map(({ label, keys }) => `${keys.join(' ')}: ${label}`);

test('what components offer is listed, and goes when they go', () => {
  const registry = new ShortcutRegistry();
  const [panel, notes] = [Symbol('panel'), Symbol('notes')];
  registry.offer(panel, [shortcut(['Enter', 'mod+Enter'], 'accept')]);
  registry.offer(notes, [shortcut('KeyN', 'note')]);
  expect(labels(registry)).toEqual(['Enter mod+Enter: accept', 'KeyN: note']);
  registry.offer(panel, []);
  expect(labels(registry)).toEqual(['KeyN: note']);
});

test('of two with one key the first one is meant, in the list and under the finger', () => {
  const registry = new ShortcutRegistry();
  const pressed: string[] = [];
  registry.offer(Symbol('form'), [shortcut('mod+Enter', 'send', () => void pressed.push('send'))]);
  registry.offer(Symbol('panel'), [shortcut(['Enter', 'mod+Enter'], 'accept', () => void pressed.push('accept'))]);
  expect(labels(registry)).toEqual(['mod+Enter: send', 'Enter: accept']);
  registry.find('mod+Enter')?.();
  registry.find('Enter')?.();
  expect(registry.find('KeyX')).toBeUndefined();
  expect(pressed).toEqual(['send', 'accept']);
});

test('a new render changes what is done, and the list only when a word of it changes', () => {
  const registry = new ShortcutRegistry();
  const panel = Symbol('panel');
  let told = 0;
  registry.subscribe(() => void (told += 1));
  let done = 0;
  registry.offer(panel, [shortcut('KeyR', 'reject', () => void (done = 1))]);
  const list = registry.current();
  registry.offer(panel, [shortcut('KeyR', 'reject', () => void (done = 2))]);
  expect(registry.current()).toBe(list);
  registry.find('KeyR')?.();
  expect([done, told]).toEqual([2, 1]);
  registry.offer(panel, [shortcut('KeyR', 'Отклонить')]);
  expect([labels(registry), told]).toEqual([['KeyR: Отклонить'], 2]);
});
