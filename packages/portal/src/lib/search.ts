/** Letters as people look for them: ё is е, capitals do not matter. */
export const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim();

/** True when every word of `typed` occurs in `text`. */
export function holdsWords(text: string, typed: string): boolean {
  const searched = folded(text);
  return folded(typed).split(/\s+/).every((word) => searched.includes(word));
}
