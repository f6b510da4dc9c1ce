import { Button, Collapse } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { Icon } from './icons';
import { useNarrow } from './use-narrow';
import classes from './filter-bar.module.css';

/** The filters of a list: in a row where there is room, folded under a button on a narrow screen. */
export function FilterBar({
  search,
  label,
  active,
  clear,
  clearLabel,
  children,
}: {
  /** The search field, always in sight. */
  search?: ReactNode;
  /** «Отбор». */
  label: string;
  /** How many filters are set. */
  active: number;
  clear: () => void;
  clearLabel: string;
  children: ReactNode;
}) {
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const body = useId();
  const reset = active > 0 && (
    <Button variant="subtle" size="compact-sm" onClick={clear}>
      {clearLabel}
    </Button>
  );
  if (!narrow) {
    return (
      <search className={classes.bar} aria-label={label}>
        {search && <div className={classes.search}>{search}</div>}
        {children}
        {reset}
      </search>
    );
  }
  return (
    <search className={classes.narrow} aria-label={label}>
      <div className={classes.row}>
        {search && <div className={classes.search}>{search}</div>}
        <Button
          variant={active > 0 ? 'light' : 'default'}
          size="sm"
          leftSection={<Icon name="filter" size={15} />}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          {active > 0 ? `${label} · ${active}` : label}
        </Button>
      </div>
      <Collapse expanded={open} id={body}>
        <div className={classes.folded}>
          {children}
          {reset}
        </div>
      </Collapse>
    </search>
  );
}
