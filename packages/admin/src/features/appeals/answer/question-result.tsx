import { Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { QuestionResult } from '../../../gql/schema';
import { useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import { messages } from './messages';
import { ResultChips } from './result-chips';
import classes from './composer.module.css';

/** One question: its result as chips, and a few words if wanted. */
export function QuestionResultField({
  question,
  legend,
  value,
  onChange,
  error,
  limit,
}: {
  question: { id: string };
  /** The question's text; of a letter that is one question, a word about the whole. */
  legend: string;
  value: { result: QuestionResult | null; text: string };
  onChange: (value: { result: QuestionResult | null; text: string }) => void;
  error: string | undefined;
  limit: number | undefined;
}) {
  const t = useText(messages);
  const problem = useId();
  const [explains, setExplains] = useState(value.text !== '');
  return (
    <fieldset className={classes.question} aria-describedby={error ? problem : undefined} id={`result-${question.id}`}>
      <legend>{legend}</legend>
      <div className={classes.chips} data-wrong={error !== undefined || undefined}>
        <ResultChips value={value.result} onChange={(result) => onChange({ ...value, result })} />
      </div>
      {error && (
        <p id={problem} className={classes.error}>
          {error}
        </p>
      )}
      {explains || value.text !== '' ? (
        <Textarea
          autosize
          minRows={1}
          maxRows={6}
          aria-label={t('explanation')}
          placeholder={t('explanation')}
          value={value.text}
          maxLength={limit}
          autoFocus={value.text === ''}
          onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
        />
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          className={classes.explain}
          onClick={() => setExplains(true)}
        >
          {t('explain')}
        </Button>
      )}
    </fieldset>
  );
}
