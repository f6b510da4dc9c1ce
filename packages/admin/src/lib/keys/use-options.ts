import { useId, useState, type KeyboardEvent } from 'react';

/**
 * A field with a list under it: arrows and Enter choose while the focus stays in the field, and a screen reader hears the option.
 * @param count how many options are shown
 * @param choose is called with the place of the chosen one
 */
export function useOptions(count: number, choose: (at: number) => void) {
  const list = useId();
  const [at, setAt] = useState(0);
  const active = Math.max(0, Math.min(at, count - 1));
  return {
    /** To the first one again, when the words change. */
    reset: () => setAt(0),
    field: {
      role: 'combobox' as const,
      'aria-expanded': count > 0,
      'aria-controls': list,
      'aria-activedescendant': count > 0 ? `${list}-${active}` : undefined,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown') setAt(Math.min(active + 1, count - 1));
        else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
        else if (event.key === 'Enter' && count > 0) choose(active);
        else return;
        event.preventDefault();
      },
    },
    list: { role: 'listbox' as const, id: list },
    option: (place: number) => ({
      id: `${list}-${place}`,
      role: 'option' as const,
      tabIndex: -1,
      'aria-selected': place === active,
      ref: (element: HTMLElement | null) => {
        if (place === active) element?.scrollIntoView({ block: 'nearest' });
      },
      onClick: () => choose(place),
    }),
  };
}
