interface ScaleProps {
  id: string;
  legend: string;
  /** What 1 and 5 mean. */
  low: string;
  high: string;
  value: number | undefined;
  onChoose(value: number): void;
}

const MARKS = [1, 2, 3, 4, 5];

/** A mark from 1 to 5 between two opposites. */
export function Scale({ id, legend, low, high, value, onChoose }: ScaleProps) {
  const ends: Record<number, string> = { 1: low, 5: high };
  return (
    <fieldset className="field">
      <legend className="field__label">{legend}</legend>
      <div className="scale">
        {MARKS.map((mark) => (
          <label className="scale__mark" key={mark}>
            <input
              type="radio"
              name={id}
              id={mark === 1 ? id : `${id}-${mark}`}
              checked={value === mark}
              onChange={() => onChoose(mark)}
              aria-label={ends[mark] ? `${mark}: ${ends[mark]}` : `${mark}`}
            />
            <span aria-hidden="true">{mark}</span>
          </label>
        ))}
      </div>
      <p className="scale__ends" aria-hidden="true"><span>1 – {low}</span><span>5 – {high}</span></p>
    </fieldset>
  );
}
