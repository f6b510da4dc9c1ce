import { STORIES } from '../demo/texts/stories.js';
import { NONE, type Corpus, type Example } from '../suggestions/index.js';

/** A part of a story as somebody would write it: the first form of each choice, and no slots. */
const spoken = (part: string): string => part.replace(/^(?:#\S+ )+/, '').replace(/\[([^\]|]*)(?:\|[^\]]*)?\]/g, '$1').replace(/\{[a-zA-Z]+\}/g, '').replace(/ {2,}/g, ' ').trim();

/** The stories behind the demonstration as further examples: written for the product as well, by topic and kind. */
export function storyCorpus(): Corpus {
  const topics: Example[] = [];
  const kinds: Example[] = [];
  for (const { topic, kind, subjects, problem, details, asks } of STORIES) {
    for (const part of [...subjects, ...problem, ...details, ...asks]) topics.push({ label: topic, text: spoken(part), typical: false });
    for (const part of problem) kinds.push({ label: kind, text: `${spoken(part)} ${spoken(asks[0] ?? '')}`, typical: false });
  }
  return { topics, kinds, reasons: kinds.map(({ text }) => ({ label: NONE, text, typical: false })) };
}
