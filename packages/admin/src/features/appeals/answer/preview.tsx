import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { Icon } from '../../../ui/icons';
import { Words } from '../composing/words';
import type { AnswerText } from './answer-draft';
import { messages } from './messages';
import classes from './preview.module.css';

/** The answer as a letter, as its reader will see it; for the deputy also the place to sign. */
export function AnswerPreview({
  opened,
  close,
  appeal,
  value,
  files,
  sign,
  busy,
  promises,
}: {
  opened: boolean;
  close: () => void;
  appeal: { number: string; subject: string; deputy: { name: string } | null; questions: readonly { id: string; text: string }[] };
  value: AnswerText;
  /** Names of what goes with it. */
  files: readonly string[];
  /** Left out where the viewer may not sign. */
  sign?: (() => void) | undefined;
  busy: boolean;
  /** Which sentences are promises; asked of who signs. */
  promises: ReactNode;
}) {
  const t = useText(messages);
  const common = useCommonText();
  return (
    <Dialog opened={opened} close={close} size="lg" title={t('preview')} closeLabel={common('action.close')}>
      <article className={classes.letter}>
        <p className={classes.from}>{t('preview.from')}</p>
        <p className={classes.name}>{appeal.deputy?.name}</p>
        <p className={classes.from}>{t('preview.on', { number: appeal.number, subject: appeal.subject })}</p>
        <div className={classes.text}>
          <Words text={value.text} />
        </div>
        {files.length > 0 && (
          <>
            <h3 className={classes.heading}>{t('files')}</h3>
            <ul>
              {files.map((name, at) => (
                <li key={`${at} ${name}`}>{name}</li>
              ))}
            </ul>
          </>
        )}
        {appeal.questions.length > 0 && (
          <>
            <h3 className={classes.heading}>{t('preview.questions')}</h3>
            <ul className={classes.questions}>
              {appeal.questions.map((question) => {
                const answer = value.questions[question.id];
                return (
                  <li key={question.id}>
                    <div>{question.text}</div>
                    <strong>{answer?.result ? common(`result.${answer.result}`) : '…'}</strong>
                    {answer?.text.trim() && <div className={classes.words}>{answer.text.trim()}</div>}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </article>
      {sign && promises}
      {sign && <p className={classes.note}>{t('sign.note')}</p>}
      <div className={classes.actions}>
        <Button variant="default" onClick={close}>
          {t('edit')}
        </Button>
        {sign && (
          <Button data-autofocus loading={busy} leftSection={<Icon name="sign" />} onClick={sign}>
            {t('sign')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
