import type { ReactNode } from 'react';
import classes from './tabs-nav.module.css';

/** Views of one list, as links in a row; each link inside sets `data-active` on itself when it is the current one. */
export function TabsNav({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {children}
    </nav>
  );
}

export const tabClass = classes.tab ?? '';
