import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import type { Tone } from './tone';
import classes from './badge.module.css';

/** A word on a tinted ground: a status, a state of a deadline. The word carries the meaning, the colour helps. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}

/** A number of things that wait; nothing where nothing waits. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden="true">{count > 999 ? '999+' : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
