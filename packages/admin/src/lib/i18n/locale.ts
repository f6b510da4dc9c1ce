import type { Locale } from '../../gql/schema';

const KEY = 'locale';
const listeners = new Set<() => void>();
let current: Locale = kept() ?? 'ru';

function kept(): Locale | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'ru' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

/** The language of the screen: Russian until a person chooses otherwise. */
export function currentLocale(): Locale {
  return current;
}

/** Switches the language and keeps the choice in this browser. */
export function chooseLocale(locale: Locale): void {
  if (locale === current) return;
  current = locale;
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
  for (const listener of listeners) listener();
}

/** Calls back on every switch; returns the way to stop. */
export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
