import { URGENT } from './corpus.js';
import { dangerFeaturesOf, NEGATIONS } from './danger-features.js';
import { wordsOf } from './features.js';
import { Logistic, logistic, type Case, type StoredLogistic } from './logistic.js';
import type { Example } from './naive-bayes.js';
import { literally, sentencesOf } from './urgency.js';

/** How much a letter is like urgent ones. */
export interface UrgencyLikeness {
  /** 0 to 1. */
  readonly probability: number;
  /** What in the letter speaks for it most, in the order of the letter. */
  readonly words: readonly string[];
}

/** How much calm letters together may weigh beside urgent ones: however many there are, the probability keeps its meaning. */
const CALM_SHARE = 1.5;
/** The whole letter's part in the score beside that of its most alarming place: one sentence of a long letter may tell of the danger. */
const WHOLE = 0.4;
/** Words that are shown. */
const MAX_WORDS = 4;
/** Letters that one portion of the learning looks at. */
const PORTION = 50;

/** Tells letters of danger from others by what was learned, where the rules know no words for it (urgency.rules.ts). */
export class UrgencyClassifier {
  private constructor(private readonly model: Logistic) {}

  /** Learns in portions; see `Logistic.learn`. Texts are subject and letter, divided by a line, or a letter alone. */
  static *learn(examples: readonly Example[]): Generator<void, UrgencyClassifier> {
    const weights = (urgent: boolean): number => examples.filter(({ label }) => (label === URGENT) === urgent).reduce((sum, { weight = 1 }) => sum + weight, 0);
    const calm = Math.min(1, CALM_SHARE * weights(true) / (weights(false) || 1));
    const cases: Case[] = [];
    for (const [i, { text, label, weight = 1 }] of examples.entries()) {
      if (i % PORTION === 0) yield;
      const positive = label === URGENT;
      cases.push({ bag: dangerFeaturesOf(literally('', text)), positive, weight: positive ? weight : weight * calm });
    }
    return new UrgencyClassifier(yield* Logistic.learn(cases));
  }

  read(subject: string, text: string): UrgencyLikeness {
    const whole = literally(subject, text);
    const sentences = sentencesOf(whole);
    const places = [...sentences, ...sentences.slice(1).map((sentence, i) => `${sentences[i]!} ${sentence}`)];
    let [most, place] = [-Infinity, ''];
    for (const one of places) {
      const score = this.model.score(dangerFeaturesOf(one));
      if (score > most) [most, place] = [score, one];
    }
    if (place === '') return { probability: 0, words: [] };
    const score = WHOLE * this.model.score(dangerFeaturesOf(whole)) + (1 - WHOLE) * most;
    return { probability: logistic(score), words: this.wordsFor(place) };
  }

  /** The words of the place that speak for a danger most, neighbours together: «не едет», «шипит труба». */
  private wordsFor(place: string): string[] {
    const told = new Map<string, number>();
    const pairs: [feature: string, word: string][] = [];
    const bag = dangerFeaturesOf(place, (feature, word) => pairs.push([feature, word]));
    for (const [feature, word] of new Map(pairs)) told.set(word, (told.get(word) ?? 0) + bag.get(feature)! * this.model.weightOf(feature));
    const most = new Set([...told].filter(([word, weight]) => weight > 0 && !NEGATIONS.has(word)).sort(([, a], [, b]) => b - a).slice(0, MAX_WORDS).map(([word]) => word));
    const words = wordsOf(place);
    const phrases: string[] = [];
    let open = false;
    words.forEach((word, i) => {
      const shown = most.has(word) || (NEGATIONS.has(word) && most.has(words[i + 1] ?? ''));
      if (shown) phrases.push(open ? `${phrases.pop()!} ${word}` : word);
      open = shown;
    });
    return [...new Set(phrases)].slice(0, MAX_WORDS);
  }

  toJSON(): StoredLogistic {
    return this.model.toJSON();
  }

  static fromJSON(stored: StoredLogistic): UrgencyClassifier {
    return new UrgencyClassifier(Logistic.fromJSON(stored));
  }
}
