import type { ReactNode } from 'react';
import classes from './page.module.css';

/** The usual page: padded, as wide as its content reads well. `wide` for tables. */
export function Page({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      {children}
    </div>
  );
}

/** A white ground with a thin line around. */
export function Panel({ children, label, className }: { children: ReactNode; label?: string; className?: string }) {
  return (
    <section className={className ? `${classes.panel} ${className}` : classes.panel} aria-label={label}>
      {children}
    </section>
  );
}
