import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useDays } from '../../../lib/format/use-days';
import { useText } from '../../../lib/i18n/use-text';
import { Icon } from '../../../ui/icons';
import { useNarrow } from '../../../ui/use-narrow';
import { messages } from './messages';
import { countOf, MUCH, type Hints } from './use-hints';
import classes from './composing.module.css';

/** What the letter could be better in, under a chip that says how much; open where there is room. None of it stops anybody. */
export function HintList({
  hints,
  text,
  failed,
  show,
}: {
  hints: Hints | null;
  /** The text that the hints were made for. */
  text: string;
  failed: boolean;
  /** Leads to a passage of the letter. */
  show: (passage: string, start: number) => void;
}) {
  const t = useText(messages);
  const days = useDays();
  const narrow = useNarrow();
  const list = useId();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const count = hints ? countOf(hints) : 0;
  const open = (chosen ?? !narrow) && count > 0;
  if (failed && !hints) return <p className={classes.about}>{t('hints.failed')}</p>;
  if (!hints) return null;

  const place = (start: number, end: number, label: string) => (
    <Button variant="subtle" size="compact-xs" aria-label={`${t('hints.show')}: ${label}`} onClick={() => show(text.slice(start, end), start)}>
      {t('hints.show')}
    </Button>
  );
  return (
    <section className={classes.hints} aria-label={t('hints.title')}>
      <Button
        variant={count > 0 ? 'light' : 'subtle'}
        size="compact-sm"
        radius="xl"
        className={classes.chip}
        data-some={count > 0 || undefined}
        disabled={count === 0}
        aria-expanded={open}
        aria-controls={list}
        rightSection={count > 0 && <Icon name={open ? 'down' : 'right'} size={14} />}
        onClick={() => setChosen(!open)}
      >
        {t('hints', { n: count })}
      </Button>
      {open && (
        <>
          <ul id={list} className={classes.list}>
            {hints.rawFields.map(({ start, end, field }) => (
              <li key={`raw ${start}`} data-tone="danger">
                <Icon name="warning" size={16} />
                <span className={classes.what}>{t('hints.raw', { field })}</span>
                {place(start, end, field)}
              </li>
            ))}
            {hints.untouched.map((question) => (
              <li key={question.id}>
                <Icon name="question" size={16} />
                <span className={classes.what}>{t('hints.untouched', { question: question.text })}</span>
              </li>
            ))}
            {hints.promises.map(({ start, end, when, dueOn }) => (
              <li key={`promise ${start} ${dueOn}`}>
                <Icon name="clock" size={16} />
                <span className={classes.what}>{t('hints.promise', { when: `«${when}»`, day: days.day(dueOn) })}</span>
                {place(start, end, when)}
              </li>
            ))}
            {hints.repeated.length > 0 && (
              <li>
                <Icon name="copy" size={16} />
                <span className={classes.what}>
                  {hints.templateShare !== null && hints.templateShare >= MUCH
                    ? t('hints.repeated', { share: hints.templateShare })
                    : t('hints.repeated.some')}
                </span>
                <ul className={classes.passages}>
                  {hints.repeated.map(({ start, end, kind, name }) => (
                    <li key={start}>
                      «{text.slice(start, end)}», {t(`hints.from.${kind}`, { name })} {place(start, end, text.slice(start, end))}
                    </li>
                  ))}
                </ul>
              </li>
            )}
            {hints.officialese.map(({ start, end, phrase, plain }) => (
              <li key={`plain ${start}`}>
                <Icon name="mark" size={16} />
                <span className={classes.what}>{t('hints.officialese', { phrase, plain })}</span>
                {place(start, end, phrase)}
              </li>
            ))}
          </ul>
          <p className={classes.about}>{t('hints.about')}</p>
        </>
      )}
    </section>
  );
}
