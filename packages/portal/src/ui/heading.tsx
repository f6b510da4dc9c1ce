import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useRef } from 'react';

/** How many pages this visit has turned; the first page leaves the focus where the browser put it. */
export const PagesTurned = createContext(0);

interface HeadingProps {
  children: ReactNode;
  /** A short line above, part of the heading: «Шаг 2 из 4». */
  above?: string | undefined;
  /** What the browser's tab says. */
  title: string;
}

/** The heading of a page: names the tab, and takes the focus after a turn, so that everyone hears where they are. */
export function Heading({ children, above, title }: HeadingProps) {
  const turned = useContext(PagesTurned);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    if (turned === 0) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [turned]);

  return (
    <h1 className="heading" tabIndex={-1} ref={heading}>
      {above && <span className="heading__above">{above} </span>}
      {children}
    </h1>
  );
}
