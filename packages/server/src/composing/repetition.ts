import type { KnownText } from '../appeals/index.js';
import type { Span } from './sentences.js';

/** A passage that stands in a known text too. */
export interface Repeated extends Span {
  readonly kind: KnownText['kind'];
  readonly name: string;
}

/** As many words as `shingles` of appeals/informality counts by: a shorter run is everybody's Russian. */
const RUN = 5;
const MAX_PASSAGES = 20;

interface Word extends Span {
  readonly word: string;
}

const wordsIn = (text: string): Word[] => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
  word: match[0].toLowerCase().replaceAll('ё', 'е'), start: match.index, end: match.index + match[0].length,
}));

/** Passages of five words and more that stand in one of the known texts, longest runs of each, in the order of the answer. */
export function repeatedPassages(answer: string, known: readonly KnownText[]): Repeated[] {
  const own = wordsIn(answer);
  if (own.length < RUN) return [];
  // Of a run that stands in several texts the first one is named.
  const sources = new Map<string, KnownText>();
  for (const source of known) {
    const words = wordsIn(source.text);
    for (let i = 0; i + RUN <= words.length; i += 1) {
      const run = words.slice(i, i + RUN).map(({ word }) => word).join(' ');
      if (!sources.has(run)) sources.set(run, source);
    }
  }
  const passages: Repeated[] = [];
  for (let i = 0; i + RUN <= own.length; i += 1) {
    const source = sources.get(own.slice(i, i + RUN).map(({ word }) => word).join(' '));
    if (!source) continue;
    const [start, end] = [own[i]!.start, own[i + RUN - 1]!.end];
    const last = passages.at(-1);
    if (last && last.kind === source.kind && last.name === source.name && start <= last.end) passages[passages.length - 1] = { ...last, end };
    else passages.push({ start: Math.max(start, last?.end ?? 0), end, kind: source.kind, name: source.name });
  }
  return passages.slice(0, MAX_PASSAGES);
}
