import classes from './interval-bar.module.css';

/** A value on a line from `from` to 100 with the interval around it; the same stands in words beside it. */
export function IntervalBar({
  value,
  low,
  high,
  mean,
  from = 0,
}: {
  value: number;
  low: number;
  high: number;
  mean?: number | null;
  from?: number;
}) {
  const at = (point: number) => Math.min(100, Math.max(0, ((point - from) / (100 - from)) * 100));
  return (
    <span className={classes.track} aria-hidden="true">
      <span className={classes.range} style={{ insetInlineStart: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      {mean !== undefined && mean !== null && <span className={classes.mean} style={{ insetInlineStart: `${at(mean)}%` }} />}
      <span className={classes.dot} style={{ insetInlineStart: `${at(value)}%` }} />
    </span>
  );
}
