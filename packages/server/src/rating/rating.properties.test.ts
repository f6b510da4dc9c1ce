import { describe, expect, test } from 'vitest';
import { FORMULA, RATING_PARTS, effectOfOne, fakeMarksBound, rate } from './rating.formula.js';
import type { RatingInput, RatingPart, RatingResult, StratumCount } from './rating.formula.js';
import { drawPart, mandate, plain, randomFrom, whole } from './rating.fixtures.js';
import type { Ability } from './rating.fixtures.js';

const TOPICS: Ability = { roads: 0.6, yards: 0.85, clinics: 0.7, schools: 0.95, buses: 0.78 };

function drawMandate(random: () => number, mandateId: string, ability: Ability, low: number, high: number): RatingInput {
  const part = (): StratumCount[] => drawPart(random, ability, whole(random, low, high));
  const n = whole(random, low, high);
  return {
    mandateId, level: 'REGIONAL', timeliness: part(), quality: part(), personal: part(),
    informality: { sum: n * (0.3 + 0.4 * random()), n },
  };
}

const drawLevel = (random: () => number, count: number, low: number, high: number): RatingInput[] =>
  Array.from({ length: count }, (_, i) => drawMandate(random, `m${String(i).padStart(4, '0')}`, TOPICS, low, high));

const changed = (level: RatingInput[], index: number, change: (input: RatingInput) => RatingInput): RatingInput[] =>
  level.map((input, i) => (i === index ? change(input) : input));

const more = (rows: readonly StratumCount[], stratum: string, hits: number, n: number): StratumCount[] => [...rows, { stratum, hits, n }];

const at = (results: RatingResult[], index: number): RatingResult => results[index] ?? expect.fail(`no result ${index}`);

describe('one more appeal', () => {
  test.each(RATING_PARTS)('a miss in %s never raises a score and a hit never lowers it, on any topic, for anybody', (part: RatingPart) => {
    const random = randomFrom(7);
    for (let round = 0; round < 120; round += 1) {
      const level = drawLevel(random, whole(random, 1, 12), 0, whole(random, 1, 90));
      const index = whole(random, 0, level.length - 1);
      const before = at(rate(level), index);
      for (const stratum of [...Object.keys(TOPICS), 'never seen before']) {
        const after = (hits: number): RatingResult =>
          at(rate(changed(level, index, (input) => ({ ...input, [part]: more(input[part], stratum, hits, 1) }))), index);
        expect(after(0).score).toBeLessThanOrEqual(before.score);
        expect(after(1).score).toBeGreaterThanOrEqual(before.score);
        expect(after(0).levelMean).toBe(before.levelMean);
      }
    }
  });

  test('is worth what the page says it is worth', () => {
    const level = drawLevel(randomFrom(8), 20, 30, 60);
    const before = at(rate(level), 3);
    for (const part of RATING_PARTS) {
      for (const hits of [0, 1]) {
        const after = at(rate(changed(level, 3, (input) => ({ ...input, [part]: more(input[part], 'roads', hits, 1) }))), 3);
        expect(after.score - before.score).toBeCloseTo(effectOfOne(before, part, 'roads', hits === 1), 5);
      }
    }
  });
});

test('the order of rows does not matter, to the byte', () => {
  const random = randomFrom(9);
  const level = drawLevel(random, 60, 0, 80);
  const expected = JSON.stringify(rate(level));
  for (let round = 0; round < 10; round += 1) {
    const keyed = level.map((input) => ({ input, key: random() })).sort((a, b) => a.key - b.key);
    const shuffled = keyed.map(({ input }) => ({
      ...input,
      timeliness: [...input.timeliness].sort(() => random() - 0.5),
      quality: [...input.quality].reverse(),
    }));
    expect(JSON.stringify(rate(shuffled))).toBe(expected);
  }
});

describe('a thousand periods of equally able deputies', () => {
  /** The share of league deputies in A and in C over many periods, in per cent. */
  function outside(periods: number, deputies: number, draw: (random: () => number) => Omit<RatingInput, 'mandateId' | 'level'>) {
    const random = randomFrom(11);
    const count = { a: 0, c: 0, league: 0 };
    for (let period = 0; period < periods; period += 1) {
      const level = Array.from({ length: deputies }, (_, i): RatingInput => ({ mandateId: `m${i}`, level: 'REGIONAL', ...draw(random) }));
      for (const { tier, state } of rate(level)) {
        count.league += state === 'LEAGUE' ? 1 : 0;
        count.a += tier === 'A' ? 1 : 0;
        count.c += tier === 'C' ? 1 : 0;
      }
    }
    return { a: (100 * count.a) / count.league, c: (100 * count.c) / count.league, league: count.league };
  }

  test.each([
    ['over topics of different difficulty', 1000, 20, TOPICS],
    ['without topics', 1000, 10, { all: 0.8 }],
    ['who are nearly always in time', 400, 20, { all: 0.95 }],
    ['who are mostly late', 400, 20, { all: 0.3 }],
    ['in a level of three', 1000, 3, { all: 0.8 }],
    ['in a level of two', 1000, 2, { all: 0.7 }],
  ])('put at most 5 of 100 each side outside B: %s', (_, periods, deputies, ability) => {
    const { a, c, league } = outside(periods, deputies, (random) => ({
      timeliness: drawPart(random, ability as Ability, whole(random, 47, 150)),
      quality: drawPart(random, ability as Ability, whole(random, 47, 110)),
      personal: drawPart(random, ability as Ability, whole(random, 47, 110)),
    }));
    expect(league).toBeGreaterThan(0.95 * periods * deputies);
    expect(a).toBeLessThanOrEqual(5);
    expect(c).toBeLessThanOrEqual(5);
  });

  test('put at most 5 of 100 each side outside B even where one happy applicant gives all marks at once', () => {
    const { a, c } = outside(1000, 10, (random) => {
      const due = whole(random, 80, 150);
      const hits = { inTime: 0, good: 0, warm: 0 };
      const marks = whole(random, 47, 80);
      for (let i = 0; i < due; i += 1) {
        const luck = random() < 0.8;
        const like = (other: boolean, share: number): boolean => (random() < share ? other : random() < 0.8);
        hits.inTime += luck ? 1 : 0;
        if (i >= marks) continue;
        const good = like(luck, 0.3);
        hits.good += good ? 1 : 0;
        hits.warm += like(good, 0.8) ? 1 : 0;
      }
      return { timeliness: plain(hits.inTime, due), quality: plain(hits.good, marks), personal: plain(hits.warm, marks) };
    });
    expect(a).toBeLessThanOrEqual(5);
    expect(c).toBeLessThanOrEqual(5);
  });
});

test('a planted best and a planted worst are found, and on hard topics too', () => {
  const random = randomFrom(13);
  const shifted = (by: number): Ability => Object.fromEntries(Object.entries(TOPICS).map(([topic, share]) => [topic, share + by]));
  let found = 0;
  for (let period = 0; period < 50; period += 1) {
    const level = drawLevel(random, 40, 60, 120);
    const planted: RatingInput[] = [
      drawMandate(random, 'best', Object.fromEntries(Object.keys(TOPICS).map((topic) => [topic, 0.97])), 90, 140),
      drawMandate(random, 'worst', shifted(-0.25), 90, 140),
    ];
    const results = rate([...level, ...planted]);
    const tiers = Object.fromEntries(results.map(({ mandateId, tier }) => [mandateId, tier]));
    const ranked = [...results].sort((x, y) => y.score - x.score);
    const ends = [ranked[0]?.mandateId, ranked.at(-1)?.mandateId, tiers['best'], tiers['worst']].join(' ');
    if (ends === 'best worst A C') found += 1;
  }
  expect(found).toBe(50);
});

describe('fake marks', () => {
  const faked = (input: RatingInput, stratum: string, hits: number, k: number): RatingInput =>
    ({ ...input, quality: more(input.quality, stratum, hits, k), personal: more(input.personal, stratum, hits, k) });

  test('k of them move the score by no more than f(k), good or bad, on the topic where they weigh most', () => {
    const random = randomFrom(17);
    let closest = 0;
    for (let round = 0; round < 60; round += 1) {
      const level = drawLevel(random, 15, 0, whole(random, 5, 120));
      const before = at(rate(level), 0);
      const effective = Math.min(before.quality.effective, before.personal.effective);
      for (const k of [1, 3, 10, 40]) {
        for (const stratum of [...Object.keys(TOPICS), 'never seen before']) {
          for (const hits of [0, k]) {
            const after = at(rate(changed(level, 0, (input) => faked(input, stratum, hits, k))), 0);
            const moved = Math.abs(after.score - before.score);
            expect(moved).toBeLessThanOrEqual(fakeMarksBound(k, effective) + 1e-6);
            closest = Math.max(closest, moved / fakeMarksBound(k, effective));
          }
        }
      }
    }
    // A bound that nothing comes near would promise nothing.
    expect(closest).toBeGreaterThan(0.3);
  });

  test('hardly reach the neighbours, whose level they shift', () => {
    const level = drawLevel(randomFrom(19), 40, 40, 80);
    const before = rate(level);
    const after = rate(changed(level, 0, (input) => faked(input, 'roads', 10, 10)));
    before.slice(1).forEach((result, i) => expect(Math.abs(at(after, i + 1).score - result.score)).toBeLessThan(0.005));
  });

  test('the bound grows with k, falls with honest marks and never passes the parts that a mark can reach', () => {
    expect(fakeMarksBound(0, 100)).toBe(0);
    expect(fakeMarksBound(5, 50)).toBeLessThan(fakeMarksBound(6, 50));
    expect(fakeMarksBound(5, 51)).toBeLessThan(fakeMarksBound(5, 50));
    expect(fakeMarksBound(1e9, 0)).toBeLessThanOrEqual(FORMULA.weights.quality + FORMULA.weights.personal);
    expect(fakeMarksBound(3, 100)).toBeCloseTo(0.6 * (9 / 129), 12);
  });
});

describe('intervals', () => {
  test('hold the truth in about 95 of 100 cases where deputies differ as the prior says', () => {
    const random = randomFrom(23);
    const truth = new Map<string, number>();
    const level = Array.from({ length: 600 }, (_, i) => {
      // Twenty draws around .8 make abilities as wide as a prior of strength 20.
      const ability = Array.from({ length: 20 }).filter(() => random() < 0.8).length / 20;
      const id = `m${i}`;
      truth.set(id, ability);
      const part = (): StratumCount[] => drawPart(random, { all: ability }, 60);
      return { mandateId: id, level: 'REGIONAL', timeliness: part(), quality: plain(8, 10), personal: plain(8, 10) };
    });
    const held = rate(level).filter(({ mandateId, timeliness }) => {
      const share = truth.get(mandateId) ?? -1;
      return timeliness.low <= share && share <= timeliness.high;
    }).length;
    expect(held / 600).toBeGreaterThan(0.93);
    expect(held / 600).toBeLessThan(0.985);
  });

  test('narrow with the sample and stand around the score', () => {
    const level = drawLevel(randomFrom(29), 20, 60, 90);
    const widths = [10, 50, 250, 1250].map((n) => {
      const { low, high, score } = at(rate([...level, mandate('z', 0.8 * n, n)]), 20);
      expect(low).toBeLessThan(score);
      expect(high).toBeGreaterThan(score);
      return high - low;
    });
    expect([...widths].sort((a, b) => b - a)).toEqual(widths);
  });
});

test('the whole country, 2,715 mandates, is rated in well under a second', () => {
  const level = drawLevel(randomFrom(31), 2715, 0, 60);
  rate(level.slice(0, 200));
  const started = performance.now();
  const results = rate(level);
  const took = performance.now() - started;
  expect(results).toHaveLength(2715);
  expect(took).toBeLessThan(1500);
});
