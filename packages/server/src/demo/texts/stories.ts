import { weighted, type Random } from '../random.js';
import { sayable, type Speaker } from './speech.js';
import { STORIES_ECONOMY_ROADS } from './stories-economy-roads.js';
import { STORIES_ECONOMY_TRADE } from './stories-economy-trade.js';
import { STORIES_ECONOMY_TRANSPORT } from './stories-economy-transport.js';
import { STORIES_HOUSING_1 } from './stories-housing-1.js';
import { STORIES_SOCIAL_BENEFITS } from './stories-social-benefits.js';
import { STORIES_SOCIAL_HEALTH } from './stories-social-health.js';
import { STORIES_SOCIAL_KINDERGARTENS } from './stories-social-kindergartens.js';
import { STORIES_SOCIAL_PENSIONS } from './stories-social-pensions.js';
import { STORIES_SOCIAL_SCHOOLS } from './stories-social-schools.js';
import type { Story } from './story.js';

/** Every story of the demonstration letters. */
export const STORIES: readonly Story[] = [
  ...STORIES_SOCIAL_HEALTH,
  ...STORIES_SOCIAL_SCHOOLS,
  ...STORIES_SOCIAL_KINDERGARTENS,
  ...STORIES_SOCIAL_BENEFITS,
  ...STORIES_SOCIAL_PENSIONS,
  ...STORIES_ECONOMY_ROADS,
  ...STORIES_ECONOMY_TRANSPORT,
  ...STORIES_ECONOMY_TRADE,
  ...STORIES_HOUSING_1,
];

const BY_TOPIC = new Map<string, readonly Story[]>(
  [...new Set(STORIES.map((story) => story.topic))].map((topic) => [topic, STORIES.filter((story) => story.topic === topic)]),
);

/** The stories of a topic; empty for an unknown code. */
export function storiesOf(topic: string): readonly Story[] {
  return BY_TOPIC.get(topic) ?? [];
}

/** A story of the topic that this person may write about in this month (1–12); undefined for a topic without stories. */
export function chooseStory(topic: string, month: number, speaker: Speaker, random: Random): Story | undefined {
  const stories = storiesOf(topic);
  if (stories.length === 0) return undefined;
  const inSeason = stories.filter((story) => story.months === undefined || story.months.includes(month));
  const fitting = inSeason.filter((story) => sayable(story.problem, speaker).length > 0);
  const pool = fitting.length > 0 ? fitting : inSeason.length > 0 ? inSeason : stories;
  return weighted(random, pool, (story) => story.weight ?? 1);
}
