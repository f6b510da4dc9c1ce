interface FacesProps {
  /** Five words, from the worst mark to the best. */
  words: readonly string[];
  legend: string;
  value: number | undefined;
  /** True while a mark is on its way: presses are ignored. */
  busy: boolean;
  onChoose(mark: number): void;
}

/** Mouth of each face, from sad to glad; the eyes are the same. */
const MOUTHS = ['M15 35q9-9 18 0', 'M16 34q8-5 16 0', 'M16 33h16', 'M16 31q8 6 16 0', 'M14 30q10 11 20 0'];

/** Five large faces with words. Buttons and not radios: one press is the whole deed, and arrows must not mark by the way. */
export function Faces({ words, legend, value, busy, onChoose }: FacesProps) {
  return (
    <div className="faces" role="group" aria-label={legend}>
      {words.map((word, index) => (
        <button
          type="button"
          key={word}
          className="face"
          aria-pressed={value === index + 1}
          aria-disabled={busy || undefined}
          onClick={() => busy || onChoose(index + 1)}
        >
          <svg className="face__picture" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <circle cx="24" cy="24" r="21" />
            <path d="M17 18v3M31 18v3" />
            <path d={MOUTHS[index]} />
          </svg>
          <span className="face__word">{word}</span>
        </button>
      ))}
    </div>
  );
}
