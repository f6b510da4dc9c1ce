import type { ReactNode } from 'react';
import { Panel } from '../../../ui/page';
import classes from './side.module.css';

/** One part of what stands beside the letter. */
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel label={title} className={classes.block}>
      <h2>{title}</h2>
      {children}
    </Panel>
  );
}
