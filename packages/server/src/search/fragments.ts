/** A piece of a text; the found words apart from what stands between them. */
export interface Part {
  readonly text: string;
  readonly found: boolean;
}

/** Where found words stand in a text, in characters (not in halves of them). */
export interface Hit {
  readonly from: number;
  readonly to: number;
}

/** Around a text without signs, which the database marks, these stand before and behind each found word. */
export const MARKS = { from: '{', to: '}' } as const;

/** So long is a fragment of a letter, in characters. */
const LENGTH = 180;
const BEFORE = 50;

/** Where the marks stand, counted without them. */
export function hitsIn(marked: string): Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  let from = 0;
  for (const character of marked) {
    if (character === MARKS.from) from = at;
    else if (character === MARKS.to) hits.push({ from, to: at });
    else at += 1;
  }
  return hits;
}

/** The whole text with what was found in it. */
export function whole(text: string, hits: readonly Hit[]): Part[] {
  return parts([...text], hits, 0, [...text].length);
}

/** The passages of a long text with the most of what was found, in their order, at most `most`; none where nothing was found. */
export function passages(text: string, hits: readonly Hit[], most: number): Part[][] {
  const characters = [...text];
  const windows = hits.map((hit) => {
    const from = startOfWord(characters, Math.max(0, hit.from - BEFORE));
    const inside = hits.filter((other) => other.from >= from && other.to <= from + LENGTH);
    const words = new Set(inside.map((other) => characters.slice(other.from, other.to).join('').toLowerCase().slice(0, 5)));
    return { from, to: endOfWord(characters, Math.min(characters.length, from + LENGTH)), worth: words.size * 10 + Math.min(inside.length, 9) };
  });
  const chosen: typeof windows = [];
  for (const window of [...windows].sort((a, b) => b.worth - a.worth || a.from - b.from)) {
    if (chosen.length < most && chosen.every((other) => window.from >= other.to || window.to <= other.from)) chosen.push(window);
  }
  return chosen.sort((a, b) => a.from - b.from).map(({ from, to }) => [
    ...(from > 0 ? [{ text: '… ', found: false }] : []), ...parts(characters, hits, from, to), ...(to < characters.length ? [{ text: ' …', found: false }] : []),
  ]);
}

function parts(characters: readonly string[], hits: readonly Hit[], from: number, to: number): Part[] {
  const found: Part[] = [];
  let at = from;
  const add = (until: number, isFound: boolean): void => {
    if (until > at) found.push({ text: characters.slice(at, until).join(''), found: isFound });
    at = Math.max(at, until);
  };
  for (const hit of hits) {
    if (hit.from < at || hit.to > to) continue;
    add(hit.from, false);
    add(hit.to, true);
  }
  add(to, false);
  return found;
}

const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

function startOfWord(characters: readonly string[], at: number): number {
  let start = at;
  while (start > 0 && start > at - 20 && !isSpace(characters[start - 1])) start -= 1;
  return start;
}

function endOfWord(characters: readonly string[], at: number): number {
  let end = at;
  while (end < characters.length && end > at - 20 && !isSpace(characters[end])) end -= 1;
  return end;
}
