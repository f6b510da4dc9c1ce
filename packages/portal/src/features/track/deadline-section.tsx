import type { TrackedAppealFragment } from '../../gql/documents';
import { daysBetween, todayIn } from '../../lib/texts/dates';
import { useTexts } from '../../lib/texts/texts';

/** By when the answer comes, and why by then. */
export function DeadlineSection({ appeal }: { appeal: TrackedAppealFragment }) {
  const { t, day } = useTexts();
  if (!appeal.dueOn) return null;
  const left = daysBetween(todayIn(appeal.region.timeZone), appeal.dueOn);
  const open = ['REGISTERED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED', 'SUBMITTED', 'CLARIFICATION'].includes(appeal.status);
  if (!open) return null;
  return (
    <section>
      <h2 className="subheading">{t('track.due')}</h2>
      <p className="due">{t('track.dueBy')} <strong className="due__day">{day(appeal.dueOn)}</strong></p>
      <p className={left < 0 ? 'field__error' : 'soft'}>
        {left > 0 ? t('track.daysLeft', { count: left }) : left === 0 ? t('track.dueToday') : t('track.daysLate', { count: -left })}
      </p>
      {appeal.deadline && appeal.deadline.steps.length > 0 && (
        <details className="details">
          <summary>{t('track.why')}</summary>
          <ol className="details__steps">
            {appeal.deadline.steps.map((step) => (
              <li key={`${step.code} ${step.day}`}>{step.text}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
