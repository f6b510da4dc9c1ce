import { useQuery } from '@apollo/client/react';
import { Button, Textarea, Title, UnstyledButton } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { RejectReasonsDocument } from '../../../gql/appeals';
import { QueryView } from '../../../lib/apollo/query-view';
import { useText } from '../../../lib/i18n/use-text';
import { useKeys } from '../../../lib/keys/use-keys';
import { Icon } from '../../../ui/icons';
import { MOD } from '../../../lib/keys/names';
import { KeyHint } from '../../../ui/key-hint';
import type { RejectReasonSuggestion } from '../../../gql/schema';
import { TemplatePicker } from '../composing/template-picker';
import type { DecisionDraft } from './decision-draft';
import { messages } from './messages';
import classes from './decision-panel.module.css';

interface FormProps {
  draft: DecisionDraft;
  change: (patch: Partial<DecisionDraft>) => void;
  fieldError: (field: string) => string | undefined;
  busy: boolean;
  /** The longest letter that the server takes, in characters. */
  limit: number | undefined;
  send: () => void;
}

/** A reason that the letter's own words give. */
type SuggestedReason = Pick<RejectReasonSuggestion, 'reason' | 'words'>;

/** Ctrl+Enter sends and Escape goes back, also from inside the field. */
const fieldKeys = (send: () => void, back: () => void) => (event: React.KeyboardEvent) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  else if (event.key === 'Escape') back();
  else return;
  event.preventDefault();
};

function Back({ back }: { back: () => void }) {
  const t = useText(messages);
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      className={classes.start}
      leftSection={<Icon name="back" size={14} />}
      rightSection={<KeyHint>Esc</KeyHint>}
      onClick={back}
    >
      {t('back')}
    </Button>
  );
}

/** Asks the applicant; the letter comes back when they answer. */
export function ClarifyForm({ draft, change, fieldError, busy, limit, send }: FormProps) {
  const t = useText(messages);
  const field = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const back = () => change({ mode: 'accept' });
  const trySend = () => {
    setAsked(true);
    if (draft.clarification.trim() === '') field.current?.focus();
    else send();
  };
  useKeys([
    { keys: 'mod+Enter', label: t('clarify.do'), group: 'appeal', run: trySend },
    { keys: 'Escape', label: t('back'), group: 'appeal', run: back },
  ]);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <Back back={back} />
      <Title order={3}>{t('clarify.title')}</Title>
      <Textarea
        ref={field}
        label={t('clarify.text')}
        description={t('clarify.hint')}
        placeholder={t('clarify.placeholder')}
        autosize
        minRows={6}
        maxRows={16}
        maxLength={limit}
        value={draft.clarification}
        error={asked && draft.clarification.trim() === '' ? t('error.text') : fieldError('text')}
        onChange={(event) => change({ clarification: event.currentTarget.value })}
        onKeyDown={fieldKeys(trySend, back)}
      />
      <Button
        size="md"
        fullWidth
        loading={busy}
        rightSection={<KeyHint>{`${MOD} ⏎`}</KeyHint>}
        aria-keyshortcuts="Control+Enter"
        onClick={trySend}
      >
        {t('clarify.send')}
      </Button>
    </>
  );
}

/** Keys of the reasons, in the order of the list. */
const REASON_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];

/** A reason by its number, then its text, which the applicant will read and which can be edited. */
export function RejectForm({
  draft,
  change,
  fieldError,
  busy,
  limit,
  send,
  suggested,
  appealId,
}: FormProps & { suggested: SuggestedReason | null | undefined; appealId: string }) {
  const t = useText(messages);
  const title = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [asked, setAsked] = useState(false);
  const { data, error, refetch } = useQuery(RejectReasonsDocument, { fetchPolicy: 'cache-first' });
  const reasons = (data?.rejectReasons ?? []).filter(({ code }) => code !== 'NO_CLARIFICATION');
  const back = () => change({ mode: 'accept' });
  const trySend = () => {
    setAsked(true);
    if (draft.rejection.trim() === '') field.current?.focus();
    else send();
  };
  const choose = (at: number) => {
    const reason = reasons[at];
    if (!reason) return;
    const untouched = draft.rejection.trim() === '' || reasons.some(({ text }) => text === draft.rejection);
    change({ reason: reason.code, ...(untouched && { rejection: reason.text }) });
    requestAnimationFrame(() => field.current?.focus());
  };
  useKeys([
    draft.reason && { keys: 'mod+Enter', label: t('reject.do'), group: 'appeal', run: trySend },
    ...REASON_KEYS.slice(0, reasons.length).map((key, at) => ({
      keys: `Digit${key}`,
      label: t('reject.reason', { reason: reasons[at]?.title }),
      group: 'appeal' as const,
      run: () => choose(at),
    })),
    { keys: 'Escape', label: t(draft.reason ? 'reject.other' : 'back'), group: 'appeal', run: draft.reason ? () => change({ reason: null }) : back },
  ]);
  const loaded = data !== undefined;
  // A likely reason stands chosen when the form opens; going back from it leaves the choice open.
  const preset = useRef(draft.reason === null && draft.rejection === '' ? suggested?.reason : undefined);
  useEffect(() => {
    if (!loaded || !preset.current) return;
    choose(reasons.findIndex(({ code }) => code === preset.current));
    preset.current = undefined;
  });
  useEffect(() => {
    if (loaded) (field.current ?? list.current?.querySelector('button'))?.focus();
  }, [loaded]);
  return (
    <>
      <Back back={back} />
      <Title order={3} id={title}>
        {t('reject.title')}
      </Title>
      <QueryView data={data} error={error} refetch={refetch}>
        {() => (
          <ul ref={list} className={classes.reasons} aria-labelledby={title}>
            {reasons.map((reason, at) => (
              <li key={reason.code}>
                <UnstyledButton
                  className={classes.reason}
                  aria-pressed={draft.reason === reason.code}
                  data-chosen={draft.reason === reason.code || undefined}
                  aria-keyshortcuts={REASON_KEYS[at]}
                  onClick={() => choose(at)}
                >
                  {REASON_KEYS[at] ? <KeyHint>{REASON_KEYS[at]}</KeyHint> : <span className={classes.noKey} />}
                  <span>{reason.title}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {draft.reason && (
        <>
          {draft.reason === suggested?.reason && (
            <p className={classes.hint}>
              {suggested.words.length > 0 ? t('reject.suggestedBy', { words: suggested.words.join('», «') }) : t('reject.suggested')}
            </p>
          )}
          <Textarea
            ref={field}
            label={t('reject.text')}
            autosize
            minRows={5}
            maxRows={14}
            maxLength={limit}
            value={draft.rejection}
            error={asked && draft.rejection.trim() === '' ? t('error.text') : fieldError('text')}
            onChange={(event) => change({ rejection: event.currentTarget.value })}
            onKeyDown={fieldKeys(trySend, () => {
              change({ reason: null });
              list.current?.querySelector('button')?.focus();
            })}
          />
          <div>
            <TemplatePicker
              appealId={appealId}
              purpose="REJECTION"
              insert={(rejection) => {
                change({ rejection });
                field.current?.focus();
              }}
            />
          </div>
          <Button
            size="md"
            fullWidth
            color="red.9"
            loading={busy}
            rightSection={<KeyHint>{`${MOD} ⏎`}</KeyHint>}
            aria-keyshortcuts="Control+Enter"
            onClick={trySend}
          >
            {t('reject.send')}
          </Button>
        </>
      )}
    </>
  );
}
