import type { RatingExplanationQuery } from '../../gql/rating';
import { useText } from '../../lib/i18n/use-text';
import { Badge } from '../../ui/badge';
import type { Tone } from '../../ui/tone';
import { explanationMessages } from './explanation-messages';
import { messages } from './messages';
import { groupOf, type Group } from './rating-filter';
import { useFigures } from './use-figures';
import classes from './explanation.module.css';

type Entry = RatingExplanationQuery['ratingExplanation']['entry'];
const TONE: Record<Group, Tone> = { A: 'good', B: 'quiet', C: 'danger', MARKED: 'waiting', FEW_DATA: 'quiet' };

/** The line from 0 to 100 with the mark, its interval and the mean; said in words for those who do not see it. */
function Line({ score, low, high, mean }: { score: number; low: number; high: number; mean: number | null }) {
  const t = useText(explanationMessages);
  const figures = useFigures();
  return (
    <div
      className={classes.line}
      role="img"
      aria-label={t('score.line', {
        score: figures.score(score),
        low: figures.score(low),
        high: figures.score(high),
        mean: mean === null ? '–' : figures.score(mean),
      })}
    >
      <span className={classes.axis} />
      <span className={classes.range} style={{ insetInlineStart: `${low}%`, width: `${high - low}%` }} />
      {mean !== null && <span className={classes.mean} style={{ insetInlineStart: `${mean}%` }} />}
      <span className={classes.dot} style={{ insetInlineStart: `${score}%` }} />
      {[0, 25, 50, 75, 100].map((tick) => (
        <span key={tick} className={classes.tick} style={{ insetInlineStart: `${tick}%` }}>
          {tick}
        </span>
      ))}
    </div>
  );
}

/** The mark and where it stands; for «мало данных» what is missing instead. */
export function Standing({ entry, mean }: { entry: Entry; mean: number | null }) {
  const t = useText(explanationMessages);
  const rating = useText(messages);
  const figures = useFigures();
  const counts = t('counts', {
    answers: figures.count(entry.answers),
    due: figures.count(entry.due),
    inTime: figures.count(entry.inTime),
    marks: figures.count(entry.marks),
  });
  if (entry.score === null || entry.low === null || entry.high === null) {
    return (
      <section className={classes.standing} aria-label={t('score')}>
        <h2>{t('few.title')}</h2>
        <p className={classes.quiet}>{t('few.text', { due: entry.missingDue, marks: entry.missingMarks })}</p>
        <p className={classes.quiet}>{counts}</p>
      </section>
    );
  }
  const group = groupOf(entry);
  return (
    <section className={classes.standing} aria-label={t('score')}>
      <div className={classes.figure}>
        <p className={classes.big}>
          <b>{figures.score(entry.score)}</b> <span>{t('score.of')}</span>
        </p>
        <div>
          <p className={classes.tier}>
            <Badge tone={TONE[group]}>{rating(`group.${group}`)}</Badge>
          </p>
          <p className={classes.quiet}>
            {t('score.interval', { low: figures.score(entry.low), high: figures.score(entry.high) })}
            {mean !== null && ` · ${t('score.mean', { mean: figures.score(mean) })}`}
          </p>
        </div>
      </div>
      <Line score={entry.score} low={entry.low} high={entry.high} mean={mean} />
      <p className={classes.quiet}>
        {counts}
        {entry.outsideLeague && `. ${t('outside')}`}
      </p>
    </section>
  );
}
