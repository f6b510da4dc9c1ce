import { ActionIcon, Button, Select, Textarea } from '@mantine/core';
import { useId } from 'react';
import { useText } from '../../../lib/i18n/use-text';
import { useTopicOptions } from '../../../lib/reference/use-reference';
import { Icon } from '../../../ui/icons';
import type { QuestionDraft } from './decision-draft';
import { messages } from './messages';
import classes from './decision-panel.module.css';

/** Splits an appeal into questions, each with a topic of its own: every one will be answered and counted apart. */
export function QuestionsEditor({
  questions,
  subject,
  topicCode,
  onChange,
  errorOf,
}: {
  questions: readonly QuestionDraft[];
  /** The first question starts from the letter's subject and topic. */
  subject: string;
  topicCode: string | null;
  onChange: (questions: QuestionDraft[]) => void;
  errorOf: (position: number, field: 'text' | 'topicCode') => string | undefined;
}) {
  const t = useText(messages);
  const topics = useTopicOptions();
  const title = useId();
  const next = Math.max(0, ...questions.map(({ key }) => key)) + 1;
  const blank = (key: number): QuestionDraft => ({ key, text: '', topicCode });
  const patch = (key: number, change: Partial<QuestionDraft>) =>
    onChange(questions.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <section aria-labelledby={title} className={classes.questions}>
      <h3 id={title} className={classes.label}>
        {t('questions')}
      </h3>
      {questions.length === 0 ? (
        <>
          <p className={classes.hint}>{t('questions.whole')}</p>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="split" size={14} />}
            className={classes.start}
            onClick={() => onChange([{ ...blank(next), text: subject }, blank(next + 1)])}
          >
            {t('questions.split')}
          </Button>
        </>
      ) : (
        <>
          <ol className={classes.list}>
            {questions.map((question, at) => (
              <li key={question.key} className={classes.question}>
                <div className={classes.questionHead}>
                  <Textarea
                    size="sm"
                    autosize
                    minRows={1}
                    maxRows={6}
                    aria-label={t('questions.text', { n: at + 1 })}
                    placeholder={t('questions.text', { n: at + 1 })}
                    value={question.text}
                    error={errorOf(at, 'text')}
                    className={classes.grow}
                    onChange={(event) => patch(question.key, { text: event.currentTarget.value })}
                  />
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={36}
                    aria-label={t('questions.remove', { n: at + 1 })}
                    onClick={() => onChange(questions.length <= 2 ? [] : questions.filter(({ key }) => key !== question.key))}
                  >
                    <Icon name="trash" size={16} />
                  </ActionIcon>
                </div>
                <Select
                  size="sm"
                  searchable
                  aria-label={t('questions.topic', { n: at + 1 })}
                  placeholder={t('topic.placeholder')}
                  data={topics}
                  value={question.topicCode}
                  error={errorOf(at, 'topicCode')}
                  onChange={(value) => patch(question.key, { topicCode: value })}
                />
              </li>
            ))}
          </ol>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon name="plus" size={14} />}
            className={classes.start}
            onClick={() => onChange([...questions, blank(next)])}
          >
            {t('questions.add')}
          </Button>
        </>
      )}
    </section>
  );
}
