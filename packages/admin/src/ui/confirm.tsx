import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';
import { Failure } from './failure';
import classes from './confirm.module.css';
import buttons from './dialog-buttons.module.css';

/** Asks before something that cannot be taken back: what will happen, and a button that says it. */
export function Confirm({
  opened,
  close,
  title,
  children,
  action,
  cancelLabel,
  closeLabel,
  busy,
  failure,
  onConfirm,
}: {
  opened: boolean;
  close: () => void;
  title: string;
  children: ReactNode;
  /** What the button does, as a verb. */
  action: string;
  cancelLabel: string;
  closeLabel: string;
  busy: boolean;
  failure?: string | null;
  onConfirm: () => void;
}) {
  return (
    <Dialog opened={opened} close={close} title={title} closeLabel={closeLabel}>
      <div className={classes.body}>
        {failure && <Failure>{failure}</Failure>}
        <div>{children}</div>
        <div className={buttons.buttons}>
          <Button variant="default" onClick={close}>
            {cancelLabel}
          </Button>
          <Button color="red.9" loading={busy} onClick={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
