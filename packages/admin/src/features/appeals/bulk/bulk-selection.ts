import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** What is chosen in one list: appeals by their ids, or everything that a filter finds. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** The filter, as text, of which everything is chosen; of another filter it says nothing. */
  readonly whole: string | null;
  /** Where a range starts. */
  readonly anchor: string | null;
}

const NOTHING: Chosen = { ids: new Set(), whole: null, anchor: null };

/** The choice with one appeal more or less; with `range`, all between the anchor and this one, in the order of the list. */
export function toggled(before: Chosen, id: string, order: readonly string[], range: boolean): Chosen {
  const from = before.anchor === null ? -1 : order.indexOf(before.anchor);
  const to = order.indexOf(id);
  const ids = new Set(before.ids);
  if (range && from !== -1 && to !== -1) {
    for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) ids.add(one);
  } else if (!ids.delete(id)) {
    ids.add(id);
  }
  return { ids, whole: null, anchor: id };
}

// Kept beside the pages: whoever opens an appeal and comes back finds the choice as it was.
const choices = new Map<string, Chosen>();
const listeners = new Set<() => void>();
const set = (place: string, chosen: Chosen): void => {
  choices.set(place, chosen);
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** After a bulk move those that were refused stay chosen. */
export const keepChosen = (place: string, ids: readonly string[]): void => set(place, { ids: new Set(ids), whole: null, anchor: null });

/** Chosen appeals of one list. `filter` is the list's own, `order` the rows on the screen. */
export function useBulkSelection(place: 'queue' | 'appeals', filter: object, order: readonly string[]) {
  const chosen = useSyncExternalStore(subscribe, () => choices.get(place) ?? NOTHING);
  const key = JSON.stringify(filter);
  const whole = chosen.whole === key;
  const toggle = useCallback(
    (id: string, range = false) => {
      const before = choices.get(place) ?? NOTHING;
      // One less of everything is the rows that are on the screen, without it.
      const base = before.whole === key ? { ...before, ids: new Set(order) } : before;
      set(place, toggled(base, id, order, range));
    },
    [place, key, order],
  );
  return useMemo(() => {
    const { ids } = chosen;
    return {
      ids,
      whole,
      any: whole || ids.size > 0,
      has: (id: string) => whole || ids.has(id),
      /** Whether all rows on the screen are chosen, or some. */
      page: { all: order.length > 0 && order.every((id) => whole || ids.has(id)), some: order.some((id) => whole || ids.has(id)) },
      toggle,
      togglePage: () => {
        const all = order.every((id) => whole || ids.has(id));
        const next = new Set(ids);
        for (const id of order) if (all) next.delete(id); else next.add(id);
        set(place, { ids: whole ? new Set() : next, whole: null, anchor: null });
      },
      takeWhole: () => set(place, { ids: new Set(order), whole: key, anchor: null }),
      clear: () => set(place, NOTHING),
    };
  }, [chosen, whole, order, place, key, toggle]);
}
export type BulkSelection = ReturnType<typeof useBulkSelection>;
