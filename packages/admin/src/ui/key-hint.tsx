import classes from './key-hint.module.css';

/** The key that does the same as the control it stands in; seen by those who have a keyboard, said by `aria-keyshortcuts`. */
export function KeyHint({ children }: { children: string }) {
  return (
    <kbd className={classes.key} aria-hidden="true">
      {children}
    </kbd>
  );
}
