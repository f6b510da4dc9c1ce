import { DANGER_CLASSES } from './danger-classes.js';
import { isTelling, stemOf, wordsOf } from './features.js';

/** Turn the word after them into its opposite: «не едет», «нет крышки», «без сознания». */
export const NEGATIONS: ReadonlySet<string> = new Set(['не', 'нет', 'без', 'ни', 'нельзя']);
/** So many words after a negation are still denied where classes are looked for. */
const DENIED = 2;
/** Words that tell nothing elsewhere tell a danger: «сейчас», «никого». */
const ALSO_TELLING = new Set('сейчас никогда больше еще уже один куда совсем ничего много нас когда вдруг всех'.split(' '));

/** How much each sort of feature counts beside a stem; chosen by cross-validation over the start corpus. */
const WEIGHT = { negation: 0.5, pair: 0.5, start: 0.5, classPair: 0.3 } as const;
const START = 5;

const exact = new Map<string, string[]>();
const beginnings = new Map<string, string[]>();
for (const [name, words] of Object.entries(DANGER_CLASSES)) {
  for (const word of words.split(' ')) {
    const [known, key] = word.endsWith('*') ? [beginnings, word.slice(0, -1)] as const : [exact, word] as const;
    known.set(key, [...known.get(key) ?? [], name]);
  }
}
/** Classes of words already met. Bounded, since anybody can write new words. */
const met = new Map<string, readonly string[]>();
const MAX_MET = 50_000;

/** The classes that a word belongs to; a denied one to those of its opposite as well. */
function classesOf(word: string, denied: boolean): readonly string[] {
  const key = denied ? `!${word}` : word;
  let classes = met.get(key);
  if (!classes) {
    const found = new Set<string>();
    for (const form of denied ? [word, key] : [word]) {
      for (const name of exact.get(form) ?? []) found.add(name);
      for (let end = 2; end <= form.length; end += 1) for (const name of beginnings.get(form.slice(0, end)) ?? []) found.add(name);
    }
    if (met.size >= MAX_MET) met.clear();
    met.set(key, (classes = [...found].sort()));
  }
  return classes;
}

/**
 * What tells a danger in a text made `plain`: stems, denied and in pairs, beginnings of words, and the classes of words that meet in it.
 * @param told hears of each feature with the word that it comes from
 */
export function dangerFeaturesOf(text: string, told?: (feature: string, word: string) => void): Map<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number, word: string): void => {
    features.set(feature, weight);
    told?.(feature, word);
  };
  const classes = new Map<string, string>();
  let before: string | null = null;
  let negated = false;
  let denied = 0;
  for (const word of wordsOf(text)) {
    if (NEGATIONS.has(word)) {
      [negated, denied] = [true, DENIED];
      add(`=${word}`, WEIGHT.negation, word);
      continue;
    }
    for (const name of classesOf(word, denied > 0)) if (!classes.has(name)) classes.set(name, word);
    denied -= 1;
    if (!isTelling(word) && !ALSO_TELLING.has(word)) continue;
    const stem: string = stemOf(word);
    add(stem, 1, word);
    const form: string = negated ? `!${stem}` : stem;
    if (negated) add(form, 1, word);
    if (before !== null) add(`${before} ${form}`, WEIGHT.pair, word);
    if (word.length >= START) add(`${word.slice(0, START)}-`, WEIGHT.start, word);
    [before, negated] = [form, false];
  }
  const names = [...classes.keys()].sort();
  names.forEach((name, i) => {
    add(`@${name}`, 1, classes.get(name)!);
    for (const other of names.slice(i + 1)) add(`@${name} ${other}`, WEIGHT.classPair, classes.get(name)!);
  });
  return features;
}
