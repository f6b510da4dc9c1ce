import { stemmer } from '@orama/stemmers/russian';

/** Words that say nothing of what a letter is about. */
const STOP = new Set(('и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда '
  + 'даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была '
  + 'сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда зачем '
  + 'всех никогда можно при наконец два об другой хоть после над больше тот через эти нас про всего них какая много разве три эту моя впрочем хорошо свою этой перед '
  + 'иногда лучше чуть том нельзя такой им более всегда конечно всю между это наш нам наша наши').split(' '));

/** Stems of words already met: letters repeat them, and stemming is what costs most. Bounded, since anybody can write new words. */
const stems = new Map<string, string>();
const MAX_STEMS = 50_000;

/** The stem of a word in small letters. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    if (stems.size >= MAX_STEMS) stems.clear();
    stems.set(word, (stem = stemmer(word)));
  }
  return stem;
}

/** Words and numbers of a text in small letters, ё as е. */
export const wordsOf = (text: string): string[] => text.toLowerCase().replaceAll('ё', 'е').match(/[а-яa-z]+|\d+/g) ?? [];

/** Whether the word says what a letter is about. */
export const isTelling = (word: string): boolean => word.length > 1 && !/^\d/.test(word) && !STOP.has(word);

/** Weight of each sort of feature; chosen on the demonstration's stories, which the start corpus does not hold. */
const WEIGHT = { pair: 0.25, grams: 0.35, start: 0.6 } as const;

/** Runs of four letters of a longer word, with its beginning and its end. */
export function gramsOf(word: string): string[] {
  if (word.length <= 3) return [];
  const framed = `^${word.slice(0, 12)}$`;
  return Array.from({ length: framed.length - 3 }, (_, i) => `_${framed.slice(i, i + 4)}`);
}

/**
 * What a letter is told apart by: stems, pairs of neighbouring stems, and for slips and unknown forms the beginnings of words and
 * their runs of four letters. Numbers are left out: they belong to one letter.
 */
export function featuresOf(text: string): Map<string, number> {
  const telling = wordsOf(text).filter(isTelling);
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => void features.set(feature, (features.get(feature) ?? 0) + weight);
  let before: string | null = null;
  for (const word of telling) {
    const stem = stemOf(word);
    add(stem, 1);
    if (before !== null) add(`${before} ${stem}`, WEIGHT.pair);
    before = stem;
    if (word.length >= 5) add(`${word.slice(0, 5)}-`, WEIGHT.start);
    for (const gram of gramsOf(word)) add(gram, WEIGHT.grams);
  }
  return features;
}
