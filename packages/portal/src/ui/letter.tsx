import type { ReactNode } from 'react';

interface LetterProps {
  /** Who writes, as a signature. */
  from: string;
  /** What stands under the name. */
  about?: string | undefined;
  date: string;
  text: string;
  /** Marks the answer against the letters of everyone else. */
  main?: boolean;
  children?: ReactNode;
}

/** A letter as on paper: who and when, then the text as it was written, line by line. Never HTML. */
export function Letter({ from, about, date, text, main = false, children }: LetterProps) {
  return (
    <article className={main ? 'letter letter--main' : 'letter'}>
      <header className="letter__head">
        <span className="letter__initials" aria-hidden="true">{initialsOf(from)}</span>
        <span className="letter__who">
          <strong className="letter__name">{from}</strong>
          {about && <span className="letter__about">{about}</span>}
        </span>
        <span className="letter__date">{date}</span>
      </header>
      <p className="letter__text">{text}</p>
      {children}
    </article>
  );
}

const initialsOf = (name: string): string => name.split(/\s+/).slice(0, 2).map((part) => part.charAt(0)).join('');
