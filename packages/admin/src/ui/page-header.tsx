import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useDocumentTitle } from './document-title';
import classes from './page-header.module.css';

/** The page's heading: what it is, how many, and what can be done. Also the tab's title, and where focus goes on arrival. */
export function PageHeader({
  title,
  count,
  before,
  children,
}: {
  title: string;
  /** How many things the page lists; shown beside the title and in the tab. */
  count?: number | undefined;
  /** Above the title: the way back, where there is depth. */
  before?: ReactNode;
  /** At the right: the page's actions. */
  children?: ReactNode;
}) {
  const number = useIntl().formatNumber(count ?? 0);
  useDocumentTitle(count === undefined ? title : `${title}: ${number}`);
  return (
    <header className={classes.header}>
      {before}
      <div className={classes.row}>
        <Title order={1} tabIndex={-1} className={classes.title}>
          {title}
          {count !== undefined && <span className={classes.count}> {number}</span>}
        </Title>
        {children && <div className={classes.actions}>{children}</div>}
      </div>
    </header>
  );
}
