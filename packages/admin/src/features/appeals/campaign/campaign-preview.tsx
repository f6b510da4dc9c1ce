import { Button } from '@mantine/core';
import type { QuestionResult } from '../../../gql/schema';
import { useCommonText, useText } from '../../../lib/i18n/use-text';
import { Dialog } from '../../../ui/dialog';
import { Icon } from '../../../ui/icons';
import preview from '../answer/preview.module.css';
import { Words } from '../composing/words';
import type { CampaignLetter } from './campaign-letter';
import { messages } from './messages';
import classes from './campaign.module.css';

/** One of the letters as its applicant will get it, with a way to the others; for the deputy, whose draft is whole, also the place to sign all of them. */
export function CampaignPreview({
  letters,
  at,
  show,
  close,
  words,
  result,
  sign,
  busy,
}: {
  letters: readonly CampaignLetter[];
  /** Null while nothing is shown. */
  at: number | null;
  show: (at: number) => void;
  close: () => void;
  words: (appealId: string) => string;
  result: QuestionResult | null;
  /** Left out where it cannot be signed from here. */
  sign: (() => void) | undefined;
  busy: boolean;
}) {
  const t = useText(messages);
  const common = useCommonText();
  const letter = at === null ? undefined : letters[at];
  if (at === null || !letter) return null;
  return (
    <Dialog opened close={close} size="lg" title={t('preview')} closeLabel={common('action.close')}>
      <div className={classes.pager}>
        <Button variant="default" size="compact-sm" disabled={at === 0} onClick={() => show(at - 1)}>
          {common('action.previous')}
        </Button>
        <span role="status">{t('preview.at', { at: at + 1, all: letters.length, name: letter.applicantName })}</span>
        <Button variant="default" size="compact-sm" disabled={at === letters.length - 1} onClick={() => show(at + 1)}>
          {common('action.next')}
        </Button>
      </div>
      <article className={preview.letter}>
        <p className={preview.name}>{letter.deputy?.name}</p>
        <p className={preview.from}>
          {letter.number}, {letter.subject}
        </p>
        <div className={preview.text}>
          <Words text={words(letter.id)} />
        </div>
        {result && (
          <p className={classes.result}>
            {t('preview.result')}: <strong>{common(`result.${result}`)}</strong>
          </p>
        )}
      </article>
      {sign && <p className={preview.note}>{t('preview.note', { n: letters.length })}</p>}
      <div className={preview.actions}>
        <Button variant="default" onClick={close}>
          {t('edit')}
        </Button>
        {sign && (
          <Button data-autofocus loading={busy} leftSection={<Icon name="sign" />} onClick={sign}>
            {t('sign', { n: letters.length })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
