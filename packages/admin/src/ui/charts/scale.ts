/** A straight line from a range of values to a range of pixels. */
export interface Scale {
  (value: number): number;
  /** Round values inside the domain, for the marks of an axis. */
  ticks: readonly number[];
}

/** Round steps (1, 2 or 5 times a power of ten) that cut the domain into about `count` parts. */
export function ticks(from: number, to: number, count: number): number[] {
  if (!(to > from) || count < 1) return [from];
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** A linear scale of the domain [from, to] onto the pixels [start, end]; an empty domain maps onto the middle. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number], count = 5): Scale {
  const map = (value: number) => (to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));
  return Object.assign(map, { ticks: ticks(from, to, count) });
}

/** «M0,1L2,3»: a path through the points. */
export function path(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
}
