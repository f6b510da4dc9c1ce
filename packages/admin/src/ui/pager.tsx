import { Button } from '@mantine/core';
import { Icon } from './icons';
import classes from './pager.module.css';

/** Pages by cursor: forward, and back to the start (the browser's Back goes one page back, since the cursor is in the address). */
export function Pager({
  summary,
  labels,
  onNext,
  onPrevious,
  onStart,
}: {
  /** «Показано 50 из 1 234». */
  summary: string;
  labels: { next: string; previous: string; start: string; nav: string };
  onNext?: (() => void) | undefined;
  onPrevious?: (() => void) | undefined;
  onStart?: (() => void) | undefined;
}) {
  return (
    <nav className={classes.pager} aria-label={labels.nav}>
      <span className={classes.summary} role="status">
        {summary}
      </span>
      <span className={classes.buttons}>
        {onStart && (
          <Button variant="subtle" size="sm" onClick={onStart}>
            {labels.start}
          </Button>
        )}
        {onPrevious && (
          <Button variant="default" size="sm" leftSection={<Icon name="back" size={16} />} onClick={onPrevious}>
            {labels.previous}
          </Button>
        )}
        {onNext && (
          <Button variant="default" size="sm" rightSection={<Icon name="next" size={16} />} onClick={onNext}>
            {labels.next}
          </Button>
        )}
      </span>
    </nav>
  );
}
