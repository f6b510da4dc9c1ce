import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT } from '../config.js';
import type { Example } from './naive-bayes.js';

/** Where the examples lie that the first model learns from. */
export const CORPUS_FOLDER = path.join(PROJECT_ROOT, 'packages/server/reference/suggestions');

/** What a model learns from: letters, each under what a moderator would choose. */
export interface Corpus {
  readonly topics: readonly Example[];
  readonly kinds: readonly Example[];
  /** Reasons to reject, and NONE. */
  readonly reasons: readonly Example[];
}

/** The label of letters that are not to be rejected. */
export const NONE = 'NONE';

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
  const topics = readExamples(path.join(folder, 'topics.tsv'));
  return {
    topics,
    kinds: readExamples(path.join(folder, 'kinds.tsv')),
    reasons: [...readExamples(path.join(folder, 'reject-reasons.tsv')), ...topics.map(({ text }) => ({ label: NONE, text }))],
  };
}
