import { Button, Textarea, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useDays } from '../../../lib/format/use-days';
import { useText } from '../../../lib/i18n/use-text';
import type { Shortcut } from '../../../lib/keys/registry';
import { useKeys } from '../../../lib/keys/use-keys';
import { useAbout } from '../../../lib/session/about';
import { Icon } from '../../../ui/icons';
import { KeyHint } from '../../../ui/key-hint';
import { Notes } from '../notes/notes';
import { AcceptForm, missing } from './accept-form';
import { CampaignBlock } from './campaign-block';
import { useDecisionDraft, type Drafts } from './decision-draft';
import { ClarifyForm, RejectForm } from './letter-forms';
import { isOpen } from './use-queue';
import { messages } from './messages';
import { useDecision, type DecisionMove } from './use-decision';
import type { Moved } from '../parts/use-undo';
import type { Letter } from './letter';
import classes from './decision-panel.module.css';

/** The right part of the desk: one letter's decision. Mounted anew for every letter. */
export function DecisionPanel({
  letter,
  drafts,
  decided,
  next,
}: {
  letter: Letter;
  drafts: Drafts;
  decided: (move: DecisionMove, after: Moved | null) => void;
  /** To the next letter, where this one needs nothing more. */
  next: () => void;
}) {
  const t = useText(messages);
  const days = useDays();
  const [draft, change] = useDecisionDraft(drafts, letter);
  const { send, busy, trouble } = useDecision(letter, decided);
  const limits = useAbout()?.limits;
  const [asked, setAsked] = useState(false);
  const topicRef = useRef<HTMLInputElement>(null);
  const deputyRef = useRef<HTMLInputElement>(null);
  const aboutRef = useRef<HTMLInputElement>(null);
  const fieldError = (field: string) => trouble.errors.find((error) => error.field === field)?.message;
  const unplaced = trouble.errors.filter(
    ({ field }) => !field || !/^(topicCode|deputyId|aboutDeputyId|text|questions\.\d+\.(text|topicCode))$/.test(field),
  );

  const accept = () => {
    setAsked(true);
    const lacks = missing(draft);
    if (lacks.topic) topicRef.current?.focus();
    else if (lacks.deputy) deputyRef.current?.focus();
    else if (!lacks.questions) void send('REGISTER', draft);
  };
  const open = isOpen(letter) && letter.availableMoves.includes('REGISTER');
  // While the applicant is asked, a letter can still be rejected.
  const rejects = letter.availableMoves.includes('REJECT');
  // Another was faster: what was typed is not lost, and can be used elsewhere.
  const unsent = [draft.clarification, draft.rejection].find((text) => text.trim() !== '');
  const deciding = open && draft.mode === 'accept';
  const act = (keys: Shortcut['keys'], label: string, run: () => void): Shortcut => ({ keys, label, group: 'appeal', run });
  useKeys([
    // Enter belongs to the field that has the focus: after the topic, Ctrl+Enter accepts from inside it.
    deciding && act(['Enter', 'mod+Enter'], t('accept'), accept),
    deciding && act('KeyU', t('keys.clarify'), () => change({ mode: 'clarify' })),
    (deciding || (!open && rejects && draft.mode !== 'reject')) && act('KeyR', t('keys.reject'), () => change({ mode: 'reject' })),
    ...(letter.suggestion?.topics ?? []).map(
      ({ topic }, at) => deciding && act(`Digit${at + 1}`, t('keys.pick', { topic: topic.name }), () => change({ topicCode: topic.code })),
    ),
    deciding && act('KeyT', t('topic.placeholder'), () => topicRef.current?.focus()),
    deciding && act('KeyD', t('error.deputy'), () => deputyRef.current?.focus()),
    deciding && draft.kind === 'COMPLAINT' && act('KeyS', t('about.choose'), () => aboutRef.current?.focus()),
  ]);

  const form = { draft, change, fieldError, busy: busy !== null };
  return (
    <div className={classes.panel}>
      <Title order={2} className="visually-hidden">
        {t('decision')}
      </Title>
      {letter.urgent && (
        <div className={classes.alert} data-tone="danger">
          <Icon name="warning" size={18} />
          <div>
            <strong>{t('urgent')}</strong>
            {letter.suggestion?.urgency.map(({ text }) => <div key={text}>{text}</div>)}
          </div>
        </div>
      )}
      <div role="alert" className={classes.alerts}>
        {trouble.conflict && (
          <div className={classes.alert} data-tone="warning">
            <Icon name="warning" size={18} />
            <div>
              <strong>{t('conflict.title')}</strong>
              {trouble.by && (
                <div>{t('conflict.by', { who: trouble.by.actorName, when: days.moment(trouble.by.at), what: trouble.by.title })}</div>
              )}
              <div>{t('conflict.text')}</div>
            </div>
          </div>
        )}
        {trouble.text && (
          <div className={classes.alert} data-tone="danger">
            <Icon name="warning" size={18} />
            {t('failed', { reason: trouble.text })}
          </div>
        )}
        {unplaced.map((error) => (
          <div key={error.code} className={classes.alert} data-tone="danger">
            <Icon name="warning" size={18} />
            {error.message}
          </div>
        ))}
      </div>
      {!open && !(rejects && draft.mode === 'reject') && (
        <>
          {!trouble.conflict && (
            <p className={classes.hint}>
              {t(isOpen(letter) ? 'cannot' : letter.status === 'CLARIFICATION' ? 'clarifying' : 'decided.title')}
            </p>
          )}
          {unsent && <Textarea readOnly autosize maxRows={16} label={t('unsent')} value={unsent} />}
          {rejects && (
            <Button variant="default" rightSection={<KeyHint>R</KeyHint>} aria-keyshortcuts="R" onClick={() => change({ mode: 'reject' })}>
              {t('reject')}
            </Button>
          )}
          <Button variant="default" rightSection={<KeyHint>J</KeyHint>} aria-keyshortcuts="J" onClick={next}>
            {t('next')}
          </Button>
        </>
      )}
      {open && draft.mode === 'accept' && <CampaignBlock letter={letter} draft={draft} decided={() => decided('REGISTER', null)} />}
      {open && draft.mode === 'accept' && (
        <AcceptForm {...form} letter={letter} asked={asked} accept={accept} topicRef={topicRef} deputyRef={deputyRef} aboutRef={aboutRef} />
      )}
      {open && draft.mode === 'clarify' && (
        <ClarifyForm {...form} limit={limits?.text} send={() => void send('REQUEST_CLARIFICATION', draft)} />
      )}
      {rejects && draft.mode === 'reject' && (
        <RejectForm {...form} appealId={letter.id} limit={limits?.text} suggested={letter.suggestion?.rejectReason} send={() => void send('REJECT', draft)} />
      )}
      <Notes appeal={letter} timeZone={letter.region.timeZone} />
    </div>
  );
}
