export interface TimelineItem {
  key: string;
  title: string;
  when: string;
}

/** A vertical line of what has happened; the last point, hollow, is what comes next. */
export function Timeline({
  items,
  next,
}: {
  items: readonly TimelineItem[];
  next?: { label: string; title: string; when?: string | undefined } | undefined;
}) {
  return (
    <ol className="timeline">
      {items.map((item) => (
        <li className="timeline__item" key={item.key}>
          <span className="timeline__title">{item.title}</span>
          <span className="timeline__when">{item.when}</span>
        </li>
      ))}
      {next && (
        <li className="timeline__item timeline__item--next">
          <span className="timeline__label">{next.label}</span>
          <span className="timeline__title">{next.title}</span>
          {next.when && <span className="timeline__when">{next.when}</span>}
        </li>
      )}
    </ol>
  );
}
