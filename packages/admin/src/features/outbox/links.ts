/** A text cut into plain pieces and addresses. */
export type Piece = { text: string; href?: string };

const ADDRESS = /https?:\/\/[^\s<>«»"]+/g;

/** Finds the addresses in a plain text; the full stop or bracket after one is not part of it. */
export function withLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = match[0].replace(/[.,;:!?)\]]+$/, '');
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
