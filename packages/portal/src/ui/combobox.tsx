import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { FieldError } from './field';

export interface ComboOption {
  value: string;
  label: string;
  /** Second line of the option. */
  note?: string | undefined;
  /** Shown, read aloud, but not to be chosen; `note` says why. */
  unavailable?: boolean;
}

interface ComboboxProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** The options that fit a text, best first. */
  optionsFor(text: string): ComboOption[];
  selected: ComboOption | undefined;
  onSelect(option: ComboOption | undefined): void;
  /** Told when someone tries an option that is not available. */
  onUnavailable(option: ComboOption): void;
  nothingFound: string;
  /** How many options there are, for a screen reader. */
  countText(count: number): string;
}

/** A list to search in by typing, after the combobox pattern of WAI-ARIA: the focus stays in the field. */
export function Combobox(props: ComboboxProps) {
  const { id, selected, onSelect, onUnavailable, optionsFor } = props;
  const [text, setText] = useState(selected?.label ?? '');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLUListElement>(null);
  // A field that still shows the chosen option offers everything: whoever opens it wants to choose anew.
  const options = open ? optionsFor(text === selected?.label ? '' : text) : [];

  // A draft or a change of language may bring another label for the same choice.
  useEffect(() => {
    setText(selected?.label ?? '');
  }, [selected?.label]);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  const choose = (option: ComboOption) => {
    if (option.unavailable) {
      onUnavailable(option);
      return;
    }
    onSelect(option);
    setText(option.label);
    close();
  };

  const leave = () => {
    close();
    if (text === selected?.label) return;
    const exact = optionsFor(text).find((option) => option.label.toLowerCase() === text.trim().toLowerCase());
    if (exact && !exact.unavailable) choose(exact);
    else if (!text.trim()) onSelect(undefined);
    else setText(selected?.label ?? '');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!open) setOpen(true);
      const count = open ? options.length : 0;
      setActive((index) => (count ? (index + step + count) % count : 0));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      const option = options[active] ?? (options.length === 1 ? options[0] : undefined);
      if (option) choose(option);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      setText(selected?.label ?? '');
      close();
    }
  };

  const describedBy = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={props.error ? 'field field--wrong' : 'field'}>
      <label className="field__label" htmlFor={id}>{props.label}</label>
      {props.hint && <p className="field__hint" id={`${id}-hint`}>{props.hint}</p>}
      {props.error && <FieldError id={id} text={props.error} />}
      <div className="combobox">
        <input
          className="input combobox__input"
          id={id}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && active >= 0 ? `${id}-option-${active}` : undefined}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={describedBy}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(-1);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onFocus={(event) => event.target.select()}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
        <span className="combobox__mark" aria-hidden="true" />
        {/* The list keeps the focus in the field: a press on it is not a blur. */}
        <ul
          className="combobox__list"
          id={`${id}-list`}
          role="listbox"
          aria-label={props.label}
          hidden={!open || options.length === 0}
          ref={list}
          onMouseDown={(event) => event.preventDefault()}
        >
          {options.map((option, index) => (
            <li
              key={option.value}
              id={`${id}-option-${index}`}
              className={index === active ? 'combobox__option combobox__option--active' : 'combobox__option'}
              role="option"
              aria-selected={option.value === selected?.value}
              aria-disabled={option.unavailable || undefined}
              onClick={() => choose(option)}
            >
              <span className="combobox__label">{option.label}</span>
              {option.note && <span className="combobox__note">{option.note}</span>}
            </li>
          ))}
        </ul>
        {open && options.length === 0 && <p className="combobox__empty">{props.nothingFound}</p>}
        <p className="unseen" role="status">{open ? (options.length ? props.countText(options.length) : props.nothingFound) : ''}</p>
      </div>
    </div>
  );
}
