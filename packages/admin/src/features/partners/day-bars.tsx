import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { linear } from '../../ui/charts/scale';
import { useText } from '../../lib/i18n/use-text';
import { useNarrow } from '../../ui/use-narrow';
import classes from './day-bars.module.css';
import { usageMessages } from './usage-messages';

/** The parts of a day's bar, from the bottom up. */
const PARTS = ['served', 'refused', 'failed'] as const;
type Part = (typeof PARTS)[number];

/** On the left there is room for «200 тыс.». */
const MARGIN = { top: 14, right: 24, bottom: 28, left: 68 };
const HEIGHT = 210;
/** A name of a day needs this much room, in pixels. */
const NAME_WIDTH = 58;

/** A bar for every day, and a line that they should stay below. Whatever it shows is told in words beside it as well. */
export function DayBars({
  bars,
  top,
  line,
  label,
  tell,
}: {
  bars: readonly { day: string; parts: Partial<Record<Part, number>> }[];
  /** The value at the upper edge. */
  top: number;
  line?: { value: number; label: string } | undefined;
  /** The whole picture in a sentence. */
  label: string;
  /** A day in a sentence, by its place. */
  tell: (at: number) => string;
}) {
  const t = useText(usageMessages);
  const intl = useIntl();
  const narrow = useNarrow();
  const { ref, width: measured } = useElementSize();
  const [told, setTold] = useState<number | null>(null);
  const width = Math.max(260, measured);
  const bottom = HEIGHT - MARGIN.bottom;
  const y = linear([0, top], [bottom, MARGIN.top], 4);
  const step = (width - MARGIN.left - MARGIN.right) / bars.length;
  const bar = Math.min(36, step * 0.72);
  const left = (at: number) => MARGIN.left + step * at + (step - bar) / 2;
  const every = Math.max(1, Math.ceil(NAME_WIDTH / step));
  const name = (day: string) => intl.formatDate(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' }).replace('.', '');
  const dayAt = (pixel: number) => {
    const at = Math.floor((pixel - MARGIN.left) / step);
    return at >= 0 && at < bars.length ? at : null;
  };
  return (
    <>
      <div ref={ref} className={classes.plot}>
        <svg
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={label}
          onPointerMove={(event) => setTold(dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left))}
          onPointerDown={(event) => setTold(dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left))}
          onPointerLeave={(event) => event.pointerType === 'mouse' && setTold(null)}
        >
          {y.ticks.filter(Number.isInteger).map((tick) => (
            <g key={tick}>
              <line className={classes.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
              <text className={classes.tick} x={MARGIN.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
                {intl.formatNumber(tick, { notation: tick >= 10_000 ? 'compact' : 'standard' })}
              </text>
            </g>
          ))}
          {told !== null && (
            <rect className={classes.cursor} x={MARGIN.left + step * told} width={step} y={MARGIN.top} height={bottom - MARGIN.top} />
          )}
          {bars.map(({ day, parts }, at) => {
            let below = 0;
            return (
              <g key={day}>
                {PARTS.map((part) => {
                  const value = parts[part] ?? 0;
                  if (value === 0) return null;
                  const from = below;
                  below += value;
                  const height = Math.max(1.5, y(from) - y(below));
                  return <rect key={part} className={classes.bar} data-part={part} x={left(at)} width={bar} y={y(from) - height} height={height} />;
                })}
                {(bars.length - 1 - at) % every === 0 && (
                  <text className={classes.tick} x={left(at) + bar / 2} y={bottom + 19} textAnchor="middle">
                    {name(day)}
                  </text>
                )}
              </g>
            );
          })}
          {line && (
            <g>
              <line className={classes.limit} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(line.value)} y2={y(line.value)} />
              <text className={classes.limitText} x={width - MARGIN.right} y={y(line.value) - 6} textAnchor="end">
                {line.label}
              </text>
            </g>
          )}
        </svg>
      </div>
      <p className={classes.told} aria-hidden="true">
        {told === null ? t(narrow ? 'hint.narrow' : 'hint') : tell(told)}
      </p>
    </>
  );
}
