import { useSyncExternalStore } from 'react';

const EVERY = 60_000;
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = new Date();
    for (const each of listeners) each();
  }, EVERY);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function read(): Date {
  if (listeners.size === 0 && Date.now() - now.getTime() > EVERY) now = new Date();
  return now;
}

/** The present, to the minute: one timer serves every age on the screen. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, read);
}
