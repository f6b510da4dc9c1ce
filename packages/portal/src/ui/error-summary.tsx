import { useEffect, useRef } from 'react';

export interface FieldProblem {
  /** The id of the field to go to; undefined for a problem of the whole page. */
  fieldId?: string | undefined;
  text: string;
}

/**
 * What has to be put right, with a way to each field. It takes the focus at each new `attempt`, so that a second press
 * of the button is heard too, and not when a problem goes away while someone is typing.
 */
export function ErrorSummary({ title, problems, attempt }: { title: string; problems: readonly FieldProblem[]; attempt: unknown }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  if (!problems.length) return null;
  return (
    <div className="notice notice--wrong" role="alert" tabIndex={-1} ref={box}>
      <h2 className="notice__title">{title}</h2>
      <ul className="notice__list">
        {problems.map((problem) => (
          <li key={`${problem.fieldId} ${problem.text}`}>
            {problem.fieldId ? (
              <a
                href={`#${problem.fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  const field = document.getElementById(problem.fieldId!);
                  field?.focus();
                  field?.scrollIntoView({ block: 'center' });
                }}
              >
                {problem.text}
              </a>
            ) : problem.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
