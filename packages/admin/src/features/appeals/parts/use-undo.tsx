import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { UndoMoveDocument } from '../../../gql/appeals';
import { useErrorText } from '../../../lib/apollo/errors';
import { useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { KeyHint } from '../../../ui/key-hint';
import { messages } from './messages';
import classes from './use-undo.module.css';

/** An appeal after a move: what undoing it needs. */
export interface Moved {
  id: string;
  version: number;
  undoableUntil: string | null;
}

/** A toast that a move is done stands this long when it cannot be taken back, in milliseconds. */
const SHORT_MS = 4000;

/**
 * Tells that a move is done, and offers for its seconds to take it back: by the button, or by Z wherever no field has the focus.
 * @returns `tell(words, after, undone)`; `undone` runs once it was taken back
 */
export function useUndo() {
  const t = useText(messages);
  const errorText = useErrorText();
  const [undo] = useMutation(UndoMoveDocument);
  const [last, setLast] = useState<(() => Promise<void>) | null>(null);
  const over = (one: () => Promise<void>) => setLast((now) => (now === one ? null : now));
  useKeys([last && { keys: 'KeyZ', label: t('undo.last'), group: 'more', run: () => void last() }]);

  return (words: string, after: Moved | null | undefined, undone?: () => void) => {
    const left = after?.undoableUntil ? Date.parse(after.undoableUntil) - Date.now() : 0;
    if (!after || left <= 0) {
      setLast(null);
      notifications.show({ message: words, autoClose: SHORT_MS, withCloseButton: false });
      return;
    }
    const toast = `undo-${after.id}-${after.version}`;
    const run = async () => {
      over(run);
      notifications.hide(toast);
      try {
        const { data } = await undo({ variables: { input: { id: after.id, version: after.version } } });
        const refusal = data?.undoMove.errors[0];
        if (!refusal) undone?.();
        notifications.show({ message: refusal ? refusal.message : t('undo.done'), autoClose: SHORT_MS, ...(refusal && { color: 'red' }) });
      } catch (error) {
        notifications.show({ message: errorText(error), color: 'red' });
      }
    };
    setLast(() => run);
    notifications.show({
      id: toast,
      autoClose: left,
      withCloseButton: false,
      onClose: () => over(run),
      message: (
        <span className={classes.toast}>
          <span>{words}</span>
          <Button size="compact-sm" variant="default" rightSection={<KeyHint>Z</KeyHint>} aria-keyshortcuts="Z" onClick={() => void run()}>
            {t('undo')}
          </Button>
        </span>
      ),
    });
  };
}
