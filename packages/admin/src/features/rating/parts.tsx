import type { PartFullFragment } from '../../gql/rating';
import { useText } from '../../lib/i18n/use-text';
import { explanationMessages } from './explanation-messages';
import { IntervalBar } from './interval-bar';
import { useFigures } from './use-figures';
import classes from './explanation.module.css';

export const PARTS = ['timeliness', 'quality', 'personal'] as const;
export type PartName = (typeof PARTS)[number];

/** One of the three parts: what was, what was expected, what came of it, and what it brings. */
export function PartCard({ name, part }: { name: PartName; part: PartFullFragment }) {
  const t = useText(explanationMessages);
  const figures = useFigures();
  const share = (value: number | null) => (value === null ? null : figures.percent(value, 1));
  const facts: [string, string | null][] = [
    [t('part.observed'), share(part.observed)],
    [t('part.expected'), share(part.expected)],
    [t('part.adjusted'), share(part.adjusted)],
    [t('part.value'), share(part.value)],
    [
      t('part.interval'),
      part.low === null || part.high === null ? null : `${figures.score(part.low * 100)}–${figures.percent(part.high, 1)}`,
    ],
    [t('part.weight'), figures.percent(part.weight)],
  ];
  return (
    <section className={classes.part} aria-labelledby={`part-${name}`}>
      <h3 id={`part-${name}`}>{t(`part.${name}`)}</h3>
      {part.contribution !== null && (
        <p className={classes.points}>
          {t('part.contribution', { points: figures.score(part.contribution * 100), most: figures.count(part.weight * 100) })}
        </p>
      )}
      {part.value !== null && part.low !== null && part.high !== null && (
        <div className={classes.partBar}>
          <IntervalBar
            value={part.value * 100}
            low={part.low * 100}
            high={part.high * 100}
            mean={part.expected === null ? null : part.expected * 100}
          />
        </div>
      )}
      <p className={classes.hits}>{t(`part.hits.${name}`, { hits: figures.count(part.hits), n: figures.count(part.n) })}</p>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
