import { Button, Chip, Group, Select } from '@mantine/core';
import { useId, useRef, type RefObject } from 'react';
import type { AppealKind } from '../../../gql/schema';
import { APPEAL_KINDS } from '../../../lib/appeals/appeal-status';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { useTopicOptions } from '../../../lib/reference/use-reference';
import { KeyHint } from '../../../ui/key-hint';
import type { DecisionDraft } from './decision-draft';
import { DeputySelect } from './deputy-select';
import type { Letter } from './letter';
import { messages } from './messages';
import { TopicPicks } from './topic-picks';
import { QuestionsEditor } from './questions-editor';
import classes from './decision-panel.module.css';

/** Whether the complaint would go to whom it is about. */
const toItsSubject = ({ kind, about, deputy }: DecisionDraft): boolean => kind === 'COMPLAINT' && about !== null && about.id === deputy?.id;

/** What the form lacks before the letter can be accepted: the server would refuse the same. */
export function missing(draft: DecisionDraft): { topic: boolean; deputy: boolean; questions: boolean } {
  return {
    topic: draft.topicCode === null,
    deputy: draft.deputy === null || toItsSubject(draft),
    questions: draft.questions.some(({ text, topicCode }) => text.trim() === '' || topicCode === null),
  };
}

/** Topic, deputy, kind, questions; and the three decisions. */
export function AcceptForm({
  letter,
  draft,
  change,
  asked,
  fieldError,
  busy,
  accept,
  topicRef,
  deputyRef,
  aboutRef,
}: {
  letter: Letter;
  draft: DecisionDraft;
  change: (patch: Partial<DecisionDraft>) => void;
  /** Whether accepting was tried: only then do empty fields complain. */
  asked: boolean;
  /** What the server said of a field. */
  fieldError: (field: string) => string | undefined;
  busy: boolean;
  accept: () => void;
  topicRef: RefObject<HTMLInputElement | null>;
  deputyRef: RefObject<HTMLInputElement | null>;
  aboutRef: RefObject<HTMLInputElement | null>;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const topics = useTopicOptions();
  const kindTitle = useId();
  const acceptRef = useRef<HTMLButtonElement>(null);
  // From the field on to what comes next: Enter, which belongs to the field there, accepts again, and so do the other keys.
  const toAccept = () => void requestAnimationFrame(() => acceptRef.current?.focus());
  const lacks = missing(draft);
  const suggestedDeputy = letter.suggestion?.deputy;
  const deputyHint =
    letter.deputy && draft.deputy?.id === letter.deputy.id
      ? t('deputy.asked')
      : suggestedDeputy && draft.deputy?.id === suggestedDeputy.deputy.id
        ? t('deputy.suggested', { why: suggestedDeputy.text })
        : undefined;
  const questionError = (at: number, field: 'text' | 'topicCode') => {
    const question = draft.questions[at];
    if (asked && field === 'text' && question?.text.trim() === '') return t('error.question');
    if (asked && field === 'topicCode' && question?.topicCode === null) return t('error.questionTopic');
    return fieldError(`questions.${at}.${field}`);
  };
  return (
    <>
      <div className={classes.fields}>
        <TopicPicks letter={letter} chosen={draft.topicCode} choose={(topicCode) => change({ topicCode })} />
        <Select
          ref={topicRef}
          label={t('topic')}
          placeholder={t('topic.placeholder')}
          searchable
          data={topics}
          value={draft.topicCode}
          maxDropdownHeight={320}
          error={asked && lacks.topic ? t('error.topic') : fieldError('topicCode')}
          onChange={(value) => {
            change({ topicCode: value });
            if (value) toAccept();
          }}
        />
        <DeputySelect
          ref={deputyRef}
          regionCode={letter.region.code}
          value={draft.deputy}
          onChange={(deputy) => {
            change({ deputy });
            if (deputy) toAccept();
          }}
          error={toItsSubject(draft) ? t('error.toItsSubject') : asked && lacks.deputy ? t('error.deputy') : fieldError('deputyId')}
          hint={deputyHint}
        />
        <div role="group" aria-labelledby={kindTitle}>
          <h3 id={kindTitle} className={classes.label}>
            {t('kind')}
          </h3>
          <Chip.Group value={draft.kind} onChange={(value) => change({ kind: value as AppealKind })}>
            <Group gap={6}>
              {APPEAL_KINDS.map((kind) => (
                <Chip key={kind} value={kind} size="xs" radius="sm">
                  {common(`kind.${kind}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </div>
        {draft.kind === 'COMPLAINT' && (
          <DeputySelect
            ref={aboutRef}
            regionCode={letter.region.code}
            label={t('about')}
            hint={t('about.hint')}
            value={draft.about}
            onChange={(about) => {
              change({ about });
              if (about) toAccept();
            }}
            error={fieldError('aboutDeputyId')}
          />
        )}
        <QuestionsEditor
          questions={draft.questions}
          subject={letter.subject}
          topicCode={draft.topicCode}
          onChange={(questions) => change({ questions })}
          errorOf={questionError}
        />
      </div>
      <div className={classes.actions}>
        <Button
          ref={acceptRef}
          size="md"
          fullWidth
          loading={busy}
          rightSection={<KeyHint>Enter</KeyHint>}
          aria-keyshortcuts="Enter"
          onClick={accept}
        >
          {t('accept')}
        </Button>
        <div className={classes.pair}>
          <Button
            variant="default"
            px={8}
            rightSection={<KeyHint>U</KeyHint>}
            aria-keyshortcuts="U"
            disabled={busy}
            onClick={() => change({ mode: 'clarify' })}
          >
            {t('clarify')}
          </Button>
          <Button
            variant="default"
            px={8}
            rightSection={<KeyHint>R</KeyHint>}
            aria-keyshortcuts="R"
            disabled={busy}
            onClick={() => change({ mode: 'reject' })}
          >
            {t('reject')}
          </Button>
        </div>
      </div>
    </>
  );
}
