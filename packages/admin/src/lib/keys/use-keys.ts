import { useEffect, useState, useSyncExternalStore } from 'react';
import { lettersOn } from './letters';
import { isCharacter, nameOf, type KeyName } from './names';
import { shortcuts, type ListedShortcut, type Shortcut } from './registry';

const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]';

/** Whether the key belongs to whatever has the focus: an open dialog or list, or (a plain one) a field, or (Enter and Space) a control. */
function taken(event: KeyboardEvent, name: KeyName): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.altKey || event.defaultPrevented || event.isComposing) return true;
  if (document.querySelector('[role=dialog][aria-modal=true], [role=menu]')) return true;
  if (name.startsWith('mod+')) return false;
  if (target?.closest(FIELDS) || (isCharacter(name) && !lettersOn())) return true;
  return (name === 'Enter' || name === 'Space') && Boolean(target?.closest('button, a, summary, input, [role=radio], [role=menuitem]'));
}

let users = 0;
function listen(event: KeyboardEvent): void {
  const name = nameOf(event);
  const run = shortcuts.find(name);
  if (!run || taken(event, name)) return;
  event.preventDefault();
  run(event);
}

/** Shortcuts that hold on the whole page while the component is there. What is false or undefined among them does not hold now. */
export function useKeys(offered: readonly (Shortcut | false | null | undefined)[]): void {
  const [part] = useState(() => Symbol('keys'));
  useEffect(() => {
    shortcuts.offer(part, offered.filter((one) => one !== false && one !== null && one !== undefined));
  });
  useEffect(() => {
    if (users === 0) document.addEventListener('keydown', listen);
    users += 1;
    return () => {
      users -= 1;
      if (users === 0) document.removeEventListener('keydown', listen);
      shortcuts.offer(part, []);
    };
  }, [part]);
}

/** Every shortcut of the screen, live. */
export const useShortcuts = (): readonly ListedShortcut[] => useSyncExternalStore(shortcuts.subscribe, shortcuts.current);

/** Does what the key does now, as if it had been pressed: for a button elsewhere, and for the palette. */
export function press(key: KeyName): void {
  shortcuts.find(key)?.();
}
