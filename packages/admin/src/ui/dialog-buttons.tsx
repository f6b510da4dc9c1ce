import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog-buttons.module.css';

/** The end of a form in a dialog: away from it, and the button that sends it. */
export function DialogButtons({ close, cancelLabel, busy, children }: { close: () => void; cancelLabel: string; busy: boolean; children: ReactNode }) {
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={close}>
        {cancelLabel}
      </Button>
      <Button type="submit" loading={busy}>
        {children}
      </Button>
    </div>
  );
}
