import classes from './key-hint.module.css';

/** The key that does the same as the control it stands in; seen by those who have a keyboard, said by `aria-keyshortcuts`. */
export function KeyHint({ children }: { children: string }) {
  return (
    <kbd className={`${classes.key} ${classes.hint}`} aria-hidden="true">
      {children}
    </kbd>
  );
}

/** A key that is itself what is spoken of, as in the list of shortcuts: always seen, and read aloud. */
export function KeyCap({ children }: { children: string }) {
  return <kbd className={classes.key}>{children}</kbd>;
}
