import { Button, Checkbox, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import type { CampaignToAnswerQuery } from '../../../gql/appeals';
import { useDays } from '../../../lib/format/use-days';
import { useText } from '../../../lib/i18n/use-text';
import { Panel } from '../../../ui/page';
import { TemplatePicker } from '../composing/template-picker';
import { useInsert } from '../composing/use-insert';
import { messages } from './messages';
import classes from './campaign.module.css';

export type CampaignLetter = CampaignToAnswerQuery['campaign']['appeals'][number];

/** One letter of the campaign: whether it is answered now, what it says, and the paragraph that only its applicant gets. */
export function LetterCard({
  letter,
  taken,
  take,
  personal,
  write,
  error,
  preview,
}: {
  letter: CampaignLetter;
  taken: boolean;
  take: (taken: boolean) => void;
  personal: string;
  write: (personal: string) => void;
  error: string | undefined;
  preview: () => void;
}) {
  const t = useText(messages);
  const days = useDays();
  const text = useId();
  const [open, setOpen] = useState(false);
  const paragraph = useRef<HTMLTextAreaElement>(null);
  const { insert } = useInsert(paragraph, personal, write);
  return (
    <Panel className={classes.card}>
      <div className={classes.cardHead}>
        <Checkbox
          checked={taken}
          aria-label={t('letter.take', { number: letter.number, name: letter.applicantName })}
          onChange={(event) => take(event.currentTarget.checked)}
        />
        <div className={classes.who}>
          <strong>{letter.applicantName}</strong>
          <span>
            <Link to="/appeals/$id" params={{ id: letter.id }} aria-label={t('letter.open', { number: letter.number })}>
              {letter.number}
            </Link>
            , {days.moment(letter.submittedAt, letter.region.timeZone)}
          </span>
        </div>
      </div>
      <div className={classes.subject}>{letter.subject}</div>
      <div id={text} className={classes.letterText} data-open={open || undefined}>
        {letter.text}
      </div>
      <div className={classes.cardActions}>
        <Button variant="subtle" size="compact-sm" aria-expanded={open} aria-controls={text} onClick={() => setOpen(!open)}>
          {t(open ? 'letter.hide' : 'letter.show')}
        </Button>
        {taken && (
          <Button variant="subtle" size="compact-sm" onClick={preview}>
            {t('letter.preview')}
          </Button>
        )}
      </div>
      {taken && (
        <Textarea
          ref={paragraph}
          autosize
          minRows={2}
          maxRows={10}
          label={t('letter.personal', { name: letter.applicantName })}
          placeholder={t('letter.personal.placeholder')}
          value={personal}
          error={error}
          onChange={(event) => write(event.currentTarget.value)}
        />
      )}
      {taken && (
        <div>
          <TemplatePicker appealId={letter.id} purpose="ANSWER" label={t('letter.template', { name: letter.applicantName })} insert={insert} />
        </div>
      )}
    </Panel>
  );
}
