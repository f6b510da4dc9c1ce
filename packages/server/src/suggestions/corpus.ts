import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../config.js';
import type { Example } from './naive-bayes.js';
import { findUrgency } from './urgency.js';

/** Where the examples lie that the first model learns from. */
export const CORPUS_FOLDER = path.join(PROJECT_ROOT, 'packages/server/reference/suggestions');

/** What a model learns from: letters, each under what a moderator would choose. */
export interface Corpus {
  readonly topics: readonly Example[];
  readonly kinds: readonly Example[];
  /** Reasons to reject, and NONE. */
  readonly reasons: readonly Example[];
  /** URGENT, and NONE. */
  readonly urgency: readonly Example[];
}

/** The label of letters that are not to be rejected, and of those that are not urgent. */
export const NONE = 'NONE';
/** The label of letters that tell of a danger to life or health. */
export const URGENT = 'URGENT';
/** What a letter that nobody called calm, or that moderators accepted without a mark, weighs beside one that was written to be told from urgent ones. */
export const CALM_WEIGHT = 0.5;

/** Reads lines of `label<tab>text`. */
export function readExamples(file: string): Example[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line, i) => {
    const [label, text, ...more] = line.split('\t');
    if (!label || !text || more.length > 0) throw new Error(`${path.basename(file)}:${i + 1}: a label, a tab and a text are expected`);
    return { label, text };
  });
}

/** The start corpus, written for the product: no letter of a citizen is in it. */
export function startCorpus(folder = CORPUS_FOLDER): Corpus {
  const [topics, kinds, reasons, urgency] = ['topics', 'kinds', 'reject-reasons', 'urgency'].map((name) => readExamples(path.join(folder, `${name}.tsv`))) as [Example[], Example[], Example[], Example[]];
  // Few letters of the other files are urgent, and the rules know most of those.
  const calm = [...topics, ...kinds, ...reasons].filter(({ text }) => findUrgency('', text).length === 0);
  return {
    topics, kinds,
    reasons: [...reasons, ...topics.map(({ text }) => ({ label: NONE, text }))],
    urgency: [...urgency, ...calm.map(({ text }) => ({ label: NONE, text, weight: CALM_WEIGHT }))],
  };
}
