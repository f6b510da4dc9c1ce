import { chance, normal, type Random } from './random.js';

/** What a deputy is like; appeals and marks follow from it, so that the rating has something true to find. Each from 0 to 1. */
export interface Ability {
  /** Answers soon and in time. */
  readonly promptness: number;
  /** Looks into the matter and gets something done. */
  readonly quality: number;
  /** Writes as one human being to another. */
  readonly tone: number;
}

const within = (value: number): number => Math.min(0.98, Math.max(0.02, value));

/** Three kinds of deputies: a fifth excel, a fifth fail, the rest are in between. */
export function drawAbility(random: Random, of?: 'strong' | 'weak'): Ability {
  const kind = of ?? (chance(random, 0.22) ? 'strong' : chance(random, 0.26) ? 'weak' : 'middle');
  const centre = { strong: 0.86, middle: 0.55, weak: 0.2 }[kind];
  const spread = kind === 'middle' ? 0.11 : 0.08;
  return {
    promptness: within(normal(random, centre, spread + 0.03)),
    quality: within(normal(random, centre, spread)),
    tone: within(normal(random, centre, spread + 0.05)),
  };
}
