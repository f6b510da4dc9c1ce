import { useSyncExternalStore } from 'react';

const KEY = 'keys.letters';
const listeners = new Set<() => void>();
let on = kept();

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Whether letters and digits alone do something here. */
export const lettersOn = (): boolean => on;

/** Switches them and keeps the choice in this browser. */
export function switchLetters(to: boolean): void {
  on = to;
  try {
    localStorage.setItem(KEY, to ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The same, live. */
export const useLetters = (): boolean => useSyncExternalStore(subscribe, lettersOn);
