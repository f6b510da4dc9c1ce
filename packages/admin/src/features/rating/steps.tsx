import type { RatingExplanationQuery } from '../../gql/rating';
import { useText } from '../../lib/i18n/use-text';
import { Icon } from '../../ui/icons';
import { explanationMessages } from './explanation-messages';
import { PARTS } from './parts';
import { useFigures } from './use-figures';
import classes from './explanation.module.css';

type Step = RatingExplanationQuery['ratingExplanation']['steps'][number];

/** «Оперативность: что было» says its part once, in the heading above. */
const within = (title: string) => title.slice(title.indexOf(': ') + 1).trim();

function Chain({ title, steps }: { title: string; steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return (
    <div className={classes.chain}>
      <h3>{title}</h3>
      <ol>
        {steps.map((step) => (
          <li key={step.code}>
            <b>{step.part ? within(step.title) : step.title}</b>
            <span>{step.text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The calculation in words, part by part; folded, since most come for the figure alone. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const t = useText(explanationMessages);
  const chain = steps.filter(({ code }) => code !== 'EFFECT');
  return (
    <details className={classes.steps}>
      <summary>
        <Icon name="right" size={16} />
        <h2>{t('steps')}</h2>
      </summary>
      <div className={classes.chains}>
        {PARTS.map((part) => (
          <Chain key={part} title={t(`part.${part}`)} steps={chain.filter((step) => step.part === part)} />
        ))}
        <Chain title={t('steps.whole')} steps={chain.filter((step) => step.part === null)} />
      </div>
    </details>
  );
}

/** «Что поднимет»: what one more answer or mark would change. */
export function Raise({ steps }: { steps: readonly Step[] }) {
  const t = useText(explanationMessages);
  const figures = useFigures();
  const effects = steps.filter(({ code }) => code === 'EFFECT');
  if (effects.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="raise">
      <h2 id="raise">{t('raise')}</h2>
      <p className={classes.quiet}>{t('raise.text')}</p>
      <ul className={classes.effects}>
        {effects.map((step) => (
          <li key={step.part}>
            {step.value !== null && <b>{figures.signed(step.value)}</b>}
            <span>{step.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
