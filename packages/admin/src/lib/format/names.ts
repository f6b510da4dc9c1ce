/** «Ковалёва М. С.» of «Ковалёва Мария Сергеевна»: for columns. A name of one word stays whole. */
export function shortName(name: string): string {
  const [last = '', ...rest] = name.trim().split(/\s+/);
  const initials = rest.map((word) => `${[...word][0] ?? ''}.`);
  return [last, ...initials].join('\u00a0');
}
