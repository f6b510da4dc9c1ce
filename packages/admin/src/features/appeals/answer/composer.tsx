import { useMutation } from '@apollo/client/react';
import { Button, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useId, useRef, useState, type RefObject } from 'react';
import { AnswerAppealDocument } from '../../../gql/appeals';
import { errorCode, useErrorText } from '../../../lib/apollo/errors';
import { useDays } from '../../../lib/format/use-days';
import { useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { useAbout } from '../../../lib/session/about';
import { useViewer } from '../../../lib/session/viewer';
import { Icon } from '../../../ui/icons';
import { MOD } from '../../../lib/keys/names';
import { KeyHint } from '../../../ui/key-hint';
import { useHints } from '../composing/use-hints';
import { WritingHelp } from '../composing/writing-help';
import type { Moved } from '../parts/use-undo';
import type { AppealFull } from '../page/appeal-full';
import { lacks } from './answer-draft';
import { messages } from './messages';
import { FilesField } from './files-field';
import { AnswerPreview } from './preview';
import { confirmedIn, PromiseChoice, type Confirmed } from './promises';
import { QuestionResultField } from './question-result';
import { useAnswerDraft } from './use-answer-draft';
import { useFiles, type Files } from './use-files';
import classes from './composer.module.css';

/** A counter of characters says something only when the end is near. */
const NEAR_THE_END = 500;

const isOfFiles = (field: string): boolean => /^(attachments|draftAttachments)/.test(field);

/** The answer is written here: results per question, the letter, a preview, and the signature (or, for an aide, the draft). */
export function AnswerComposer({
  appeal,
  textRef,
  reload,
  signed,
}: {
  appeal: AppealFull;
  textRef: RefObject<HTMLTextAreaElement | null>;
  /** Fetches the appeal as it is now, after a conflict. */
  reload: () => Promise<unknown>;
  /** Tells that it was signed, and offers to take it back. */
  signed: (words: string, after: Moved | null) => void;
}) {
  const t = useText(messages);
  const days = useDays();
  const errorText = useErrorText();
  const viewer = useViewer();
  const limits = useAbout()?.limits;
  const limit = limits?.answer;
  const title = useId();
  const composer = useRef<HTMLElement>(null);
  const draft = useAnswerDraft(appeal, viewer.id);
  const { value, state, other } = draft;
  const files = useFiles(appeal);
  const [answer, { loading: signing }] = useMutation(AnswerAppealDocument);
  /** The files as the preview showed them, which are what is signed for; null while it is closed. */
  const [preview, setPreview] = useState<Files['going'] | null>(null);
  const look = () => setPreview(files.going);
  const [confirmed, setConfirmed] = useState<Confirmed>({});
  const [asked, setAsked] = useState(false);
  const [trouble, setTrouble] = useState<{ field: string | null; text: string }[]>([]);
  const ids = appeal.questions.map(({ id }) => id);
  const missing = lacks(value, ids);
  const rest = limit === undefined ? Number.POSITIVE_INFINITY : limit - value.text.length;
  const fieldTrouble = (field: string) => trouble.find((one) => one.field === field)?.text;

  const hinted = useHints(appeal.id, value.text, limit ?? Number.POSITIVE_INFINITY);
  const promises = hinted.hints?.promises ?? [];

  /** True when nothing is missing; otherwise takes the person to the first thing that is. */
  const complete = (): boolean => {
    setAsked(true);
    setTrouble([]);
    const question = missing.questions[0];
    if (question) composer.current?.querySelector<HTMLInputElement>(`#result-${CSS.escape(question)} input`)?.focus();
    else if (missing.text || rest < 0) textRef.current?.focus();
    return !question && !missing.text && rest >= 0;
  };
  const check = () => {
    if (files.busy) setTrouble([{ field: 'attachments', text: t('files.busy') }]);
    else if (complete()) look();
  };
  const sign = async () => {
    try {
      const questions = ids.flatMap((id) => {
        const one = value.questions[id];
        return one?.result ? [{ id, result: one.result, text: one.text.trim() || null }] : [];
      });
      const { data } = await answer({
        variables: { input: { id: appeal.id, version: appeal.version, text: value.text.trim(), questions, draftAttachments: (preview ?? []).map(({ id }) => id), promises: confirmedIn(promises, confirmed) } },
      });
      const errors = data?.answerAppeal.errors ?? [];
      if (errors.length > 0) {
        setTrouble(errors.map(({ field, message }) => ({ field, text: message })));
        // Others stand there by now: they are shown before they are signed for.
        if (errors.some(({ code }) => code === 'DRAFT_FILES_CHANGED')) await reload().catch(() => undefined);
      } else {
        draft.forget();
        signed(t('signed'), data?.answerAppeal.appeal ?? null);
      }
    } catch (error) {
      const conflict = errorCode(error) === 'CONFLICT';
      setTrouble([{ field: null, text: conflict ? t('conflict') : t('failed', { reason: errorText(error) }) }]);
      if (conflict) await reload().catch(() => undefined);
    }
    setPreview(null);
  };
  const save = async () => {
    if (await draft.saveNow()) notifications.show({ message: t('save.done') });
  };
  const main = appeal.viewerCanAnswer ? check : () => void save();
  useKeys([
    { keys: 'mod+Enter', label: t(appeal.viewerCanAnswer ? 'check' : 'save'), group: 'writing', run: main },
    { keys: 'KeyP', label: t('preview'), group: 'writing', run: look },
  ]);

  const saved =
    appeal.draft &&
    (state === 'saved'
      ? t(appeal.draft.savedByName === viewer.name ? 'state.saved' : 'state.savedBy', {
          time: days.moment(appeal.draft.savedAt),
          who: appeal.draft.savedByName,
        })
      : '');
  const placed = (field: string | null) => field !== null && (field === 'text' || isOfFiles(field) || /^questions\.\d+\.(result|text)$/.test(field));
  return (
    <section ref={composer} className={classes.composer} aria-labelledby={title}>
      <div className={classes.head}>
        <Title order={2} id={title}>
          {t('title')}
        </Title>
        <span role="status" className={classes.state} data-state={state}>
          {state === 'saved' && saved && (
            <>
              <Icon name="check" size={14} />
              {saved}
            </>
          )}
          {state === 'saving' && t('state.saving')}
          {state === 'local' && (
            <>
              <Icon name="warning" size={14} />
              {t('state.local')}
            </>
          )}
        </span>
      </div>
      {other && (
        <div role="alert" className={classes.other}>
          <strong>{t('other.title', { who: other.savedByName, time: days.moment(other.savedAt) })}</strong>
          <div className={classes.theirs}>{other.text}</div>
          <div>{t('other.text')}</div>
          <div className={classes.choice}>
            <Button size="compact-sm" variant="default" onClick={draft.takeTheirs}>
              {t('other.take')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={draft.keepMine}>
              {t('other.keep')}
            </Button>
          </div>
        </div>
      )}
      {trouble
        .filter(({ field }) => !placed(field))
        .map(({ text }) => (
          <p key={text} role="alert" className={classes.trouble}>
            <Icon name="warning" size={18} />
            {text}
          </p>
        ))}
      {appeal.questions.map((question, at) => (
        <QuestionResultField
          key={question.id}
          question={question}
          limit={limits?.reason}
          legend={appeal.questions.length === 1 ? t('result.whole') : question.text}
          value={value.questions[question.id] ?? { result: null, text: '' }}
          error={
            asked && missing.questions.includes(question.id)
              ? t('error.result')
              : (fieldTrouble(`questions.${at}.result`) ?? fieldTrouble(`questions.${at}.text`))
          }
          onChange={(one) => draft.change({ ...value, questions: { ...value.questions, [question.id]: one } })}
        />
      ))}
      <Textarea
        ref={textRef}
        label={t('text')}
        placeholder={t('text.placeholder')}
        autosize
        minRows={8}
        size="md"
        value={value.text}
        classNames={{ input: classes.text ?? '' }}
        description={rest < 0 ? t('over', { n: -rest }) : rest <= NEAR_THE_END ? t('left', { n: rest }) : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={asked && missing.text ? t('error.text') : rest < 0 ? t('error.over') : fieldTrouble('text')}
        onChange={(event) => draft.change({ ...value, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          main();
        }}
      />
      <WritingHelp hinted={hinted} text={value.text} field={textRef} change={(text) => draft.change({ ...value, text })} />
      <FilesField files={files} error={trouble.find(({ field }) => field !== null && isOfFiles(field))?.text} />
      <div className={classes.actions}>
        <Button variant="default" rightSection={<KeyHint>P</KeyHint>} aria-keyshortcuts="P" onClick={look}>
          {t('preview.open')}
        </Button>
        <Button
          leftSection={<Icon name={appeal.viewerCanAnswer ? 'sign' : 'check'} size={16} />}
          rightSection={<KeyHint>{`${MOD} ⏎`}</KeyHint>}
          aria-keyshortcuts="Control+Enter"
          loading={!appeal.viewerCanAnswer && state === 'saving' && asked}
          onClick={main}
        >
          {t(appeal.viewerCanAnswer ? 'check' : 'save')}
        </Button>
      </div>
      <AnswerPreview
        opened={preview !== null}
        close={() => setPreview(null)}
        appeal={appeal}
        value={value}
        files={(preview ?? []).map(({ name }) => name)}
        busy={signing}
        promises={<PromiseChoice suggested={promises} confirmed={confirmed} change={setConfirmed} />}
        sign={appeal.viewerCanAnswer && missing.questions.length === 0 && !missing.text && rest >= 0 ? () => void sign() : undefined}
      />
    </section>
  );
}
