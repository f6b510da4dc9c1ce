import type { ReactNode } from 'react';
import { Icon } from './icons';
import classes from './failure.module.css';

/** What went wrong with a form as a whole, above its fields; said at once by a screen reader. */
export function Failure({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className={classes.failure}>
      <Icon name="warning" size={18} />
      <div>{children}</div>
    </div>
  );
}
