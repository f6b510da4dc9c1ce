import { CloseButton, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';

/**
 * A dialog over the page; on a phone a sheet as wide as the screen, at its lower edge.
 * Its head is no landmark: Mantine's own `header` would be a second banner of the page.
 */
export function Dialog({
  opened,
  close,
  title,
  closeLabel,
  size = 'md',
  guarded = false,
  children,
}: {
  opened: boolean;
  close: () => void;
  title: string;
  closeLabel: string;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  /** Holds what cannot be shown again: neither Escape nor a click beside it closes it, only its buttons. */
  guarded?: boolean;
  children: ReactNode;
}) {
  return (
    <Modal.Root
      opened={opened}
      onClose={close}
      size={size}
      closeOnEscape={!guarded}
      closeOnClickOutside={!guarded}
      classNames={{ inner: classes.inner ?? '', content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <CloseButton aria-label={closeLabel} onClick={close} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
