import { alternating, fleeting } from './word-forms.js';
import type { Typed, Wanted } from './typed.js';

/** One thing wanted, as questions to the index (texts of PostgreSQL's type tsquery). */
export interface Term {
  readonly wanted: Wanted;
  /** The word itself with its forms. */
  readonly exact: string;
  /** The word, and whatever may have been meant by it. */
  readonly like: string;
  /** What begins like it, for a word still being written. */
  readonly begun: string | null;
}

/** A question to the index. */
export interface SearchPlan {
  readonly terms: readonly Term[];
  /** Everything wanted, as it was typed. */
  readonly strict: string;
  /** Everything wanted, by other words too. */
  readonly wide: string;
  /** Most of what is wanted. */
  readonly loose: string;
  /** What must not be there, in each of them. */
  readonly without: readonly string[];
}

/** What the lexicon says of words: their stems, those of their other forms, and those of words for the same. */
export interface Meaning {
  stemOf(word: string): string | null;
  /** Stems of forms that share no stem with it. */
  formsOf(stem: string): readonly string[];
  /** Words for the same, each a word or a phrase, as stems; `around` are the stems that stand in the question. */
  synonymsOf(stem: string, around: ReadonlySet<string>): readonly (readonly string[])[];
}

/** A word that is near to one that was typed, by its stem. */
export interface Near {
  readonly near: string;
  readonly stem: string;
}

/** A stem shorter than this begins too many words. */
const LONG_STEM = 5;
/** A word being written is looked for by its beginning from so many letters on. */
const LONG_START = 3;
/** In a question with so many words some may be missing. */
export const LOOSE_FROM = 3;
/** Any two of so many, the rarest, let an appeal be looked at. */
const PAIRED = 5;
/** A term that so many appeals have is frequent. */
export const FREQUENT = 500;
/** Where all terms are frequent, two of so many must be there. */
const FREQUENT_PAIRED = 3;
/** So many appeals at most are looked at for a single word of a longer question. */
export const RARE = 300;

const quoted = (lexeme: string): string => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
const begins = (start: string): string => `${quoted(start)}:*`;
const anyOf = (parts: readonly string[]): string => {
  const different = [...new Set(parts)];
  return different.length === 1 ? different[0]! : `(${different.join(' | ')})`;
};
const allOf = (parts: readonly string[]): string => {
  const different = [...new Set(parts)];
  return different.length === 1 ? different[0]! : `(${different.join(' & ')})`;
};

/** 21455 may be a phone of the town, which people write 2-14-55. */
const asTownPhone = (digits: string): string[] => {
  const [, head, middle, end] = /^([1-9]\d{0,2})(\d\d)(\d\d)$/.exec(digits) ?? [];
  return head ? [`(${[head, middle!, end!].map(quoted).join(' <-> ')})`] : [];
};

/** A number may stand with or without the zeros before it. */
const numberForms = (digits: string): string[] => [digits, digits.replace(/^0+(?=\d)/, '')];

/** What a wanted word may be written as: itself, and in Russian what its keys or sounds give. */
export const readings = ({ words }: Wanted, russian: (typed: string) => readonly string[]): string[] => [...new Set([words.join(''), ...russian(words.join(''))])];

/**
 * Makes questions to the index out of what was typed.
 * @param russianOf what Latin letters may have meant; nothing for other words
 * @param nearTo words near to one that nothing was found by
 */
export function planSearch(typed: Typed, meaning: Meaning, russianOf: (wanted: Wanted) => readonly string[], nearTo: ReadonlyMap<string, readonly Near[]> = new Map()): SearchPlan | null {
  const around = new Set(typed.wanted.flatMap((wanted) => [...wanted.words, ...russianOf(wanted)]).map((word) => meaning.stemOf(word)).filter((stem) => stem !== null));
  const terms: Term[] = [];
  for (const wanted of typed.wanted) {
    const term = termOf(wanted, meaning, russianOf(wanted), nearTo.get(wanted.typed) ?? [], around);
    if (term) terms.push(term);
  }
  if (terms.length === 0) return null;
  const without = typed.unwanted.map((word) => meaning.stemOf(word)).filter((stem) => stem !== null).map((stem) => `!${quoted(stem)}`);
  return {
    terms, strict: allOf([...terms.map(({ exact }) => exact), ...without]), wide: allOf([...terms.map(({ like }) => like), ...without]),
    loose: allOf([anyOf(terms.map(({ like }) => like)), ...without]), without,
  };
}

function termOf(wanted: Wanted, meaning: Meaning, russian: readonly string[], near: readonly Near[], around: ReadonlySet<string>): Term | null {
  if (wanted.kind === 'PHONE') {
    const [joined = '', ...pieces] = wanted.words;
    // Ten digits may be two numbers side by side as well.
    return same(wanted, anyOf([quoted(joined), pieces.length === 1 ? quoted(pieces[0]!) : `(${pieces.map(quoted).join(' <-> ')})`]));
  }
  if (wanted.kind === 'NUMBER') {
    const forms = numberForms(wanted.words[0]!).map(quoted);
    return { wanted, exact: anyOf(forms), like: anyOf([...forms, ...asTownPhone(wanted.words[0]!)]), begun: null };
  }
  if (wanted.kind === 'PHRASE') return phraseOf(wanted, meaning);
  const words = [...new Set([...wanted.words, ...russian])];
  const stems = [...new Set(words.map((word) => meaning.stemOf(word)).filter((stem) => stem !== null))];
  if (stems.length === 0) return null;
  const forms = stems.flatMap((stem) => [stem, ...fleeting(stem), ...meaning.formsOf(stem)]);
  const exact = anyOf(forms.map(quoted));
  const meant = [...stems, ...near.map(({ stem }) => stem)];
  const like = anyOf([
    ...forms.map(quoted),
    ...near.flatMap(({ stem }) => [stem, ...fleeting(stem)]).map(quoted),
    ...meant.flatMap((stem) => alternating(stem)).map(quoted),
    ...meant.filter((stem) => stem.length >= LONG_STEM).map(begins),
    ...(wanted.open ? words.filter((word) => word.length >= LONG_START && !/^\d/.test(word)).map(begins) : []),
    ...meant.flatMap((stem) => meaning.synonymsOf(stem, around)).map((phrase) => (phrase.length === 1 ? quoted(phrase[0]!) : allOf(phrase.map(quoted)))),
  ]);
  const begun = wanted.open ? words.filter((word) => word.length >= LONG_START && !/^\d/.test(word)).map(begins) : [];
  return { wanted, exact, like, begun: begun.length > 0 ? anyOf(begun) : null };
}

const same = (wanted: Wanted, query: string): Term => ({ wanted, exact: query, like: query, begun: null });

/** Words in their order, small words between them counted; by other words, the same ones anywhere. */
function phraseOf(wanted: Wanted, meaning: Meaning): Term | null {
  let gap = 0;
  let exact = '';
  const stems: string[] = [];
  for (const word of wanted.words) {
    gap += 1;
    const stem = meaning.stemOf(word);
    if (stem === null) continue;
    exact += exact === '' ? quoted(stem) : ` <${gap}> ${quoted(stem)}`;
    stems.push(stem);
    gap = 0;
  }
  if (stems.length === 0) return null;
  return { wanted, exact: stems.length === 1 ? exact : `(${exact})`, like: allOf(stems.map(quoted)), begun: null };
}

/** How much a term tells, by how many appeals have it: a rare word more than one that half of them have. */
export const weightOf = (appeals: number): number => Math.log(1 + 2000 / (1 + appeals));

/**
 * Everything wanted, by other words too where it is not frequent as it was typed: the index reads each word of a question, and of a beginning
 * all words that begin so, while what has a frequent word by another one is found by the other terms.
 */
const wideOf = ({ terms, without }: SearchPlan, own: readonly number[]): string =>
  allOf([...terms.map(({ exact, like }, at) => (own[at]! >= FREQUENT ? exact : like)), ...without]);

/**
 * Which appeals are worth a look though they do not have everything: any two of the rarer terms, or one that hardly any has. Of two frequent
 * terms both must be there; `else` is what to look for where too few have them.
 */
export function looseOf(plan: SearchPlan, own: readonly number[], appeals: readonly number[]): { wanted: string; else: string | null } {
  if (plan.terms.length < LOOSE_FROM) {
    return plan.terms.length > 1 && appeals.every((count) => count >= FREQUENT) ? { wanted: wideOf(plan, own), else: plan.loose } : { wanted: plan.loose, else: null };
  }
  // Where a term is met as it was typed, pairs are made of it alone: the index looks up each word of a question, however often it stands there.
  const rare = plan.terms.map(({ exact, like }, at) => ({ like: own[at]! > 0 ? exact : like, appeals: appeals[at]! })).sort((a, b) => a.appeals - b.appeals).slice(0, PAIRED);
  // Two frequent words together say little and are in a great many appeals.
  const telling = rare.filter((term) => term.appeals < FREQUENT).length || FREQUENT_PAIRED - 1;
  const pairs = rare.slice(0, telling).flatMap(({ like }, at) => (at + 1 < rare.length ? [allOf([like, anyOf(rare.slice(at + 1).map((other) => other.like))])] : []));
  const singles = rare.filter((term, at) => term.appeals > 0 && term.appeals <= RARE && at < 2).map(({ like }) => like);
  // Of many terms two are met by whatever has all of them by other words, or nothing is rare in it.
  const some = anyOf([...(plan.terms.length > LOOSE_FROM && pairs.length > 0 ? [] : [wideOf(plan, own)]), ...pairs, ...singles]);
  return { wanted: allOf([some, ...plan.without]), else: null };
}
