/** One named value in the browser's storage. A browser that forbids storage (private mode, full disk) forgets at a reload. */
export interface Slot<T> {
  read(): T | undefined;
  write(value: T): void;
  clear(): void;
}

export const STORAGE_AREAS = ['localStorage', 'sessionStorage'] as const;
/** `localStorage` outlives the browser; `sessionStorage` ends with the tab. */
export type StorageArea = (typeof STORAGE_AREAS)[number];

const PREFIX = 'voter-deputy.';
/** What a browser without storage keeps at least until the page is left: nobody may lose the code of a letter just sent. */
const memory = new Map<string, string>();

/**
 * A slot called `name`; `accept` turns what was stored, perhaps by an older version of the page, into a value of today,
 * or into undefined when nothing can be made of it.
 */
export function slot<T>(area: StorageArea, name: string, accept: (stored: unknown) => T | undefined): Slot<T> {
  const key = PREFIX + name;
  return {
    read: () => {
      const stored = attempt(() => globalThis[area].getItem(key)) ?? memory.get(key);
      return stored === undefined ? undefined : attempt(() => accept(JSON.parse(stored) as unknown));
    },
    write: (value) => {
      const text = JSON.stringify(value);
      const kept = attempt(() => {
        globalThis[area].setItem(key, text);
        return true;
      });
      if (!kept) memory.set(key, text);
    },
    clear: () => {
      memory.delete(key);
      attempt(() => globalThis[area].removeItem(key));
    },
  };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** The stored object as loose fields, for the `accept` functions of slots. */
export const fieldsOf = (stored: unknown): Record<string, unknown> =>
  typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};

/** A stored text, or an empty one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
