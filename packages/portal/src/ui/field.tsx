import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import { useId } from 'react';

interface FieldText {
  label: string;
  /** What helps to fill the field in, read aloud together with the label. */
  hint?: string | undefined;
  /** What is wrong with the field; undefined when nothing is. */
  error?: string | undefined;
}

interface FrameProps extends FieldText {
  id: string;
  children: ReactNode;
  after?: ReactNode;
}

function describedBy(id: string, hint: string | undefined, error: string | undefined, extra?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`, extra].filter(Boolean).join(' ') || undefined;
}

function Frame({ id, label, hint, error, children, after }: FrameProps) {
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={id}>{label}</label>
      {hint && <p className="field__hint" id={`${id}-hint`}>{hint}</p>}
      {error && <FieldError id={id} text={error} />}
      {children}
      {after}
    </div>
  );
}

/** The error of the field `id`, above the field, where a phone's keyboard does not hide it. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return <p className="field__error" id={`${id}-error`}><span aria-hidden="true">⚠ </span>{text}</p>;
}

type InputProps = FieldText & { id: string; value: string; onText(value: string): void }
  & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'value' | 'onChange'>;

export function TextField({ id, label, hint, error, value, onText, ...rest }: InputProps) {
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        className="input"
        id={id}
        value={value}
        onChange={(event) => onText(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Frame>
  );
}

type AreaProps = FieldText & {
  id: string;
  value: string;
  onText(value: string): void;
  /** How much room is left, in words; `announced` when it is time to say it aloud. */
  counter?: { text: string; over: boolean; announced: boolean } | undefined;
} & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'value' | 'onChange'>;

export function TextArea({ id, label, hint, error, value, onText, counter, rows = 8, ...rest }: AreaProps) {
  const counterId = useId();
  return (
    <Frame
      id={id}
      label={label}
      hint={hint}
      error={error}
      after={counter && (
        <>
          <p className={counter.over ? 'field__counter field__counter--over' : 'field__counter'} id={counterId}>{counter.text}</p>
          <p className="unseen" role="status">{counter.announced ? counter.text : ''}</p>
        </>
      )}
    >
      <textarea
        {...rest}
        rows={rows}
        className="input input--area"
        id={id}
        value={value}
        onChange={(event) => onText(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error, counter ? counterId : undefined)}
      />
    </Frame>
  );
}
