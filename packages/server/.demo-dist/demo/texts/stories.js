import { weighted } from '../random.js';
import { sayable } from './speech.js';
import { STORIES_ECONOMY_2 } from './stories-economy-2.js';
import { STORIES_ECONOMY_3 } from './stories-economy-3.js';
import { STORIES_ECONOMY_4 } from './stories-economy-4.js';
import { STORIES_ECONOMY_5 } from './stories-economy-5.js';
import { STORIES_ECONOMY_6 } from './stories-economy-6.js';
import { STORIES_ECONOMY_ROADS } from './stories-economy-roads.js';
import { STORIES_ECONOMY_TRADE } from './stories-economy-trade.js';
import { STORIES_ECONOMY_TRANSPORT } from './stories-economy-transport.js';
import { STORIES_HOUSING_1 } from './stories-housing-1.js';
import { STORIES_HOUSING_2 } from './stories-housing-2.js';
import { STORIES_HOUSING_3 } from './stories-housing-3.js';
import { STORIES_HOUSING_4 } from './stories-housing-4.js';
import { STORIES_HOUSING_5 } from './stories-housing-5.js';
import { STORIES_HOUSING_6 } from './stories-housing-6.js';
import { STORIES_HOUSING_7 } from './stories-housing-7.js';
import { STORIES_LAW } from './stories-law.js';
import { STORIES_LAW_2 } from './stories-law-2.js';
import { STORIES_LAW_3 } from './stories-law-3.js';
import { STORIES_LAW_4 } from './stories-law-4.js';
import { STORIES_SOCIAL_BENEFITS } from './stories-social-benefits.js';
import { STORIES_SOCIAL_CULTURE } from './stories-social-culture.js';
import { STORIES_SOCIAL_DISABILITY } from './stories-social-disability.js';
import { STORIES_SOCIAL_EMPLOYMENT } from './stories-social-employment.js';
import { STORIES_SOCIAL_FAMILIES } from './stories-social-families.js';
import { STORIES_SOCIAL_HEALTH } from './stories-social-health.js';
import { STORIES_SOCIAL_HEALTH_2 } from './stories-social-health-2.js';
import { STORIES_SOCIAL_KINDERGARTENS } from './stories-social-kindergartens.js';
import { STORIES_SOCIAL_PENSIONS } from './stories-social-pensions.js';
import { STORIES_SOCIAL_SCHOOLS } from './stories-social-schools.js';
import { STORIES_SOCIAL_SPORT } from './stories-social-sport.js';
import { STORIES_STATE_ASSOCIATIONS } from './stories-state-associations.js';
import { STORIES_STATE_ELECTIONS } from './stories-state-elections.js';
import { STORIES_STATE_LEGISLATION } from './stories-state-legislation.js';
/** Every story of the demonstration letters. */
export const STORIES = [
    ...STORIES_STATE_ELECTIONS,
    ...STORIES_STATE_LEGISLATION,
    ...STORIES_STATE_ASSOCIATIONS,
    ...STORIES_SOCIAL_HEALTH,
    ...STORIES_SOCIAL_HEALTH_2,
    ...STORIES_SOCIAL_SCHOOLS,
    ...STORIES_SOCIAL_KINDERGARTENS,
    ...STORIES_SOCIAL_BENEFITS,
    ...STORIES_SOCIAL_PENSIONS,
    ...STORIES_SOCIAL_EMPLOYMENT,
    ...STORIES_SOCIAL_FAMILIES,
    ...STORIES_SOCIAL_DISABILITY,
    ...STORIES_SOCIAL_CULTURE,
    ...STORIES_SOCIAL_SPORT,
    ...STORIES_ECONOMY_ROADS,
    ...STORIES_ECONOMY_TRANSPORT,
    ...STORIES_ECONOMY_TRADE,
    ...STORIES_ECONOMY_2,
    ...STORIES_ECONOMY_3,
    ...STORIES_ECONOMY_4,
    ...STORIES_ECONOMY_5,
    ...STORIES_ECONOMY_6,
    ...STORIES_LAW,
    ...STORIES_LAW_2,
    ...STORIES_LAW_3,
    ...STORIES_LAW_4,
    ...STORIES_HOUSING_1,
    ...STORIES_HOUSING_2,
    ...STORIES_HOUSING_3,
    ...STORIES_HOUSING_4,
    ...STORIES_HOUSING_5,
    ...STORIES_HOUSING_6,
    ...STORIES_HOUSING_7,
];
const BY_TOPIC = new Map([...new Set(STORIES.map((story) => story.topic))].map((topic) => [topic, STORIES.filter((story) => story.topic === topic)]));
/** The stories of a topic; empty for an unknown code. */
export function storiesOf(topic) {
    return BY_TOPIC.get(topic) ?? [];
}
/** A story of the topic that this person may write about in this month (1–12); undefined for a topic without stories. */
export function chooseStory(topic, month, speaker, random) {
    const stories = storiesOf(topic);
    if (stories.length === 0)
        return undefined;
    const inSeason = stories.filter((story) => story.months === undefined || story.months.includes(month));
    const pool = inSeason.length > 0 ? inSeason : stories;
    // A story of which this person could say one sentence in five comes one time in five, or that sentence would be heard too often.
    const share = (story) => sayable(story.problem, speaker).length / story.problem.length;
    const anyFits = pool.some((story) => share(story) > 0);
    return weighted(random, pool, (story) => (story.weight ?? 1) * (anyFits ? share(story) : 1));
}
