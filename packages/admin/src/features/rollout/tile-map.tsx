import { Link } from '@tanstack/react-router';
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useDays } from '../../lib/format/use-days';
import { useCommonText, useText } from '../../lib/i18n/use-text';
import { useNarrow } from '../../ui/use-narrow';
import { messages } from './messages';
import { STAGES, type RegionRow, type Rollout } from './regions';
import classes from './tile-map.module.css';

const STEPS: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The nearest tile in the direction of the arrow; a straight way is worth more than a short one. */
function neighbour(rows: readonly RegionRow[], from: RegionRow, [dx, dy]: [number, number]): RegionRow | undefined {
  const cost = ({ region }: RegionRow) => {
    const along = (region.tileColumn - from.region.tileColumn) * dx + (region.tileRow - from.region.tileRow) * dy;
    const across = Math.abs((region.tileColumn - from.region.tileColumn) * dy) + Math.abs((region.tileRow - from.region.tileRow) * dx);
    return along <= 0 ? Infinity : along + across * 2;
  };
  const best = rows.reduce<{ row: RegionRow | undefined; cost: number }>(
    (found, row) => (cost(row) < found.cost ? { row, cost: cost(row) } : found),
    { row: undefined, cost: Infinity },
  );
  return best.row;
}

function Details({ row }: { row: RegionRow }) {
  const t = useText(messages);
  const common = useCommonText();
  const days = useDays();
  const facts = [
    t('map.tile', { name: row.region.name, stage: common(`stage.${row.stage}`), day: days.day(row.since), connected: row.connected }).slice(
      row.region.name.length + 2,
    ),
    row.planned > 0 ? t('map.planned', { n: row.planned }) : '',
    t('map.appeals', { n: row.appeals }),
  ];
  return (
    <div className={classes.details}>
      <h3>{row.region.name}</h3>
      <p>{facts.filter(Boolean).join(', ')}</p>
      <p className={classes.links}>
        <Link to="/deputies" search={{ region: [row.region.code] }}>
          {t('map.deputies')}
        </Link>
        <Link to="/appeals" search={{ region: [row.region.code] }}>
          {t('map.open')}
        </Link>
      </p>
    </div>
  );
}

/** The regions where they lie, a tile each. Colour, letter and pattern say the stage; one stop of the Tab key, arrows move on. */
export function TileMap({ rollout }: { rollout: Rollout }) {
  const t = useText(messages);
  const common = useCommonText();
  const intl = useIntl();
  const days = useDays();
  const narrow = useNarrow();
  const grid = useRef<HTMLDivElement>(null);
  const { regions } = rollout;
  const [code, setCode] = useState<string | null>(null);
  const current = regions.find((row) => row.region.code === code);
  const stop = current ?? regions.find((row) => row.stage === 'PILOT') ?? regions[0];
  const move = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (!by || !stop) return;
    event.preventDefault();
    event.stopPropagation();
    const next = neighbour(regions, stop, by);
    if (next) grid.current?.querySelector<HTMLElement>(`[data-code="${next.region.code}"]`)?.focus();
  };
  const columns = Math.max(...regions.map((row) => row.region.tileColumn)) + 1;
  return (
    <section className={classes.section} aria-labelledby="map">
      <h2 id="map">{t('map')}</h2>
      <ul className={classes.legend}>
        {STAGES.map((stage) => {
          const n = rollout.stages.find((one) => one.stage === stage)?.regions ?? 0;
          return (
            n > 0 && (
              <li key={stage}>
                <span className={classes.swatch} data-stage={stage} aria-hidden="true">
                  {t(`stage.letter.${stage}`)}
                </span>
                {common(`stage.${stage}`)}: {intl.formatNumber(n)}
              </li>
            )
          );
        })}
      </ul>
      <div
        ref={grid}
        role="group"
        aria-label={t('map')}
        className={classes.grid}
        style={{ '--columns': columns } as CSSProperties}
        onKeyDown={move}
      >
        {regions.map((row) => {
          const label = t('map.tile', {
            name: row.region.name,
            stage: common(`stage.${row.stage}`),
            day: days.day(row.since),
            connected: row.connected,
          });
          return (
            <button
              key={row.region.code}
              type="button"
              data-code={row.region.code}
              data-stage={row.stage}
              className={classes.tile}
              title={label}
              aria-label={label}
              aria-pressed={row === current}
              tabIndex={row === stop ? 0 : -1}
              style={{ gridColumn: row.region.tileColumn + 1, gridRow: row.region.tileRow + 1 }}
              onFocus={() => setCode(row.region.code)}
              onClick={() => setCode(row.region.code)}
            >
              {/* Written by the style sheet: the name of the button is the sentence, of which these are shorthand. */}
              <span className={classes.letter} data-text={t(`stage.letter.${row.stage}`)} />
              <span className={classes.number} data-text={row.region.number} />
              <span className={classes.connected} data-text={row.connected === 0 ? '' : intl.formatNumber(row.connected)} />
            </button>
          );
        })}
      </div>
      <div className={classes.under}>
        {current ? <Details row={current} /> : <p className={classes.hint}>{t(narrow ? 'map.hint.narrow' : 'map.hint')}</p>}
      </div>
    </section>
  );
}
