import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { DiscardKeptDraftDocument, KeepAnswerDraftDocument } from '../../../gql/appeals';
import { useDays } from '../../../lib/format/use-days';
import { useText } from '../../../lib/i18n/use-text';
import { useViewer } from '../../../lib/session/viewer';
import { answerDraftKey, forgetDraft, unsentWords } from '../answer/use-answer-draft';
import { Attachments } from '../parts/attachments';
import type { AppealFull } from './appeal-full';
import { messages } from './messages';
import classes from './kept-drafts.module.css';

/**
 * Answers that this person wrote and another one was faster than, beside the answer that was sent. What is in this browser alone
 * goes to the server first; until it is there, it is shown from here.
 */
export function KeptDrafts({ appeal }: { appeal: AppealFull }) {
  const t = useText(messages);
  const days = useDays();
  const viewer = useViewer();
  const [keep] = useMutation(KeepAnswerDraftDocument);
  const [discard, { loading }] = useMutation(DiscardKeptDraftDocument);
  const key = answerDraftKey(viewer.id, appeal.id);
  const [local, setLocal] = useState(() => unsentWords(key, appeal.messages.findLast(({ kind }) => kind === 'ANSWER')?.text, viewer.role === 'AIDE'));
  useEffect(() => {
    if (local === null) return;
    keep({ variables: { input: { appealId: appeal.id, text: local } } })
      .then(({ data }) => {
        if (!data?.keepAnswerDraft.appeal) return;
        forgetDraft(key);
        setLocal(null);
      })
      // It stays in this browser, and is tried again when the page is opened.
      .catch(() => undefined);
  }, [keep, key, local, appeal.id]);

  const drafts = [
    ...appeal.keptDrafts.filter(({ text }) => text.trim() !== local?.trim()),
    ...(local === null ? [] : [{ id: '', text: local, keptAt: null, attachments: [] }]),
  ];
  if (drafts.length === 0) return null;
  return (
    <section className={classes.kept} role="alert" aria-label={t('kept.title')}>
      <h2>{t('kept.title')}</h2>
      <p>{t('kept.text')}</p>
      {drafts.map((draft) => (
        <article key={draft.id} className={classes.draft}>
          {draft.keptAt && <time dateTime={draft.keptAt}>{days.moment(draft.keptAt, appeal.region.timeZone)}</time>}
          <div className={classes.text}>{draft.text}</div>
          <Attachments files={draft.attachments} />
          {draft.id !== '' && (
            <div className={classes.buttons}>
              <Button variant="subtle" size="compact-sm" loading={loading} onClick={() => void discard({ variables: { id: draft.id } })}>
                {t('kept.discard')}
              </Button>
            </div>
          )}
        </article>
      ))}
    </section>
  );
}
