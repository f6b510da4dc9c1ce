import { describe, expect, test } from 'vitest';
import { FORMULA, RATING_PARTS, explain, rate, ratePooled, sampleForReliability, tierOf, wilson } from './rating.formula.js';
import type { PartResult, RatingInput, RatingResult } from './rating.formula.js';
import { mandate, plain } from './rating.fixtures.js';

/** The others of a level, whose mean is exactly .8 in every part. */
const others = (level = 'REGIONAL'): RatingInput[] =>
  Array.from({ length: 50 }, (_, i) => mandate(`other-${level}-${String(i).padStart(2, '0')}`, 80, 100, { level }));

function ratingOf(mandateId: string, inputs: readonly RatingInput[]): RatingResult {
  return rate(inputs).find((result) => result.mandateId === mandateId) ?? expect.fail(`no rating of ${mandateId}`);
}

const rated = (input: RatingInput): RatingResult => ratingOf(input.mandateId, [input, ...others(input.level)]);

describe('vectors of rules §4', () => {
  test.each([[2, 2, 0.818], [10, 10, 0.867], [0, 5, 0.64], [300, 310, 0.958]])(
    'empirical Bayes with strength 20 and mean .8 makes of %i of %i the share %f', (hits, n, share) => {
      const result = rated(mandate('a', hits, n));
      expect(FORMULA.strength).toBe(20);
      for (const part of [result.timeliness, result.quality, result.personal]) {
        expect(part.mean).toBe(0.8);
        expect(part.effective).toBe(n);
        expect(part.value).toBeCloseTo(share, 3);
        expect(part.value).toBeCloseTo((hits + 20 * 0.8) / (n + 20), 6);
      }
      expect(result.score).toBeCloseTo(share, 3);
    });

  test('the league puts 300 of 310 above 10 of 10', () => {
    expect(rated(mandate('a', 300, 310)).score).toBeGreaterThan(rated(mandate('a', 10, 10)).score);
    expect(wilson(300, 310).low).toBeGreaterThan(wilson(10, 10).low);
  });

  test('reliability .7 is reached with 47 items for strength 20', () => {
    expect(sampleForReliability(0.7, 20)).toBe(47);
    expect(sampleForReliability(FORMULA.leagueReliability)).toBe(47);
    expect(sampleForReliability(0.7, 40)).toBe(94);
  });

  test('the weights are .4, .4 and .2', () => {
    const { score } = rated({ ...mandate('a', 80, 100), timeliness: plain(100, 100), quality: plain(60, 100), personal: plain(80, 100) });
    expect(score).toBeCloseTo(0.4 * (116 / 120) + 0.4 * (76 / 120) + 0.2 * 0.8, 6);
  });
});

describe('states', () => {
  test('nine due appeals or nine marks are too few, and it says how many are missing', () => {
    const fewDue = rated({ ...mandate('a', 60, 60), timeliness: plain(9, 9) });
    expect([fewDue.state, fewDue.missingDue, fewDue.missingMarks, fewDue.tier]).toEqual(['FEW_DATA', 1, 0, null]);
    const fewMarks = rated({ ...mandate('a', 60, 60), quality: plain(9, 9), personal: plain(9, 9) });
    expect([fewMarks.state, fewMarks.missingDue, fewMarks.missingMarks]).toEqual(['FEW_DATA', 0, 1]);
  });

  test('ten and ten are a mark, forty-six of each still, forty-seven a league', () => {
    expect(rated(mandate('a', 8, 10)).state).toBe('MARKED');
    expect(rated(mandate('a', 40, 46)).state).toBe('MARKED');
    expect(rated(mandate('a', 40, 47)).state).toBe('LEAGUE');
    expect(rated(mandate('a', 40, 47)).reliability).toBeGreaterThanOrEqual(0.7);
    expect(rated(mandate('a', 40, 46)).tier).toBeNull();
  });

  test('many appeals make up for fewer marks, as far as the score’s reliability says', () => {
    const uneven = rated({ ...mandate('a', 0, 0), timeliness: plain(160, 200), quality: plain(28, 35), personal: plain(28, 35) });
    expect(uneven.reliability).toBeCloseTo((0.16 * (200 / 220) + 0.16 * (35 / 55) + 0.04 * (35 / 55)) / 0.36, 6);
    expect(uneven.state).toBe('LEAGUE');
  });

  test('a mandate outside the league gets a mark and no tier, and still belongs to the level’s mean', () => {
    const outside = rated(mandate('a', 200, 200, { outsideLeague: true }));
    expect([outside.state, outside.tier]).toEqual(['MARKED', null]);
    const peer = ratingOf('b', [mandate('a', 0, 1000, { outsideLeague: true }), mandate('b', 8, 10)]);
    expect(peer.timeliness.mean).toBeLessThan(0.05);
  });

  test('a mandate that nobody wrote to has the level’s mean and says so', () => {
    const empty = rated({ mandateId: 'a', level: 'REGIONAL', timeliness: [], quality: [], personal: [] });
    expect(empty).toMatchObject({ score: 0.8, state: 'FEW_DATA', missingDue: 10, missingMarks: 10, reliability: 0 });
    expect(empty.timeliness).toMatchObject({ observed: null, expected: null, adjusted: null, effective: 0, value: 0.8, strata: [] });
  });
});

describe('tiers', () => {
  test('differ from the mean with a probability of .95', () => {
    expect([tierOf(0.95), tierOf(0.949999), tierOf(0.050001), tierOf(0.05)]).toEqual(['A', 'B', 'B', 'C']);
    expect(rated(mandate('a', 98, 100)).tier).toBe('A');
    expect(rated(mandate('a', 60, 100)).tier).toBe('C');
    expect(rated(mandate('a', 82, 100)).tier).toBe('B');
  });

  test('a deputy exactly at the mean is as likely above as below', () => {
    const { aboveMean, score, levelMean } = rated(mandate('a', 8000, 10000));
    expect(score).toBe(levelMean);
    expect(aboveMean).toBeGreaterThan(0.49);
    expect(aboveMean).toBeLessThan(0.51);
  });

  test('two mandates alone in a level do not condemn each other on a difference that chance makes', () => {
    const pair = rate([mandate('a', 78, 100), mandate('b', 84, 100)]);
    expect(pair.map((result) => result.tier)).toEqual(['B', 'B']);
  });
});

describe('levels', () => {
  test('do not mix', () => {
    const councils = others('MUNICIPAL').map((input) => ({ ...input, timeliness: plain(20, 100) }));
    const alone = ratingOf('a', [mandate('a', 40, 50), ...others()]);
    expect(ratingOf('a', [mandate('a', 40, 50), ...others(), ...councils])).toEqual(alone);
  });
});

describe('the mix of topics', () => {
  const mixed = (id: string, easy: [number, number], hard: [number, number]): RatingInput => {
    const rows = [{ stratum: 'easy', hits: easy[0], n: easy[1] }, { stratum: 'hard', hits: hard[0], n: hard[1] }];
    return { mandateId: id, level: 'REGIONAL', timeliness: rows, quality: rows, personal: rows };
  };
  const level = Array.from({ length: 40 }, (_, i) => mixed(`other-${i}`, [90, 100], [60, 100]));

  test('two who are as good as the level, one on easy and one on hard topics, are equal', () => {
    const easy = ratingOf('a', [mixed('a', [90, 100], [0, 0]), ...level]);
    const hard = ratingOf('a', [mixed('a', [0, 0], [60, 100]), ...level]);
    expect(easy.timeliness.observed).toBe(0.9);
    expect(hard.timeliness.observed).toBe(0.6);
    expect(easy.timeliness.adjusted).toBeCloseTo(0.75, 2);
    expect(hard.timeliness.adjusted).toBeCloseTo(0.75, 2);
    expect(easy.tier).toBe('B');
    expect(hard.tier).toBe('B');
  });

  test('who does better than expected is above the mean, whatever was expected, and by how much can be recomputed', () => {
    for (const [easy, hard] of [[[95, 100], [0, 0]], [[0, 0], [70, 100]], [[20, 40], [50, 60]], [[99, 100], [1, 10]]] as const) {
      const { timeliness: part } = ratingOf('a', [mixed('a', [...easy], [...hard]), ...level]);
      const excess = part.hits - (part.expected ?? 0) * part.n;
      expect(part.adjusted).toBeCloseTo(part.mean + excess / part.effective, 4);
      expect(Math.sign(part.value - part.mean)).toBe(Math.sign(excess));
    }
  });

  test('an answer in time weighs more on a hard topic, a late one more on an easy one, none more than the maximum', () => {
    const { timeliness } = ratingOf('a', [mixed('a', [9, 10], [6, 10]), ...level]);
    const [easy, hard] = timeliness.strata;
    expect(hard?.hitWeight).toBeGreaterThan(easy?.hitWeight ?? 9);
    expect(easy?.missWeight).toBeGreaterThan(hard?.missWeight ?? 9);
    const extreme = Array.from({ length: 20 }, (_, i) => mixed(`x-${i}`, [1000, 1000], [0, 40]));
    for (const result of rate(extreme)) {
      for (const row of result.timeliness.strata) {
        expect(Math.max(row.hitWeight, row.missWeight)).toBeLessThanOrEqual(FORMULA.maxWeight + 1e-5);
      }
    }
  });

  test('several rows of one topic are one', () => {
    const split = mixed('a', [9, 10], [6, 10]);
    const rows = [{ stratum: 'easy', hits: 4, n: 4 }, { stratum: 'hard', hits: 6, n: 10 }, { stratum: 'easy', hits: 5, n: 6 }];
    const again = { ...split, timeliness: rows, quality: rows, personal: rows };
    expect(ratingOf('a', [again, ...level])).toEqual(ratingOf('a', [split, ...level]));
  });
});

describe('informality', () => {
  const measured = (mean: number): RatingInput[] => others().map((input) => ({ ...input, informality: { sum: mean * 50, n: 50 } }));

  test('is a quarter of «personal», shrunk to its own mean of the level', () => {
    const { personal } = ratingOf('a', [mandate('a', 80, 100, { informality: { sum: 30, n: 30 } }), ...measured(0.5)]);
    expect(personal.informality).toEqual({ n: 30, observed: 1, mean: 0.5, value: 0.8 });
    expect(personal.shrunk).toBe(0.8);
    expect(personal.value).toBeCloseTo(0.75 * 0.8 + 0.25 * 0.8, 6);
    expect(personal.low).toBeLessThan(personal.value);
    expect(personal.high).toBeGreaterThan(personal.value);
  });

  test('where a level has no measurement, the marks stand alone', () => {
    const { personal } = rated(mandate('a', 90, 100));
    expect(personal.informality).toBeNull();
    expect(personal.value).toBe(personal.shrunk);
  });

  test('a deputy without a measurement in a measured level gets the level’s mean, no penalty', () => {
    const result = ratingOf('a', [mandate('a', 80, 100), ...measured(0.4)]);
    expect(result.personal.informality).toMatchObject({ n: 0, observed: null });
    expect(result.personal.informality?.value).toBe(result.personal.informality?.mean);
    expect(result.score).toBeCloseTo(result.levelMean, 6);
  });
});

describe('factions and regions', () => {
  const inputs = [
    mandate('a', 10, 10), mandate('b', 300, 400), mandate('c', 5, 10, { level: 'MUNICIPAL' }),
    ...others().map((input) => ({ ...input, mandateId: `x${input.mandateId}` })),
  ];
  const faction = ({ mandateId }: RatingInput): string | null => (mandateId.startsWith('x') ? 'big' : mandateId === 'c' ? null : 'small');

  test('pool the counts and never average scores', () => {
    const pooled = ratePooled(inputs, faction);
    expect(pooled.map(({ groupKey, mandates }) => [groupKey, mandates])).toEqual([['big', 50], ['small', 2]]);
    const small = pooled[1] ?? expect.fail('no group');
    expect(small.timeliness).toMatchObject({ n: 410, hits: 310, mean: 0.8, effective: 410 });
    expect(small.timeliness.value).toBeCloseTo((310 + 16) / 430, 6);
    const [a, b] = rate(inputs);
    expect(small.score).not.toBeCloseTo(((a?.score ?? 0) + (b?.score ?? 0)) / 2, 2);
  });

  test('measure a council as councils are measured', () => {
    const councils = Array.from({ length: 30 }, (_, i) => mandate(`m${i}`, 50, 100, { level: 'MUNICIPAL' }));
    const regional = Array.from({ length: 30 }, (_, i) => mandate(`r${i}`, 90, 100));
    const pooled = ratePooled([...councils, ...regional], ({ mandateId }) => (mandateId === 'm0' ? 'council' : 'rest'));
    const council = pooled[0] ?? expect.fail('no group');
    expect(council.timeliness.observed).toBe(0.5);
    expect(council.timeliness.adjusted).toBeCloseTo(council.timeliness.mean, 1);
    expect(council.tier).toBe('B');
  });
});

describe('recomputing', () => {
  const recompute = (part: PartResult): number => {
    const hits = part.strata.reduce((sum, row) => sum + row.hits * row.hitWeight, 0);
    const misses = part.strata.reduce((sum, row) => sum + (row.n - row.hits) * row.missWeight, 0);
    return (hits + FORMULA.strength * part.mean) / (hits + misses + FORMULA.strength);
  };

  test('a deputy gets the score to the last digit from the exported figures', () => {
    const inputs = others().map((input, i) => ({
      ...input,
      timeliness: [{ stratum: 'a', n: 20 + i, hits: 10 + i }, { stratum: 'b', n: 7 + (i % 5), hits: i % 7 }],
    }));
    for (const result of rate(inputs)) {
      for (const name of RATING_PARTS) expect(recompute(result[name])).toBeCloseTo(result[name].shrunk, 6);
      const score = 0.4 * result.timeliness.value + 0.4 * result.quality.value + 0.2 * result.personal.value;
      expect(Math.round(score * 1e6) / 1e6).toBe(result.score);
    }
  });

  test('every figure has at most six decimals', () => {
    const results = rate([mandate('a', 7, 13, { informality: { sum: 1.23456789, n: 3 } }), mandate('b', 61, 77)]);
    const figures = JSON.stringify(results).match(/\d+\.\d+(e-\d+)?/g) ?? [];
    expect(figures.length).toBeGreaterThan(40);
    expect(figures.filter((figure) => (figure.split('.')[1]?.length ?? 0) > 6)).toEqual([]);
  });

  test('the page of the number has every step, and the contributions add up to the score', () => {
    const result = rated(mandate('a', 40, 50, { informality: { sum: 20, n: 40 } }));
    const steps = explain(result);
    expect(steps.filter((step) => step.part === 'personal').map((step) => step.code)).toEqual(
      ['OBSERVED', 'EXPECTED', 'ADJUSTED', 'PRIOR', 'SHRUNK', 'INFORMALITY', 'WEIGHT', 'CONTRIBUTION']);
    expect(steps.find((step) => step.code === 'OBSERVED')?.params).toEqual({ hits: 40, n: 50, value: 0.8 });
    const sum = steps.filter((step) => step.code === 'CONTRIBUTION').reduce((total, step) => total + (step.params['value'] ?? 0), 0);
    expect(sum).toBeCloseTo(result.score, 5);
    expect(steps.at(-1)?.params).toMatchObject({ levelMean: result.levelMean, aboveMean: result.aboveMean });
  });
});

describe('what is no count', () => {
  test.each([[11, 10], [-1, 10], [1.5, 10], [1, Number.NaN], [0, -1]])('%d of %d is refused', (hits, n) => {
    expect(() => rate([mandate('a', hits, n)])).toThrow(RangeError);
  });

  test('an informality above one an answer, or a mandate that comes twice, is refused', () => {
    expect(() => rate([mandate('a', 1, 2, { informality: { sum: 3, n: 2 } })])).toThrow(RangeError);
    expect(() => rate([mandate('a', 1, 2), mandate('a', 1, 2)])).toThrow('comes twice');
  });
});
