import type { RefObject } from 'react';
import { inserted, type Selection } from './insert';

/** Puts templates into a text where its cursor stands, and leads the cursor. */
export function useInsert(field: RefObject<HTMLTextAreaElement | null>, text: string, change: (text: string) => void) {
  const select = ({ start, end }: Selection) => {
    // The words are on the screen first.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(start, end);
    });
  };
  const insert = (template: string) => {
    const at = { start: field.current?.selectionStart ?? text.length, end: field.current?.selectionEnd ?? text.length };
    const after = inserted(text, at, template);
    change(after.text);
    select(after.select);
  };
  return { insert, select };
}
