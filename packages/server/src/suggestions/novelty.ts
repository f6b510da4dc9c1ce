import { isTelling, stemOf, wordsOf } from './features.js';

/** A sentence teaches something while at least this share of its pairs of words is new under its label. */
const NEW = 0.5;

/**
 * What letters say that was not said before: forms, templates and mass appeals repeat the same sentences, and one voice must not
 * become the voice of its topic. Ask it in the order of learning.
 */
export class Novelty {
  private readonly said = new Map<string, Set<string>>();

  /** The sentences of the text that are new under the label; remembers them. */
  of(label: string, text: string): string {
    const said = this.said.get(label) ?? new Set<string>();
    this.said.set(label, said);
    return text.split(/(?<=[.!?…;])\s+|\n+/).filter((sentence) => {
      const stems = wordsOf(sentence).filter(isTelling).map(stemOf);
      const pairs = stems.length > 1 ? stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`) : stems;
      const fresh = pairs.filter((pair) => !said.has(pair));
      for (const pair of pairs) said.add(pair);
      return pairs.length > 0 && fresh.length / pairs.length >= NEW;
    }).join(' ');
  }
}
