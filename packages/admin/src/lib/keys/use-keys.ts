import { useEffect, useRef } from 'react';

/**
 * Keys by their place on the keyboard (`KeyJ`, `Digit1`, `ArrowDown`, `Enter`), so that «j» works with the Russian layout too;
 * `mod+` stands for Ctrl or ⌘, `?` and `/` for whatever key writes them.
 */
export type Keys = Record<string, ((event: KeyboardEvent) => void) | undefined>;

const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]';

function writes({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): '/' | '?' | undefined {
  if (key === '/' || key === '?') return key;
  return code === 'Slash' ? (shiftKey ? '?' : '/') : undefined;
}

/** The name of a key as `Keys` has it. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): string {
  const name = event.code === 'NumpadEnter' ? 'Enter' : (writes(event) ?? event.code);
  return event.ctrlKey || event.metaKey ? `mod+${name}` : name;
}

/** Whether plain keys belong to whatever has the focus: a field, an open dialog or list, or (for Enter and Space) a control. */
function taken(event: KeyboardEvent, name: string): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.altKey || event.defaultPrevented || event.isComposing) return true;
  if (name.startsWith('mod+')) return false;
  if (target?.closest(FIELDS) || document.querySelector('[role=dialog][aria-modal=true], [role=menu]')) return true;
  return (name === 'Enter' || name === 'Space') && Boolean(target?.closest('button, a, summary, input, [role=radio], [role=menuitem]'));
}

/** Listens on the whole page while the component is there. A key without a handler is left alone. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const handler = latest.current[name];
      if (!handler || taken(event, name)) return;
      event.preventDefault();
      handler(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
