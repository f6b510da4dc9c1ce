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
}

/** Words of every letter: who asks, and how. */
const COMMON = new Set(('просим прошу помогите пожалуйста здравствуйте добрый день уважаемый уважаемая депутат обращаюсь обращаемся обращение жители жильцы улица улице улицы дом дома доме год года лет день дня неделя неделю месяц '
  + 'второй третий просить сделать сделайте решить вопрос разобраться принять меры нас вас очень каждый просто живу проживаю адрес адресу').split(' ').map(stemOf));

export function printOf(subject: string, text: string): Print {
  const letter = `${subject}. ${text}`;
  const named = namedIn(letter);
  const names = new Set([...named.streets, ...named.names, ...named.capitals]);
  const words = wordsOf(letter).filter(isTelling);
  const stems = words.map(stemOf).filter((stem) => !COMMON.has(stem));
  const content = stems.filter((stem) => !names.has(stem.slice(0, 8)));
  const features = [...featuresOf(content.join(' '))].map(([feature, value]) => [feature, Math.sqrt(value)] as const);
  const length = Math.sqrt(features.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return { stems: new Set(content), runs: new Set(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`)), features: new Map(features.map(([feature, value]) => [feature, value / length])), named };
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].reduce((count, one) => count + (b.has(one) ? 1 : 0), 0);
/** Part of the smaller set that is in the other; 0 where one is empty. */
const contained = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => (a.size === 0 || b.size === 0 ? 0 : shared(a, b) / Math.min(a.size, b.size));
/** Whether both name something of a kind, and nothing in common. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => (a.size > 0 && b.size > 0 && shared(a, b) === 0 ? 1 : 0);
const anyOf = ({ streets, names, capitals }: Named): Set<string> => new Set([...streets, ...names, ...capitals]);

/** From this part of turns in common on a letter is a copy, with or without a paragraph of one's own. */
const COPIED = 0.8;

/** What speaks for and against two letters being of one campaign. */
export const SIGNS = ['stems', 'runs', 'copy', 'cosine', 'place', 'house', 'number', 'otherHouse', 'otherStreet', 'otherNumber', 'otherName', 'otherTime', 'sameApplicant'] as const;
export type Sign = (typeof SIGNS)[number];

export function signsOf(a: Print, b: Print, sameApplicant: boolean): Record<Sign, number> {
  const [x, y] = [a.named, b.named];
  let cosine = 0;
  for (const [feature, value] of a.features) cosine += value * (b.features.get(feature) ?? 0);
  // A street that is called a name in one letter is one and the same.
  const inCommon = shared(anyOf(x), anyOf(y));
  const runs = contained(a.runs, b.runs);
  const others = {
    otherHouse: x.streets.size > 0 && shared(x.streets, y.streets) > 0 ? differ(x.houses, y.houses) : 0,
    otherStreet: differ(x.streets, y.streets), otherNumber: differ(x.numbered, y.numbered),
    otherName: inCommon === 0 ? differ(x.names, y.names) : 0, otherTime: differ(x.times, y.times),
  };
  const isElsewhere = Object.values(others).some((other) => other > 0);
  return {
    stems: contained(a.stems, b.stems), runs, copy: isElsewhere ? 0 : Math.max(0, runs - COPIED) / (1 - COPIED), cosine,
    place: Math.min(2, inCommon), house: Math.min(1, shared(x.houses, y.houses)), number: Math.min(1, shared(x.numbered, y.numbered) + shared(x.times, y.times)),
    ...others, sameApplicant: sameApplicant ? 1 : 0,
  };
}

/**
 * Weights of the signs: a logistic regression over the letters of test/campaigns, two thirds of its groups; what names another place was
 * made to weigh somewhat more, for whole copies that differ in nothing but the address. Turns in common speak against,
 * since letters about two streets copy each other too; but a copy that names nothing else, and a second letter of one person, speak for.
 */
const WEIGHTS: Record<Sign, number> = {
  stems: 4.34, runs: -3.99, copy: 3, cosine: 6.33, place: 1.81, house: 0.54, number: 2.15,
  otherHouse: -5, otherStreet: -5, otherNumber: -4, otherName: -4.5, otherTime: -3.5, sameApplicant: 1.2,
};
const BASE = -5.19;

/** From this on two letters of one territory are taken for one campaign's. */
export const SAME_CAMPAIGN = 0.4;

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
