import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { Link, Redirect, useLocation, useSearchParams } from 'wouter';
import { useTexts } from '../../lib/texts/texts';
import { useTitle } from '../../lib/title';
import { Button } from '../../ui/button';
import { ErrorSummary } from '../../ui/error-summary';
import { Heading } from '../../ui/heading';
import { useDraft } from './draft-context';
import type { FieldMessage, Step } from './steps';
import { fieldId, firstIncompleteBefore, problemsOf, STEP_PATHS, stepOfField, STEPS } from './steps';

/** A link to a step that comes back to the last one when it is done. */
export const changePath = (step: Step): string => `${STEP_PATHS[step]}?change`;

interface StepPageProps {
  step: Exclude<Step, 'check'>;
  heading: string;
  lead?: string;
  children(errorOf: (field: string) => string | undefined): ReactNode;
}

/** One step of the letter: heading with its place, what is wrong, the fields, one button. */
export function StepPage({ step, heading, lead, children }: StepPageProps) {
  const { t } = useTexts();
  const { draft, rules, refused, setRefused } = useDraft();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const changing = search.has('change');
  const [messages, setMessages] = useState<readonly FieldMessage[]>(() => refused.filter((one) => stepOfField(one.field) === step));
  // What has been put right meanwhile is no longer wrong; a new problem waits for the next press. A refusal of the server stays.
  const still = problemsOf(step, draft, rules).map((one) => one.field);
  const problems = messages
    .filter((one) => refused.includes(one) || still.includes(one.field))
    .map(({ field, text }) => ({ fieldId: fieldId(field), text }));
  const incomplete = firstIncompleteBefore(step, draft, rules);
  if (incomplete) return <Redirect to={STEP_PATHS[incomplete]} replace />;

  const goOn = (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf(step, draft, rules).map(({ field, key, values }) => ({ field, text: t(key, values) }));
    setMessages(found);
    if (found.length) return;
    const left = refused.filter((one) => stepOfField(one.field) !== step);
    setRefused(left);
    const nextRefused = left.map((one) => stepOfField(one.field)).find((other) => other !== 'check');
    if (nextRefused) navigate(changePath(nextRefused));
    else navigate(changing ? STEP_PATHS.check : STEP_PATHS[STEPS[STEPS.indexOf(step) + 1]!]);
  };

  return (
    <div className="page stack">
      <StepTop step={step} />
      <StepHeading step={step} heading={heading} />
      {lead && <p className="lead">{lead}</p>}
      <form className="stack" noValidate onSubmit={goOn}>
        <ErrorSummary title={t('form.putRight')} problems={problems} attempt={messages} />
        {children((field) => problems.find((one) => one.fieldId === fieldId(field))?.text)}
        <div className="actions">
          <Button type="submit">{changing ? t('write.backToCheck') : t('write.next')}</Button>
        </div>
      </form>
    </div>
  );
}

/** The way back, and how far the letter has come. */
export function StepTop({ step }: { step: Step }) {
  const { t } = useTexts();
  const index = STEPS.indexOf(step);
  return (
    <div>
      <p className="back">
        <Link href={index === 0 ? '/' : STEP_PATHS[STEPS[index - 1]!]}>
          <span aria-hidden="true">←</span>
          {t('write.back')}
        </Link>
      </p>
      <div className="progress" aria-hidden="true">
        {STEPS.map((one, i) => (
          <span key={one} className={i <= index ? 'progress__part progress__part--done' : 'progress__part'} />
        ))}
      </div>
    </div>
  );
}

export function StepHeading({ step, heading }: { step: Step; heading: string }) {
  const { t } = useTexts();
  const above = t('write.step', { step: STEPS.indexOf(step) + 1, total: STEPS.length });
  return (
    <Heading above={above} title={useTitle(`${above}: ${heading}`)}>
      {heading}
    </Heading>
  );
}
