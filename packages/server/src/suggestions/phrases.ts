const LETTER = 'а-яa-z0-9';
const GAP = `[^${LETTER}+]+`;

/** One alternative as an expression: `*` alone is up to two words, `слово*` any word that begins so. */
function expression(alternative: string): string {
  let out = '';
  for (const word of alternative.split(' ')) {
    if (word === '*') {
      out += `(?:[${LETTER}-]+${GAP}){0,2}`;
      continue;
    }
    const stem = word.endsWith('*') ? word.slice(0, -1) : word;
    out += `${stem.replace(/[.+?()[\]{}|\\^$]/g, '\\$&')}${word.endsWith('*') ? `[${LETTER}]*` : ''}${GAP}`;
  }
  return out.endsWith(GAP) ? out.slice(0, -GAP.length) : out;
}

/** Phrases as people list them: alternatives in small letters with ё as е, divided by `|`. */
export class Phrases {
  private readonly any: RegExp;

  constructor(alternatives: string) {
    this.any = new RegExp(`(?<![${LETTER}])(?:${alternatives.split('|').map(expression).join('|')})(?![${LETTER}])`, 'g');
  }

  /** The first of them in a text made `plain`; null when there is none. */
  in(text: string): string | null {
    this.any.lastIndex = 0;
    return this.any.exec(text)?.[0] ?? null;
  }

  replace(text: string, by: string): string {
    return text.replace(this.any, by);
  }
}

/** A text as phrases are looked for in it: small letters, ё as е, one sort of minus before numbers. */
export const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').replace(/[−–—](?=\d)/g, '-');
