import type { FormEvent } from 'react';
import { useState } from 'react';
import type { FeedbackResult } from '../../gql/schema';
import { useAbout } from '../../lib/about';
import type { ApiFailure } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { asFailure } from '../../lib/use-query';
import { useCounter } from '../../lib/use-counter';
import { Button } from '../../ui/button';
import { Radios } from '../../ui/choice';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Scale } from '../../ui/scale';
import type { Given, GivenFeedback, Right } from './give';
import { give, isLate } from './give';

interface QuestionsFormProps {
  right: Right;
  given: GivenFeedback;
  onGiven(given: Given): void;
}

/** Three short questions and a comment after the mark; none has to be answered. */
export function QuestionsForm({ right, given, onGiven }: QuestionsFormProps) {
  const { t, locale } = useTexts();
  const [prompt, setPrompt] = useState(given.prompt === null ? undefined : given.prompt ? ('yes' as const) : ('no' as const));
  const [personal, setPersonal] = useState(given.personal ?? undefined);
  const [result, setResult] = useState<FeedbackResult | undefined>(given.result ?? undefined);
  const [comment, setComment] = useState(given.comment ?? '');
  const [state, setState] = useState<{
    busy?: boolean;
    done?: boolean;
    failure?: ApiFailure;
    refusal?: string | undefined;
    nothing?: boolean;
  }>({});
  const counter = useCounter(comment, useAbout().data?.about.limits.comment);
  const empty = prompt === undefined && personal === undefined && !result && !comment.trim();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (empty) {
      setState({ nothing: true });
      return;
    }
    setState({ busy: true });
    try {
      const answers = { prompt: prompt && prompt === 'yes', personal, result, comment: comment.trim() || undefined };
      const recorded = await give(right, answers, locale);
      const refusal = recorded.errors[0];
      setState(refusal ? { refusal: isLate(right, refusal.code) ? t('mark.late') : refusal.message } : { done: true });
      if (!refusal) onGiven(recorded);
    } catch (error) {
      setState({ failure: asFailure(error) });
    }
  };

  if (state.done) {
    return (
      <Notice tone="good" role="status" title={t('mark.allRecorded')}>
        <p>{t('mark.thanks')}</p>
      </Notice>
    );
  }
  return (
    <form className="stack questions" noValidate onSubmit={(event) => void submit(event)}>
      <h2 className="subheading">{t('mark.more')}</h2>
      <Radios
        id="f-prompt"
        legend={t('mark.prompt')}
        layout="row"
        options={[
          { value: 'yes', label: t('mark.yes') },
          { value: 'no', label: t('mark.no') },
        ]}
        value={prompt}
        onChoose={(value) => setPrompt(value)}
      />
      <Scale
        id="f-personal"
        legend={t('mark.personal')}
        low={t('mark.personal.low')}
        high={t('mark.personal.high')}
        value={personal}
        onChoose={setPersonal}
      />
      <Radios
        id="f-result"
        legend={t('mark.result')}
        layout="row"
        options={[
          { value: 'SOLVED', label: t('mark.solved') },
          { value: 'PARTLY', label: t('mark.partly') },
          { value: 'NOT_SOLVED', label: t('mark.notSolved') },
        ]}
        value={result}
        onChoose={(value) => setResult(value)}
      />
      <TextArea
        id="f-comment"
        label={t('mark.comment')}
        hint={t('mark.comment.hint')}
        value={comment}
        onText={setComment}
        rows={4}
        counter={comment ? counter : undefined}
      />
      {state.failure && <FailureNotice failure={state.failure} about={t('form.notLost')} />}
      {state.nothing && empty && (
        <Notice tone="wrong" role="alert">
          <p>{t('mark.nothing')}</p>
        </Notice>
      )}
      {state.refusal && (
        <Notice tone="wrong" role="alert">
          <p>{state.refusal}</p>
        </Notice>
      )}
      <div className="actions">
        <Button type="submit" busy={state.busy ?? false}>
          {t('mark.send')}
        </Button>
      </div>
    </form>
  );
}
