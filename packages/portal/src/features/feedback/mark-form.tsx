import { useState } from 'react';
import type { ApiFailure } from '../../lib/api';
import { FailureNotice } from '../../lib/failure-notice';
import { useTexts } from '../../lib/texts/texts';
import { asFailure } from '../../lib/use-query';
import { Faces } from '../../ui/faces';
import { Notice } from '../../ui/notice';
import type { Given, GivenFeedback, Right } from './give';
import { give, isLate } from './give';
import { useMarkWords } from './mark-words';
import { QuestionsForm } from './questions-form';

interface MarkFormProps {
  right: Right;
  /** What has been recorded so far; undefined before the first mark. */
  given: GivenFeedback | undefined;
  /** Told of each record, with the right to go on. */
  onGiven(given: Given): void;
  /** Told when the server refuses; true when the caller shows it in its own way. */
  onRefused?(codes: string[]): boolean;
}

/** Five faces; one press records the mark. Then three short questions, for who likes. */
export function MarkForm({ right, given, onGiven, onRefused }: MarkFormProps) {
  const { t, locale } = useTexts();
  const words = useMarkWords();
  const [pressed, setPressed] = useState<number>();
  const [failure, setFailure] = useState<ApiFailure>();
  const [refusal, setRefusal] = useState<string>();

  const mark = async (quality: number) => {
    setPressed(quality);
    setFailure(undefined);
    setRefusal(undefined);
    try {
      const result = await give(right, { quality }, locale);
      if (!result.errors.length) onGiven(result);
      else if (!onRefused?.(result.errors.map((error) => error.code)))
        setRefusal(isLate(right, result.errors[0]?.code) ? t('mark.late') : result.errors[0]?.message);
    } catch (error) {
      const failed = asFailure(error);
      if (!(failed.reason && onRefused?.([failed.reason]))) setFailure(failed);
    }
    setPressed(undefined);
  };

  return (
    <div className="stack">
      <Faces
        legend={t('mark.question')}
        words={words}
        value={pressed ?? given?.quality}
        busy={pressed !== undefined}
        onChoose={(quality) => void mark(quality)}
      />
      <div role="status">
        {pressed !== undefined && <p className="soft">{t('mark.recording')}</p>}
        {pressed === undefined && given && !failure && !refusal && (
          <Notice tone="good">
            <p>
              {t('mark.recorded', { word: words[given.quality - 1] ?? '' })} {t('mark.change')}
            </p>
          </Notice>
        )}
      </div>
      {failure && <FailureNotice failure={failure} about={t('mark.notRecorded')} />}
      {refusal && (
        <Notice tone="wrong" role="alert">
          <p>{refusal}</p>
        </Notice>
      )}
      {given && <QuestionsForm right={right} given={given} onGiven={onGiven} />}
    </div>
  );
}
