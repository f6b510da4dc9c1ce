/** Letters without case, and «ё» as «е». */
export const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');

/** Whether the text has every word that was typed, or its part, in any order. */
export function hasWords(text: string, typed: string): boolean {
  const inside = plain(text);
  return plain(typed).split(/\s+/).every((word) => inside.includes(word));
}
