import { useElementSize } from '@mantine/hooks';
import { linkOptions, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { RatingOverviewQuery } from '../../gql/rating';
import { useText } from '../../lib/i18n/use-text';
import { linear, path } from '../../ui/charts/scale';
import { funnelHalfWidth, type FunnelMethod } from './funnel-limits';
import { messages } from './messages';
import { useExplains } from './use-explains';
import { useFigures } from './use-figures';
import classes from './funnel.module.css';

type Point = RatingOverviewQuery['rating']['funnel'][number];

const MARGIN = { top: 14, right: 16, bottom: 40, left: 40 };

/** A shape for each tier, so that the colour is not needed: up, down, round, hollow. */
function Shape({ tier, x, y }: { tier: Point['tier']; x: number; y: number }) {
  if (tier === 'A') return <path d={`M${x},${y - 5.5}l5.5,9.5h-11z`} />;
  if (tier === 'C') return <path d={`M${x},${y + 5.5}l5.5,-9.5h-11z`} />;
  return <circle cx={x} cy={y} r={4} />;
}

function Legend({ tiers }: { tiers: readonly Point['tier'][] }) {
  const t = useText(messages);
  return (
    <ul className={classes.legend}>
      {tiers.map((tier) => (
        <li key={tier ?? 'none'}>
          <svg width="14" height="14" aria-hidden="true" className={classes.point} data-tier={tier ?? 'none'}>
            <Shape tier={tier} x={7} y={7} />
          </svg>
          {t(tier ? `group.short.${tier}` : 'group.short.MARKED')}
        </li>
      ))}
    </ul>
  );
}

/** Score against number due: whether a difference is more than chance. One stop of the Tab key; the arrows walk through the points. */
export function Funnel({ points, method, period }: { points: readonly Point[]; method: FunnelMethod; period?: string | undefined }) {
  const t = useText(messages);
  const figures = useFigures();
  const explains = useExplains();
  const router = useRouter();
  const navigate = useNavigate();
  const { ref, width: measured } = useElementSize();
  const svg = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const [told, setTold] = useState<Point | null>(null);
  const width = Math.max(280, measured);
  const height = width < 560 ? 260 : 320;
  const sorted = useMemo(() => [...points].sort((a, b) => a.due - b.due || a.score - b.score), [points]);
  const most = Math.max(20, ...points.map(({ due }) => due)) * 1.04;
  const lowest = Math.min(method.mean, ...points.map(({ score }) => score));
  const floor = Math.max(0, Math.floor((lowest - 6) / 10) * 10);
  const x = linear([0, most], [MARGIN.left, width - MARGIN.right], width < 560 ? 4 : 8);
  const y = linear([floor, 100], [height - MARGIN.bottom, MARGIN.top]);
  const band = useMemo(() => {
    const steps = Array.from({ length: 80 }, (_, step) => 1 + (step * (most - 1)) / 79);
    const edge = (sign: 1 | -1) =>
      steps.map((due) => [x(due), y(Math.min(100, Math.max(floor, method.mean + sign * funnelHalfWidth(due, method))))] as const);
    return { high: edge(1), low: edge(-1) };
  }, [most, x, y, method, floor]);
  const say = (point: Point) =>
    t('funnel.point', {
      name: point.name,
      score: figures.score(point.score),
      due: point.due,
      group: t(point.tier ? `group.short.${point.tier}` : 'group.short.MARKED'),
    });
  const target = ({ deputyId }: Point) =>
    explains(deputyId)
      ? linkOptions({ to: '/rating/$deputyId', params: { deputyId }, search: { period } })
      : linkOptions({ to: '/deputies/$id', params: { id: deputyId } });
  const step = (to: number) => {
    const next = Math.min(sorted.length - 1, Math.max(0, to));
    setAt(next);
    svg.current?.querySelectorAll('a')[next]?.focus();
  };
  const keys: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: sorted.length - 1,
  };
  const tiers = (['A', 'B', 'C', null] as const).filter((tier) => points.some((point) => point.tier === tier));
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <h2>{t('funnel')}</h2>
        <p>{t('funnel.text')}</p>
      </figcaption>
      <div ref={ref} className={classes.plot}>
        <svg
          ref={svg}
          width={width}
          height={height}
          role="group"
          aria-label={t('funnel.label', { n: points.length })}
          onKeyDown={(event) => {
            const to = keys[event.key];
            if (to === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            step(to);
          }}
        >
          <g aria-hidden="true">
            <path className={classes.band} d={`${path(band.high)}L${path([...band.low].reverse()).slice(1)}Z`} />
            {y.ticks.map((tick) => (
              <g key={tick}>
                <line className={classes.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
                <text className={classes.tick} x={MARGIN.left - 8} y={y(tick)} dy="0.35em" textAnchor="end">
                  {tick}
                </text>
              </g>
            ))}
            {x.ticks.map((tick) => (
              <text key={tick} className={classes.tick} x={x(tick)} y={height - MARGIN.bottom + 17} textAnchor="middle">
                {tick}
              </text>
            ))}
            <text className={classes.axis} x={width - MARGIN.right} y={height - 5} textAnchor="end">
              {t('funnel.x')} →
            </text>
            <path className={classes.limit} d={path(band.high)} />
            <path className={classes.limit} d={path(band.low)} />
            <line className={classes.mean} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(method.mean)} y2={y(method.mean)} />
            <text className={classes.meanText} x={MARGIN.left + 6} y={y(method.mean)} dy="-0.4em">
              {t('funnel.mean', { mean: figures.score(method.mean) })}
            </text>
          </g>
          {sorted.map((point, index) => (
            <a
              key={point.deputyId}
              className={classes.point}
              data-tier={point.tier ?? 'none'}
              tabIndex={index === Math.min(at, sorted.length - 1) ? 0 : -1}
              href={router.buildLocation(target(point)).publicHref}
              aria-label={say(point)}
              onFocus={() => {
                setAt(index);
                setTold(point);
              }}
              onPointerEnter={() => setTold(point)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                event.preventDefault();
                void navigate(target(point));
              }}
            >
              <circle className={classes.halo} cx={x(point.due)} cy={y(point.score)} r={9} />
              <Shape tier={point.tier} x={x(point.due)} y={y(point.score)} />
            </a>
          ))}
        </svg>
      </div>
      <div className={classes.foot}>
        <Legend tiers={tiers} />
        <p className={classes.told} aria-hidden="true">
          {told ? say(told) : t('funnel.hint')}
        </p>
      </div>
    </figure>
  );
}
