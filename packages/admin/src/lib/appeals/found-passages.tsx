import { useCommonText } from '../i18n/use-text';
import { closeness, type Found, type Reading } from './found';
import classes from './found-passages.module.css';

function Parts({ parts }: { parts: Found['parts'] }) {
  return parts.map(({ text, found }, at) =>
    found ? (
      <mark key={at} className={classes.found}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    ),
  );
}

/** A subject, with what was found in it. */
export function FoundSubject({ subject, fragments }: { subject: string; fragments?: readonly Found[] | undefined }) {
  const found = fragments?.find(({ place }) => place === 'SUBJECT');
  return found ? <Parts parts={found.parts} /> : subject;
}

/** Passages of the letter and of what was written since, with what was found in them. */
export function FoundPassages({ fragments, most = 2 }: { fragments?: readonly Found[] | undefined; most?: number }) {
  const passages = fragments?.filter(({ place }) => place !== 'SUBJECT').slice(0, most) ?? [];
  if (passages.length === 0) return null;
  return (
    <div className={classes.passages}>
      {passages.map(({ parts }, at) => (
        <div key={at} className={classes.passage}>
          <Parts parts={parts} />
        </div>
      ))}
    </div>
  );
}

/** How a search was read, where it was not simply met: «Искали также: освещение». */
export function SearchReading({ reading, total, className }: { reading: Reading | null | undefined; total: number; className?: string | undefined }) {
  const t = useCommonText();
  if (!reading) return null;
  const near = closeness(reading, total);
  const also = [...new Set(reading.taken.flatMap(({ as }) => as))];
  const sentences = [
    also.length > 0 && t('search.also', { words: also.join(', ') }),
    near === 'none' && t('search.none'),
    near === 'some' && t('search.some', { n: reading.exact }),
    total >= reading.countedUpTo && t('search.least', { n: reading.countedUpTo }),
  ].filter((sentence) => sentence !== false);
  if (sentences.length === 0) return null;
  return (
    <p role="status" className={`${classes.reading} ${className ?? ''}`}>
      {sentences.join(' ')}
    </p>
  );
}
