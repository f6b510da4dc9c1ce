import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { CopyField } from '../../ui/copy-field';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icons';
import { messages } from './messages';
import classes from './partners.module.css';

/** A text that is shown once: closed only by its own buttons, so that no stray key or click loses it. */
export function SecretDialog({
  title,
  warning,
  label,
  secret,
  close,
  children,
}: {
  title: string;
  /** What happens if it is not saved now. */
  warning: string;
  label: string;
  /** Null while there is none to show. */
  secret: string | null;
  close: () => void;
  children?: ReactNode;
}) {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <Dialog opened={secret !== null} close={close} guarded size="lg" title={title} closeLabel={common('action.close')}>
      <p className={classes.warning}>
        <Icon name="warning" size={18} />
        <span>{warning}</span>
      </p>
      <Copy label={label} value={secret ?? ''} primary />
      {children}
      <div className={classes.actions}>
        <Button variant="default" onClick={close}>
          {t('secret.close')}
        </Button>
      </div>
    </Dialog>
  );
}

/** A text with a button that copies it, in the words of this feature. */
export function Copy({ label, value, primary = false, note }: { label: string; value: string; primary?: boolean; note?: ReactNode }) {
  const t = useText(messages);
  return (
    <CopyField
      label={label}
      value={value}
      primary={primary}
      note={note}
      copyLabel={t('copy')}
      copiedLabel={t('copied')}
      failedLabel={t('copy.failed')}
    />
  );
}
