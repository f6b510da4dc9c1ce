import { Table } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useDays } from '../../lib/format/use-days';
import { useText } from '../../lib/i18n/use-text';
import { linear, path } from '../../ui/charts/scale';
import { messages } from './messages';
import { byMonth, type Rollout } from './regions';
import classes from './growth-chart.module.css';

type Day = Rollout['progress'][number];

const MARGIN = { top: 20, right: 96, bottom: 30, left: 52 };
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The first day of each month after `from`, up to `to`. */
function months(from: string, to: string): string[] {
  const found: string[] = [];
  const date = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  for (;;) {
    date.setUTCMonth(date.getUTCMonth() + 1);
    const day = date.toISOString().slice(0, 10);
    if (day > to) return found;
    found.push(day);
  }
}

/** A stair: the number holds until the next day on which somebody joined. */
function stair(days: readonly Day[], x: (day: string) => number, y: (value: number) => number): [number, number][] {
  return days.flatMap((one, index) => {
    const before = days[index - 1];
    const here: [number, number] = [x(one.day), y(one.connected)];
    return before ? [[x(one.day), y(before.connected)] as [number, number], here] : [here];
  });
}

/** Plan against fact, as one big line; a table behind it says the same. */
export function GrowthChart({ progress, pilotStart }: { progress: readonly Day[]; pilotStart: string | undefined }) {
  const t = useText(messages);
  const intl = useIntl();
  const days = useDays();
  const { ref, width: measured } = useElementSize();
  const [told, setTold] = useState<Day | null>(null);
  const width = Math.max(280, measured);
  const narrow = width < 560;
  const height = narrow ? 250 : 360;
  const first = progress[0];
  const last = progress.at(-1);
  const table = useMemo(() => byMonth(progress), [progress]);
  if (!first || !last) return null;
  const most = Math.max(last.connected, last.planned) * 1.06;
  const time = linear([at(first.day), at(last.day)], [MARGIN.left, width - MARGIN.right]);
  const x = (day: string) => time(at(day));
  const y = linear([0, most], [height - MARGIN.bottom, MARGIN.top], narrow ? 4 : 6);
  const fact = stair(progress, x, y);
  const bottom = height - MARGIN.bottom;
  const marks = months(first.day, last.day);
  const every = narrow ? 2 : 1;
  const nearest = (pixel: number) =>
    progress.reduce((best, one) => (Math.abs(x(one.day) - pixel) < Math.abs(x(best.day) - pixel) ? one : best), first);
  const month = (day: string) => intl.formatDate(new Date(`${day}T00:00:00Z`), { month: 'short', timeZone: 'UTC' }).replace('.', '');
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <h2>{t('chart')}</h2>
      </figcaption>
      <div ref={ref} className={classes.plot}>
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t('chart.label', { planned: last.planned, connected: last.connected })}
          onPointerMove={(event) => setTold(nearest(event.clientX - event.currentTarget.getBoundingClientRect().left))}
          onPointerLeave={() => setTold(null)}
        >
          {y.ticks.map((tick) => (
            <g key={tick}>
              <line className={classes.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
              <text className={classes.tick} x={MARGIN.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
                {intl.formatNumber(tick)}
              </text>
            </g>
          ))}
          {marks.map(
            (day, index) =>
              index % every === 0 && (
                <text key={day} className={classes.tick} x={x(day)} y={bottom + 19} textAnchor="middle">
                  {month(day)}
                </text>
              ),
          )}
          <path className={classes.area} d={`${path(fact)}L${x(last.day).toFixed(1)},${bottom}L${x(first.day).toFixed(1)},${bottom}Z`} />
          <line className={classes.plan} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(last.planned)} y2={y(last.planned)} />
          <text className={classes.planText} x={width - MARGIN.right + 6} y={y(last.planned)} dy="0.35em">
            {t('chart.plan', { planned: last.planned })}
          </text>
          {pilotStart && pilotStart >= first.day && (
            <g>
              <line className={classes.milestone} x1={x(pilotStart)} x2={x(pilotStart)} y1={MARGIN.top - 8} y2={bottom} />
              <text className={classes.tick} x={x(pilotStart) + 6} y={MARGIN.top - 2}>
                {t('chart.pilot', { day: days.day(pilotStart) })}
              </text>
            </g>
          )}
          <path className={classes.fact} d={path(fact)} />
          <circle className={classes.end} cx={x(last.day)} cy={y(last.connected)} r={5} />
          <text className={classes.endText} x={x(last.day) + 9} y={y(last.connected)} dy="0.35em">
            {intl.formatNumber(last.connected)}
          </text>
          <text className={classes.tick} x={x(last.day) + 9} y={y(last.connected) + 17} dy="0.2em">
            {t('chart.fact')}
          </text>
          {told && (
            <g>
              <line className={classes.cursor} x1={x(told.day)} x2={x(told.day)} y1={MARGIN.top} y2={bottom} />
              <circle className={classes.end} cx={x(told.day)} cy={y(told.connected)} r={5} />
            </g>
          )}
        </svg>
      </div>
      <p className={classes.told} aria-hidden="true">
        {told ? t('chart.at', { day: days.day(told.day), connected: told.connected, planned: told.planned }) : t('chart.hint')}
      </p>
      <details className={classes.table}>
        <summary>{t('chart.table')}</summary>
        <Table>
          <caption className="visually-hidden">{t('chart')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('chart.day')}</Table.Th>
              <Table.Th scope="col">{t('chart.planned')}</Table.Th>
              <Table.Th scope="col">{t('chart.connected')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.map((one) => (
              <Table.Tr key={one.day}>
                <Table.Td>{days.day(one.day)}</Table.Td>
                <Table.Td>{intl.formatNumber(one.planned)}</Table.Td>
                <Table.Td>{intl.formatNumber(one.connected)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </details>
    </figure>
  );
}
