import type { Option } from './choice';

/** What was found, each a button that picks it at once. */
export function PickList<T extends string>({
  label,
  options,
  onPick,
}: {
  label: string;
  options: readonly Option<T>[];
  onPick(value: T): void;
}) {
  return (
    <ul className="choices pick-list" aria-label={label}>
      {options.map((option) => (
        <li key={option.value}>
          <button type="button" className="choice choice--pick" onClick={() => onPick(option.value)}>
            <span className="choice__text">
              <span className="choice__label">{option.label}</span>
              {option.hint && <span className="choice__hint">{option.hint}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
