import { useSyncExternalStore } from 'react';

let live = true;
const listeners = new Set<() => void>();

/** Told by the socket: whether events arrive. */
export function reportConnection(now: boolean): void {
  if (now === live) return;
  live = now;
  for (const listener of listeners) listener();
}

/** False while the live connection is lost and being restored. */
export function useConnection(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => live,
  );
}
