/** Grey lines in the place of a text that is on its way; `label` is what a screen reader says meanwhile. */
export function Skeleton({ label, lines = 4 }: { label: string; lines?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{label}</span>
      {Array.from({ length: lines }, (_, index) => <span className="skeleton__line" key={index} aria-hidden="true" />)}
    </div>
  );
}
