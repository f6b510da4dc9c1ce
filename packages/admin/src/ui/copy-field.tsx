import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import classes from './copy-field.module.css';
import { Icon } from './icons';

/** Copies without the clipboard interface, which browsers keep from pages without HTTPS. */
function copySelected(element: HTMLElement): boolean {
  const selection = getSelection();
  selection?.removeAllRanges();
  const range = document.createRange();
  range.selectNodeContents(element);
  selection?.addRange(range);
  return document.execCommand('copy');
}

/** A text to take away: in full, broken where it must be, and a button that copies it and says so. */
export function CopyField({
  label,
  value,
  copyLabel,
  copiedLabel,
  failedLabel,
  primary = false,
  note,
}: {
  label: string;
  value: string;
  copyLabel: string;
  copiedLabel: string;
  /** The text is selected instead, and can be copied by hand. */
  failedLabel: string;
  primary?: boolean;
  note?: ReactNode;
}) {
  const text = useRef<HTMLElement>(null);
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setResult('copied');
    } catch {
      setResult(text.current && copySelected(text.current) ? 'copied' : 'failed');
    }
  };
  return (
    <div className={classes.field} role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      <div className={classes.row}>
        <code ref={text} className={classes.value}>
          {value}
        </code>
        <Button
          size="sm"
          variant={primary ? 'filled' : 'default'}
          {...(primary && { 'data-autofocus': true })}
          leftSection={<Icon name={result === 'copied' ? 'check' : 'copy'} size={16} />}
          onClick={() => void copy()}
        >
          {copyLabel}
        </Button>
      </div>
      <span role="status" className={classes.note}>
        {result === 'copied' ? copiedLabel : result === 'failed' ? failedLabel : note}
      </span>
    </div>
  );
}
