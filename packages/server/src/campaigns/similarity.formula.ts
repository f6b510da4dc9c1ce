import { replacementsIn, sentencesOf, type Sentences } from './replacements.js';
import { featuresOf, isTelling, namedIn, nameTerm, stemOf, wordsOf, type Named } from '../suggestions/index.js';

/** What two letters are compared by; made once for each letter. */
export interface Print {
  /** Stems of telling words that are no names. */
  readonly stems: ReadonlySet<string>;
  /** Two neighbouring stems. */
  readonly runs: ReadonlySet<string>;
  /** Stems, beginnings and parts of words with their weights, of length 1. */
  readonly features: ReadonlyMap<string, number>;
  readonly named: Named;
  readonly sentences: Sentences;
  /** Numbers of two digits and more. */
  readonly numbers: ReadonlySet<string>;
}

/** Words of every letter: who asks, and how. */
const COMMON = new Set(('просим прошу помогите пожалуйста здравствуйте добрый день уважаемый уважаемая депутат обращаюсь обращаемся обращение жители жильцы улица улице улицы дом дома доме год года лет день дня неделя неделю месяц '
  + 'второй третий просить сделать сделайте решить вопрос разобраться принять меры нас вас очень каждый просто живу проживаю адрес адресу').split(' ').map(stemOf));

export function printOf(subject: string, text: string): Print {
  const letter = `${subject}. ${text}`;
  const named = namedIn(letter);
  const names = anyOf(named);
  const words = wordsOf(letter).filter(isTelling);
  const stems = words.map(stemOf).filter((stem) => !COMMON.has(stem));
  const content = stems.filter((stem) => !names.has(stem.slice(0, 8)));
  const features = [...featuresOf(content.join(' '))].map(([feature, value]) => [feature, Math.sqrt(value)] as const);
  const length = Math.sqrt(features.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return { stems: new Set(content), runs: new Set(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`)), features: new Map(features.map(([feature, value]) => [feature, value / length])), named,
    sentences: sentencesOf(letter), numbers: new Set(letter.match(/\d{2,}/g)) };
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].reduce((count, one) => count + (b.has(one) ? 1 : 0), 0);
/** Part of the smaller set that is in the other; 0 where one is empty. */
const contained = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => (a.size === 0 || b.size === 0 ? 0 : shared(a, b) / Math.min(a.size, b.size));
/** Whether both name something of a kind, and nothing in common. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => (a.size > 0 && b.size > 0 && shared(a, b) === 0 ? 1 : 0);
const anyOf = ({ streets, names, capitals }: Named): Set<string> => new Set([...streets, ...names, ...capitals]);

/** A letter with fewer telling words than this is short: little is known of it. */
const SHORT = 12;
/** From this part of turns in common on a letter is a copy, with or without a paragraph of one's own. */
const COPIED = 0.8;

/** What speaks for and against two letters being of one campaign. */
export const SIGNS = ['stems', 'runs', 'copy', 'cosine', 'place', 'otherHouse', 'otherStreet', 'otherNumber', 'otherName', 'otherTime', 'otherAny', 'newNumber', 'newName', 'newWords', 'framed', 'numbers', 'noTie', 'short', 'sameApplicant'] as const;
export type Sign = (typeof SIGNS)[number];

export function signsOf(a: Print, b: Print, sameApplicant: boolean): Record<Sign, number> {
  const [x, y] = [a.named, b.named];
  let cosine = 0;
  for (const [feature, value] of a.features) cosine += value * (b.features.get(feature) ?? 0);
  // A street that is called a name in one letter is one and the same.
  const [places, theirs] = [anyOf(x), anyOf(y)];
  const inCommon = shared(places, theirs);
  const runs = contained(a.runs, b.runs);
  const others = {
    otherHouse: x.streets.size > 0 && shared(x.streets, y.streets) > 0 ? differ(x.houses, y.houses) : 0,
    otherStreet: differ(x.streets, y.streets), otherNumber: differ(x.numbered, y.numbered),
    otherName: inCommon === 0 ? differ(x.names, y.names) : 0, otherTime: differ(x.times, y.times),
  };
  const numbers = shared(a.numbers, b.numbers);
  const replaced = replacementsIn(a.sentences, b.sentences);
  const isElsewhere = Object.values(others).some((other) => other > 0);
  return {
    stems: contained(a.stems, b.stems), runs, copy: isElsewhere ? 0 : Math.max(0, runs - COPIED) / (1 - COPIED), cosine,
    place: Math.min(2, inCommon), ...others, otherAny: differ(places, theirs),
    newNumber: replaced.number, newName: replaced.name, newWords: replaced.words * replaced.framed, framed: replaced.framed,
    numbers: Math.min(3, numbers) / 3, noTie: inCommon === 0 && numbers === 0 && runs === 0 ? 1 : 0,
    short: Math.min(1, SHORT / Math.max(1, Math.min(a.stems.size, b.stems.size))),
    sameApplicant: sameApplicant ? 1 : 0,
  };
}

/**
 * Weights of the signs: a logistic regression over letters of three authors (docs/adr/0017); the last one, for a second letter of one
 * person, was set by hand. Turns and sentences in common speak against, since letters about two streets copy each other too; but a copy
 * that names nothing else speaks for, and in a short letter everything weighs less.
 */
const WEIGHTS: Record<Sign, number> = {
  stems: 4.12, runs: -4.01, copy: 1.51, cosine: 3.8, place: 0.48, otherHouse: -1.65, otherStreet: -1.39, otherNumber: -2.08, otherName: -0.71, otherTime: -1.1, otherAny: -0.97,
  newNumber: -1.66, newName: -1.39, newWords: -2.89, framed: -1.19, numbers: 1.86, noTie: -1.54, short: -2.04, sameApplicant: 0.9,
};
const BASE = -0.46;

/** From this on two letters of one territory are taken for one campaign's. */
export const SAME_CAMPAIGN = 0.36;

/** How likely two letters of one territory are about one thing, 0 to 1. */
export function similarity(a: Print, b: Print, sameApplicant = false): number {
  const signs = signsOf(a, b, sameApplicant);
  return 1 / (1 + Math.exp(-SIGNS.reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], BASE)));
}

/** What a letter is looked up by among others: stems, names, and what has a number; the longest first, since they tell most. */
export function lookupTerms({ stems, named }: Print): string[] {
  const names = [...named.streets, ...named.names, ...named.capitals].map(nameTerm);
  const numbers = [...named.houses, ...named.numbered, ...named.times].map((one) => `#${one}`);
  const telling = [...stems].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, TERMS);
  return [...new Set([...names, ...numbers, ...telling])].slice(0, TERMS + 20);
}

const TERMS = 60;
