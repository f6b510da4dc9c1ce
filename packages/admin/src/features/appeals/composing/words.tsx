import { withFields } from './insert';
import classes from './composing.module.css';

/** A letter as it will be read; a field that nobody filled in cannot be missed. */
export function Words({ text }: { text: string }) {
  return withFields(text.trim() || '…').map((part, at) =>
    part.open ? (
      <mark key={at} className={classes.open}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
