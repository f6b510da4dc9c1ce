import type { KeyName } from './names';

/**
 * The headings of the list of shortcuts, in its order: the moves of the open appeal, words being written, steps through a list,
 * what stands beside the moves, and what holds on every screen.
 */
export const SHORTCUT_GROUPS = ['appeal', 'writing', 'list', 'more', 'everywhere'] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

/** A key and what it does; the list of shortcuts and the palette say the same words. */
export interface Shortcut {
  /** One key, or several that do the same. */
  keys: KeyName | readonly KeyName[];
  label: string;
  group: ShortcutGroup;
  /** Without an event where a button or the palette asks for it. */
  run: (event?: KeyboardEvent) => void;
}

/** What stands in the list: without what it does, which may change at every render. */
export interface ListedShortcut {
  keys: readonly KeyName[];
  label: string;
  group: ShortcutGroup;
}

const keysOf = ({ keys }: Shortcut): readonly KeyName[] => (typeof keys === 'string' ? [keys] : keys);
const sameWords = (one: readonly Shortcut[], other: readonly Shortcut[]): boolean => {
  const words = (list: readonly Shortcut[]) => JSON.stringify(list.map((shortcut) => [keysOf(shortcut), shortcut.label, shortcut.group]));
  return words(one) === words(other);
};

/** Every shortcut that holds on the screen now. Of two with one key the one that was there first is meant. */
export class ShortcutRegistry {
  private readonly parts = new Map<symbol, readonly Shortcut[]>();
  private readonly listeners = new Set<() => void>();
  private listed: readonly ListedShortcut[] = [];

  /** What a component offers from now on; an empty list takes its part away. */
  offer(part: symbol, shortcuts: readonly Shortcut[]): void {
    const before = this.parts.get(part) ?? [];
    if (shortcuts.length > 0) this.parts.set(part, shortcuts);
    else this.parts.delete(part);
    if (sameWords(before, shortcuts)) return;
    this.listed = this.list();
    for (const listener of this.listeners) listener();
  }

  /** What the key does now, or undefined. */
  find(key: KeyName): Shortcut['run'] | undefined {
    return this.all().find((shortcut) => keysOf(shortcut).includes(key))?.run;
  }

  /** The same list until a word in it changes. */
  readonly current = (): readonly ListedShortcut[] => this.listed;

  /** Calls back on every change of the list; returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private all(): readonly Shortcut[] {
    return [...this.parts.values()].flat();
  }

  private list(): readonly ListedShortcut[] {
    const taken = new Set<KeyName>();
    return this.all().flatMap((shortcut) => {
      const keys = keysOf(shortcut).filter((key) => !taken.has(key));
      for (const key of keys) taken.add(key);
      return keys.length > 0 ? [{ keys, label: shortcut.label, group: shortcut.group }] : [];
    });
  }
}

/** The one of this page. */
export const shortcuts = new ShortcutRegistry();
