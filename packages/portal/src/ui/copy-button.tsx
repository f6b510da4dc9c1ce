import { useState } from 'react';
import { Button } from './button';

/** Copies a text; says so in the button and aloud. Where the browser has no clipboard for us, the text can be selected by hand. */
export function CopyButton({ text, label, done, failed }: { text: string; label: string; done: string; failed: string }) {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      setState(copyBySelection(text) ? 'done' : 'failed');
    }
    setTimeout(() => setState('idle'), 4_000);
  };
  return (
    <>
      <Button look="secondary" onClick={() => void copy()}>{state === 'done' ? `✓ ${done}` : label}</Button>
      <span className={state === 'failed' ? 'copy-failed' : 'unseen'} role="status">
        {state === 'done' ? done : state === 'failed' ? failed : ''}
      </span>
    </>
  );
}

/** The old way, which works without https too. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
  }
}
