/** One thing that a person looks for: a word, a number, a phone, or words that were put into quotation marks. */
export interface Wanted {
  readonly kind: 'WORD' | 'NUMBER' | 'PHONE' | 'PHRASE';
  /** As it was typed, for telling the person what was understood. */
  readonly typed: string;
  /** Its words as the index has them before stemming: small letters, ё as е, nothing but letters and digits; of a phone the last ten digits and then its pieces. */
  readonly words: readonly string[];
  /** The last word, still being written: what begins like it may be meant. */
  readonly open: boolean;
}

/** What a line of the search box says. */
export interface Typed {
  /** A whole number of an appeal, 60-2026-000123, in the form in which it is kept; the words around it say nothing more then. */
  readonly number: string | null;
  readonly wanted: readonly Wanted[];
  /** Words after a minus: appeals with any of them are left out. */
  readonly unwanted: readonly string[];
}

/** More words than this are no question but a letter; the first ones are looked for. */
const MAX_WANTED = 12;
const NUMBER = /(?<![\p{L}\p{N}-])(\d{2})\s*[-–—−\s]\s*(\d{4})\s*[-–—−\s]\s*(\d{1,6})(?![\p{L}\p{N}-])/u;
const PHONE = /(?<![\p{L}\p{N}])\+?\d(?:[ ().\u00a0–-]{0,3}\d){9,14}(?![\p{L}\p{N}])/gu;
/** 2-14-55, 245-12-33: a phone of the town. */
const TOWN_PHONE = /(?<![\p{L}\p{N}-])\d{1,3}[-–]\d{2}[-–]\d{2}(?![\p{L}\p{N}-])/gu;
/** 4 312 000: thousands set apart by spaces. */
const GROUPED = /(?<![\p{L}\p{N}]|\d )\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\p{L}\p{N}]| \d)/gu;
const PHRASE = /[«"“„]([^«»"“”„]{2,})[»"”“]/gu;

/** Small letters, ё as е, letters and digits alone; the database's `search_clean` says the same. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').match(/[\p{L}\p{N}]+/gu) ?? [];

/** Reads a line of the search box. */
export function readTyped(line: string): Typed {
  const number = NUMBER.exec(line);
  const numbers: Wanted[] = [];
  const phrases: Wanted[] = [];
  const phone = (typed: string): string => {
    numbers.push({ kind: 'PHONE', typed, words: [typed.replace(/\D/g, '').slice(-10), ...wordsOf(typed)], open: false });
    return ' ';
  };
  const rest = (number ? '' : line)
    .replace(PHRASE, (typed, inside: string) => {
      const words = wordsOf(inside);
      if (words.length > 0) phrases.push({ kind: words.length > 1 ? 'PHRASE' : 'WORD', typed, words, open: false });
      return ' ';
    })
    .replace(PHONE, phone)
    .replace(TOWN_PHONE, phone)
    .replace(GROUPED, (typed) => {
      numbers.push({ kind: 'NUMBER', typed, words: [typed.replace(/\D/g, '')], open: false });
      return ' ';
    });
  const unwanted: string[] = [];
  const singles: Wanted[] = [];
  for (const piece of rest.split(/\s+/)) {
    const words = wordsOf(piece);
    if (/^[-–−]\p{L}/u.test(piece)) unwanted.push(...words);
    else if (isLatin(piece)) singles.push({ kind: 'WORD', typed: piece, words: [words.join('') || piece], open: false });
    else for (const word of words) singles.push({ kind: /^\d+$/.test(word) ? 'NUMBER' : 'WORD', typed: word, words: [word], open: false });
  }
  const last = singles.at(-1);
  if (last?.kind === 'WORD' && !/\s$/.test(line)) singles[singles.length - 1] = { ...last, open: true };
  const seen = new Set<string>();
  const wanted = [...phrases, ...numbers, ...singles].filter(({ words }) => !seen.has(words.join(' ')) && seen.add(words.join(' ')));
  return {
    number: number ? `${number[1]}-${number[2]}-${number[3]!.padStart(6, '0')}` : null,
    wanted: wanted.slice(0, MAX_WANTED), unwanted: unwanted.slice(0, MAX_WANTED),
  };
}

/** Latin letters, perhaps with signs between them where the Russian keyboard has letters. */
function isLatin(piece: string): boolean {
  return /[a-z]{2}|[a-z][[\];',.`]|[[\];',.`][a-z]/i.test(piece) && !/[а-яё]/i.test(piece) && !/\d/.test(piece);
}
