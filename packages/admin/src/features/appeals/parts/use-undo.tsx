import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
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

/** A move that can still be taken back. Under a later one its toast is hidden, so that toasts never pile up over the letter. */
interface Step {
  toast: string;
  words: string;
  until: number;
  covered: boolean;
  run: () => Promise<void>;
}

/**
 * Tells that a move is done, and offers for its seconds to take it back: by the button, or by Z wherever no field has the focus;
 * pressed again, Z takes back the move before.
 * @returns `tell(words, after, undone)`; `undone` runs once it was taken back
 */
export function useUndo() {
  const t = useText(messages);
  const errorText = useErrorText();
  const [undo] = useMutation(UndoMoveDocument);
  const steps = useRef<readonly Step[]>([]);
  const [last, setLast] = useState<Step | null>(null);
  useKeys([last && { keys: 'KeyZ', label: t('undo.last'), group: 'more', run: () => void last.run() }]);

  const keep = (kept: readonly Step[]) => {
    steps.current = kept;
    setLast(kept.at(-1) ?? null);
  };
  const show = (step: Step) => {
    step.covered = false;
    notifications.show({
      id: step.toast,
      autoClose: step.until - Date.now(),
      withCloseButton: false,
      onClose: () => {
        if (!step.covered) keep(steps.current.filter((one) => one !== step));
      },
      message: (
        <span className={classes.toast}>
          <span>{step.words}</span>
          <Button size="compact-sm" variant="default" rightSection={<KeyHint>Z</KeyHint>} aria-keyshortcuts="Z" onClick={() => void step.run()}>
            {t('undo')}
          </Button>
        </span>
      ),
    });
  };
  const cover = () => {
    const before = steps.current.at(-1);
    if (!before) return;
    before.covered = true;
    notifications.hide(before.toast);
  };

  return (words: string, after: Moved | null | undefined, undone?: () => void) => {
    const until = after?.undoableUntil ? Date.parse(after.undoableUntil) : 0;
    if (!after || until <= Date.now()) {
      notifications.show({ message: words, autoClose: SHORT_MS, withCloseButton: false });
      return;
    }
    const step: Step = {
      toast: `undo-${after.id}-${after.version}`,
      words,
      until,
      covered: false,
      run: async () => {
        notifications.hide(step.toast);
        keep(steps.current.filter((one) => one !== step && one.until > Date.now()));
        try {
          const { data } = await undo({ variables: { input: { id: after.id, version: after.version } } });
          const refusal = data?.undoMove.errors[0];
          if (!refusal) undone?.();
          notifications.show({ message: refusal ? refusal.message : t('undo.done'), autoClose: SHORT_MS, ...(refusal && { color: 'red' }) });
        } catch (error) {
          notifications.show({ message: errorText(error), color: 'red' });
        }
        const before = steps.current.at(-1);
        if (before?.covered && before.until > Date.now()) show(before);
      },
    };
    cover();
    keep([...steps.current.filter((one) => one.until > Date.now()), step]);
    show(step);
  };
}
