import { STORIES } from '../demo/texts/stories.js';
import { CALM_WEIGHT, NONE, URGENT, type Corpus, type Example } from '../suggestions/index.js';

/** A part of a story as somebody would write it: the first form of each choice, and no slots. */
const spoken = (part: string): string => part.replace(/^(?:#\S+ )+/, '').replace(/\[([^\]|]*)(?:\|[^\]]*)?\]/g, '$1').replace(/\{[a-zA-Z]+\}/g, '').replace(/ {2,}/g, ' ').trim();

/** What a part that only goes with the trouble of a calm story weighs: there are thousands of them. */
const ASIDE_WEIGHT = 0.2;

/** The stories behind the demonstration as further examples: written for the product as well, by topic, kind and urgency. */
export function storyCorpus(stories = STORIES): Corpus {
  const topics: Example[] = [];
  const kinds: Example[] = [];
  const urgency: Example[] = [];
  for (const { topic, kind, urgent, subjects, problem, details, asks } of stories) {
    for (const part of [...subjects, ...problem, ...details, ...asks]) topics.push({ label: topic, text: spoken(part), typical: false });
    for (const part of problem) {
      kinds.push({ label: kind, text: `${spoken(part)} ${spoken(asks[0] ?? '')}`, typical: false });
      urgency.push(urgent ? { label: URGENT, text: spoken(part) } : { label: NONE, text: spoken(part), weight: CALM_WEIGHT });
    }
    if (!urgent) for (const part of [...subjects, ...details, ...asks]) urgency.push({ label: NONE, text: spoken(part), weight: ASIDE_WEIGHT });
  }
  // None of them teaches what is to be accepted: a thousand letters like one another would drown the few hundred that are written to be told from a reason.
  return { topics, kinds, urgency, reasons: [] };
}
