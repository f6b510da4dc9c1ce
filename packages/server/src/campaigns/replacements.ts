import { isTelling, stemOf } from '../suggestions/index.js';

/** A word or a number of a sentence. */
interface Token {
  readonly stem: string;
  /** What forms of a word and words of one root begin with; a number as it is. */
  readonly start: string;
  readonly isNumber: boolean;
  /** A name: with a capital letter, and not the first of its sentence. */
  readonly isName: boolean;
  /** Whether it says what the letter is about. */
  readonly tells: boolean;
}

/** A letter as its sentences. */
export type Sentences = readonly (readonly Token[])[];

/** More of a letter is not laid beside another one. */
const MOST_SENTENCES = 60;
const MOST_TOKENS = 80;
/** Two sentences are one and the same, changed, where so much of the shorter one stands in both in one order. */
const SAME_SENTENCE = 0.45;
const LEAST_IN_COMMON = 2;
const START = 5;

const TOKEN = /[А-ЯЁа-яёA-Za-z]+(?:-[а-яё]+)*|\d+(?:[:.,]\d+)?/g;
const END = /(?<=[.!?…;])\s+(?=[А-ЯЁA-Z«"\d])|\n+/;

export const sentencesOf = (text: string): Sentences => text.split(END).map(tokensOf).filter((sentence) => sentence.length > 0).slice(0, MOST_SENTENCES);

function tokensOf(sentence: string): Token[] {
  return [...sentence.trim().matchAll(TOKEN)].slice(0, MOST_TOKENS).map(({ 0: word, index }) => {
    const small = word.toLowerCase().replaceAll('ё', 'е');
    const isNumber = /^\d/.test(word);
    return {
      stem: isNumber ? small : stemOf(small), start: isNumber ? small : small.slice(0, START), isNumber,
      isName: !isNumber && index > 0 && /^[А-ЯЁ][а-яё]/.test(word), tells: isNumber || isTelling(small),
    };
  });
}

/** What two letters that say the same sentences have put in each other's place. */
export interface Replacements {
  /** 1 where a number stands for another, or a name for another name. */
  readonly number: number;
  readonly name: number;
  /** Telling words that stand for others: none 0, three or more 1. */
  readonly words: number;
  /** Part of the shorter letter's telling words that both have, in sentences that are the same, 0 to 1. */
  readonly framed: number;
}

/**
 * Lays the sentences of two letters beside each other. Whoever copies a petition changes words for words like them, or adds sentences of
 * their own; whoever copies a complaint about something else puts another house, name or thing into its place.
 */
export function replacementsIn(a: Sentences, b: Sentences): Replacements {
  const [shorter, longer] = comesFirst(a, b) ? [a, b] : [b, a];
  const [inShorter, inLonger] = [stemsOf(shorter), stemsOf(longer)];
  const candidates = longer.map((sentence) => ({ sentence, starts: new Set(sentence.map(({ start }) => start)) }));
  let [number, name, words, common, all] = [0, 0, 0, 0, 0];
  for (const sentence of shorter) {
    all += sentence.filter(({ tells }) => tells).length;
    const best = sameSentence(sentence, candidates);
    if (!best) continue;
    common += best.common.filter(({ tells }) => tells).length;
    for (const [from, to] of best.replaced) {
      const [gone, come] = [from.filter(({ tells, stem }) => tells && !inLonger.has(stem)), to.filter(({ tells, stem }) => tells && !inShorter.has(stem))];
      const both = (is: (token: Token) => boolean): boolean => gone.some(is) && come.some(is);
      if (both(({ isNumber }) => isNumber)) number = 1;
      if (both(({ isName }) => isName)) name = 1;
      words += Math.min(...[gone, come].map((tokens) => tokens.filter(({ isNumber }) => !isNumber).length));
    }
  }
  return { number, name, words: Math.min(3, words) / 3, framed: all > 0 ? common / all : 0 };
}

/** The shorter one, and of two that are equally long always the same one, so that it is the same both ways round. */
function comesFirst(a: Sentences, b: Sentences): boolean {
  const [x, y] = [a.flat(), b.flat()];
  const said = (tokens: readonly Token[]): string => tokens.map(({ stem }) => stem).join(' ');
  return x.length === y.length ? said(x) <= said(y) : x.length < y.length;
}

const stemsOf = (sentences: Sentences): Set<string> => new Set(sentences.flat().map(({ stem }) => stem));
const isSame = (a: Token, b: Token): boolean => a.stem === b.stem || (a.start === b.start && !a.isNumber && a.stem.length >= 4 && b.stem.length >= 4);

interface Laid {
  readonly common: readonly Token[];
  readonly replaced: readonly (readonly [readonly Token[], readonly Token[]])[];
}

function sameSentence(sentence: readonly Token[], candidates: readonly { sentence: readonly Token[]; starts: ReadonlySet<string> }[]): Laid | null {
  let best: Laid | null = null;
  for (const { sentence: other, starts } of candidates) {
    const needed = Math.max(LEAST_IN_COMMON, SAME_SENTENCE * Math.min(sentence.length, other.length), (best?.common.length ?? 0) + 1);
    if (sentence.filter(({ start }) => starts.has(start)).length < LEAST_IN_COMMON) continue;
    const laid = layBeside(sentence, other);
    if (laid.common.length >= needed) best = laid;
  }
  return best;
}

/** The longest common run of tokens in their order, and what stands between its parts. */
function layBeside(a: readonly Token[], b: readonly Token[]): Laid {
  const longest = Array.from({ length: a.length + 1 }, () => new Uint8Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) longest[i]![j] = isSame(a[i]!, b[j]!) ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  }
  const common: Token[] = [];
  const replaced: [Token[], Token[]][] = [];
  let between: [Token[], Token[]] = [[], []];
  let [i, j] = [0, 0];
  const close = (): void => {
    if (between[0].length > 0 && between[1].length > 0) replaced.push(between);
    between = [[], []];
  };
  while (i < a.length && j < b.length) {
    if (isSame(a[i]!, b[j]!)) {
      close();
      common.push(a[i]!);
      i += 1;
      j += 1;
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) between[0].push(a[i++]!);
    else between[1].push(b[j++]!);
  }
  between[0].push(...a.slice(i));
  between[1].push(...b.slice(j));
  close();
  return { common, replaced };
}
