import { DANGER_WORDS, FIGURES, GOES_ON, LONG_PAST, OVER, THOUGHT, URGENCY_RULES, type Danger } from './urgency.rules.js';
import type { Locale } from '../shared/locale.js';
import { Phrases, plain as plainly } from './phrases.js';

/** What makes an appeal urgent: the danger, and the words of the letter that tell of it. */
export interface UrgencyFinding {
  readonly danger: Danger;
  readonly words: readonly string[];
}

const RULES = URGENCY_RULES.map(({ danger, all, near, unless }) => ({ danger, all: all.map((group) => new Phrases(group)), near: near === true, unless: unless === undefined ? null : new Phrases(unless) }));
const FIGURE = new Phrases(FIGURES.join('|'));
const PAST = new Phrases(LONG_PAST);
const ON = new Phrases(GOES_ON);
const DONE = new Phrases(OVER);
const MEANT = new Phrases(THOUGHT);
const CALLS = new Phrases('помогите|срочно|спасите');

/** A letter made `plain`, without its figures of speech. */
export const literally = (subject: string, text: string): string => FIGURE.replace(plainly(`${subject}.\n${text}`), ' … ');

export const sentencesOf = (plain: string): string[] => plain.split(/(?<=[.!?…;])\s+|\n+/).map((sentence) => sentence.trim()).filter((sentence) => /[а-яa-z]/.test(sentence));

/** Whether a sentence speaks of the present: not of what is over, thought of or thanked for. */
const isPresent = (sentence: string): boolean =>
  ON.in(sentence) !== null || [PAST, DONE, MEANT].every((phrases) => phrases.in(sentence) === null);

/**
 * Looks for what endangers life or health now. Figures of speech, what is long over, thanks and proposals are passed over.
 * @returns the dangers in the order of the rules, each once; none when nothing is urgent
 */
export function findUrgency(subject: string, text: string): UrgencyFinding[] {
  const whole = literally(subject, text);
  const sentences = sentencesOf(whole);
  if (DONE.in(whole) && !ON.in(whole) && !CALLS.in(whole)) return [];
  const findings = new Map<Danger, string[]>();
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1];
    const pair = next === undefined ? sentence : `${sentence} ${next}`;
    for (const { danger, all, near, unless } of RULES) {
      const window = near ? pair : sentence;
      if (!isPresent(window) || unless?.in(window)) continue;
      const words = all.map((group) => group.in(window));
      if (words.some((word) => word === null)) continue;
      const known = findings.get(danger) ?? [];
      findings.set(danger, [...new Set([...known, ...(words as string[])])]);
    }
  });
  return [...findings].map(([danger, words]) => ({ danger, words: words.slice(0, MAX_WORDS) }));
}

const MAX_WORDS = 6;

/** "Газ: «пахнет газом»". */
export const urgencyInWords = (findings: readonly UrgencyFinding[], locale: Locale): string =>
  findings.map(({ danger, words }) => `${capital(DANGER_WORDS[danger][locale])}: ${words.map((word) => (locale === 'ru' ? `«${word}»` : `“${word}”`)).join(', ')}`).join('; ');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
