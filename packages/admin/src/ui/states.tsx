import { Button, Skeleton, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons';
import classes from './states.module.css';

/** Nothing here: what would be here, and what to do about it. */
export function EmptyState({
  icon = 'inbox',
  title,
  children,
  action,
}: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      <span className={classes.icon}>
        <Icon name={icon} size={28} />
      </span>
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      {children && <p className={classes.text}>{children}</p>}
      {action}
    </div>
  );
}

/** Could not load and nothing is kept: says why, and offers to try again. */
export function ErrorState({
  title,
  text,
  retryLabel,
  onRetry,
}: {
  title: string;
  text: string;
  retryLabel: string;
  onRetry?: () => void;
}) {
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-tone="danger">
        <Icon name="warning" size={28} />
      </span>
      <Title order={2} className={classes.title}>
        {title}
      </Title>
      <p className={classes.text}>{text}</p>
      {onRetry && (
        <Button variant="default" leftSection={<Icon name="refresh" size={16} />} onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}

/** Could not load the newest, while what was there is still shown below. Without `onRetry` where trying again cannot help. */
export function ErrorBar({ text, retryLabel, onRetry }: { text: string; retryLabel: string; onRetry?: (() => void) | undefined }) {
  return (
    <div className={classes.bar} role="alert">
      <Icon name="warning" size={16} />
      <span className={classes.barText}>{text}</span>
      {onRetry && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {retryLabel}
        </Button>
      )}
    </div>
  );
}

/** Grey lines in the shape of a list, while it loads; `label` is told to screen readers. */
export function ListSkeleton({ rows = 8, height = 56, label }: { rows?: number; height?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className={classes.skeleton}>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} height={height} radius="md" />
      ))}
    </div>
  );
}
