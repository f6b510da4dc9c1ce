import type { ReactNode } from 'react';
import { FieldError } from './field';

export interface Option<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
}

interface RadiosProps<T extends string> {
  /** Also the id of the first radio, where an error summary leads. */
  id: string;
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: readonly Option<T>[];
  value: T | undefined;
  onChoose(value: T): void;
  /** `row`: side by side where there is room, for short options. */
  layout?: 'list' | 'row';
  /** What belongs to the chosen option, shown under the group. */
  children?: ReactNode;
}

/** A question with one answer out of few; every option is a large target. */
export function Radios<T extends string>({ id, legend, hint, error, options, value, onChoose, layout = 'list', children }: RadiosProps<T>) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={error ? 'field field--wrong' : 'field'} aria-describedby={describedBy}>
      <legend className="field__label">{legend}</legend>
      {hint && <p className="field__hint" id={`${id}-hint`}>{hint}</p>}
      {error && <FieldError id={id} text={error} />}
      <div className={`choices choices--${layout}`}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              className="choice__input"
              name={id}
              id={index === 0 ? id : `${id}-${option.value}`}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChoose(option.value)}
            />
            <span className="choice__text">
              <span className="choice__label">{option.label}</span>
              {option.hint && <span className="choice__hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

interface CheckboxProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  checked: boolean;
  onCheck(checked: boolean): void;
  describedBy?: string;
}

export function Checkbox({ id, label, hint, error, checked, onCheck, describedBy }: CheckboxProps) {
  return (
    <div className={error ? 'field field--wrong' : 'field'}>
      {error && <FieldError id={id} text={error} />}
      <label className="choice">
        <input
          type="checkbox"
          className="choice__input"
          id={id}
          checked={checked}
          onChange={(event) => onCheck(event.target.checked)}
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && `${id}-error`, describedBy].filter(Boolean).join(' ') || undefined}
        />
        <span className="choice__text">
          <span className="choice__label">{label}</span>
          {hint && <span className="choice__hint">{hint}</span>}
        </span>
      </label>
    </div>
  );
}
