import type { RefObject } from 'react';
import { HintList } from './hints';
import { placeOf } from './insert';
import { TemplatePicker } from './template-picker';
import type { Hinted } from './use-hints';
import { useInsert } from './use-insert';
import classes from './composing.module.css';

/** What helps to write an answer, under its text: a template to begin with, and hints that lead to their places. */
export function WritingHelp({
  hinted: { appealId, others, hints, of, failed },
  text,
  field,
  change,
}: {
  hinted: Hinted;
  text: string;
  field: RefObject<HTMLTextAreaElement | null>;
  change: (text: string) => void;
}) {
  const { insert, select } = useInsert(field, text, change);
  const show = (passage: string, start: number) => {
    const place = placeOf(text, passage, start);
    if (place) select(place);
  };
  return (
    <div className={classes.help}>
      {appealId !== undefined && <TemplatePicker appealId={appealId} others={others} purpose="ANSWER" insert={insert} />}
      <HintList hints={hints} text={of} failed={failed} show={show} />
    </div>
  );
}
