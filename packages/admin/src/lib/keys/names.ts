/**
 * Keys by their place on the keyboard (`KeyJ`, `Digit1`, `ArrowDown`, `Enter`), so that «j» works with the Russian layout too;
 * `mod+` stands for Ctrl or ⌘, `?` and `/` for whatever key writes them.
 */
export type KeyName = string;

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

function writes({ key, code, shiftKey }: Pick<Press, 'key' | 'code' | 'shiftKey'>): '/' | '?' | undefined {
  if (key === '/' || key === '?') return key;
  return code === 'Slash' ? (shiftKey ? '?' : '/') : undefined;
}

/** The name of a key as a shortcut has it. */
export function nameOf(event: Press): KeyName {
  const name = event.code === 'NumpadEnter' ? 'Enter' : (writes(event) ?? event.code);
  return event.ctrlKey || event.metaKey ? `mod+${name}` : name;
}

const CAPS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };
const cap = (name: KeyName): string => CAPS[name] ?? name.replace(/^(Key|Digit)/, '');

/** Whether the person's keyboard has ⌘ where others have Ctrl. */
const HAS_COMMAND = /^(Mac|iP)/.test(navigator.platform);

/** What is written on the modifier. */
export const MOD = modOf(HAS_COMMAND);

export function modOf(hasCommand: boolean): '⌘' | 'Ctrl' {
  return hasCommand ? '⌘' : 'Ctrl';
}

/** What stands on the key: `KeyJ` is «J», `mod+Enter` is «Ctrl Enter», on a Mac «⌘ Enter». */
export function capOf(name: KeyName, hasCommand = HAS_COMMAND): string {
  return name.startsWith('mod+') ? `${modOf(hasCommand)} ${cap(name.slice(4))}` : cap(name);
}

/** The same for `aria-keyshortcuts`. */
export function ariaOf(name: KeyName, hasCommand = HAS_COMMAND): string {
  return name.replace(/^mod\+/, hasCommand ? 'Meta+' : 'Control+').replace(/(Key|Digit)(?=.$)/, '');
}

/** Whether the key alone writes a character: such keys can be switched off by those whose voice or switch presses them unasked (WCAG 2.1.4). */
export const isCharacter = (name: KeyName): boolean => /^(Key.|Digit.|\/|\?)$/.test(name);
