/** A stretch of a text: offsets in UTF-16 units, as JavaScript and the browser count. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A full stop after these ends no sentence: «г. Псков», «ул. Кирова», «до 1 июня 2027 г. отремонтируют». */
const SHORT = /(?:^|[\s(«"])(?:г|гг|ул|д|дд|кв|пр|просп|пер|им|обл|р|тыс|млн|млрд|руб|стр|корп|п|пп|ч|ст|т|тел|каб|зам|см|кг|км|м|н|пос|с|дер|мкр|[А-ЯЁ])$/u;
const END = /[.!?…]+["»)]*(?=\s|$)|\n+/gu;

/** The sentences of a text in order, each without the white space around it. */
export function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const length = raw.trim().length;
    if (length > 0) found.push({ start: start + lead, end: start + lead + length });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const isStop = match[0].startsWith('.') && match[0] === '.';
    if (isStop && (SHORT.test(text.slice(Math.max(0, match.index - 12), match.index)) && /^\s+\p{Ll}|^\s+\d|^\s+[А-ЯЁ][\p{Ll}.]/u.test(text.slice(end, end + 3)))) continue;
    // A number of a list or a date is no sentence: «1. Ремонт», «в 10. часов».
    if (isStop && /(?:^|\n)\s*\d{1,2}$/.test(text.slice(Math.max(0, match.index - 4), match.index))) continue;
    add(end);
  }
  add(text.length);
  return found;
}

/** Small letters with ё as е, of the same length, so that what is found stands at the same place. */
export const folded = (text: string): string => [...text].map((letter) => {
  const small = letter.toLowerCase();
  return small === 'ё' ? 'е' : small.length === letter.length ? small : letter;
}).join('');
