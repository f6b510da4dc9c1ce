import { describe, expect, test } from 'vitest';
import { betaCdf, betaFromMoments, betaInterval, betaMean, betaQuantile, betaVariance, logGamma, wilson } from './beta.js';

describe('Wilson’s interval', () => {
  test.each([
    [2, 2, 0.342], [10, 10, 0.722], [9, 10, 0.596], [30, 33, 0.764], [95, 100, 0.888], [300, 310, 0.942], [0, 5, 0],
  ])('of %i hits in %i begins at %f (rules §4)', (hits, n, low) => {
    expect(wilson(hits, n).low).toBeCloseTo(low, 3);
  });

  test('puts 300 of 310 above 10 of 10', () => {
    expect(wilson(300, 310).low).toBeGreaterThan(wilson(10, 10).low);
  });

  test('of nothing is everything', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe('the incomplete beta function', () => {
  test('agrees with the binomial sum for whole numbers', () => {
    const choose = (n: number, k: number): number => Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));
    for (const [alpha, beta] of [[1, 1], [2, 5], [7, 3], [20, 20], [1, 30], [40, 1]] as const) {
      for (const x of [0.01, 0.2, 0.5, 0.77, 0.99]) {
        const n = alpha + beta - 1;
        let sum = 0;
        for (let k = alpha; k <= n; k += 1) sum += choose(n, k) * x ** k * (1 - x) ** (n - k);
        expect(betaCdf(x, { alpha, beta })).toBeCloseTo(sum, 11);
      }
    }
  });

  test('has its closed forms', () => {
    for (const x of [0.1, 0.37, 0.9]) {
      expect(betaCdf(x, { alpha: 1, beta: 1 })).toBeCloseTo(x, 13);
      expect(betaCdf(x, { alpha: 3.5, beta: 1 })).toBeCloseTo(x ** 3.5, 13);
      expect(betaCdf(x, { alpha: 0.5, beta: 0.5 })).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
    expect(betaCdf(-1, { alpha: 2, beta: 2 })).toBe(0);
    expect(betaCdf(2, { alpha: 2, beta: 2 })).toBe(1);
  });

  test('grows with x and mirrors itself', () => {
    for (const shape of [{ alpha: 0.7, beta: 12 }, { alpha: 250, beta: 61 }, { alpha: 30000, beta: 7000 }]) {
      let previous = 0;
      for (let x = 0.005; x < 1; x += 0.005) {
        const here = betaCdf(x, shape);
        expect(here).toBeGreaterThanOrEqual(previous - 1e-13);
        expect(here + betaCdf(1 - x, { alpha: shape.beta, beta: shape.alpha })).toBeCloseTo(1, 11);
        previous = here;
      }
    }
  });
});

describe('quantiles', () => {
  test('undo the distribution function, in narrow and in skewed cases', () => {
    for (const shape of [{ alpha: 16, beta: 4 }, { alpha: 0.6, beta: 0.4 }, { alpha: 316, beta: 14 }, { alpha: 20, beta: 0.5 },
      { alpha: 24000, beta: 6000 }, { alpha: 1, beta: 300 }]) {
      for (const p of [0.001, 0.025, 0.05, 0.5, 0.95, 0.975, 0.999]) {
        const x = betaQuantile(p, shape);
        // Near 1 a double has no room left between neighbours: the tail is compared where the value is not at the edge.
        if (x < 1 - 1e-9 && x > 1e-9) expect(betaCdf(x, shape)).toBeCloseTo(p, 7);
      }
    }
  });

  test('of a known distribution', () => {
    expect(betaQuantile(0.025, { alpha: 1, beta: 1 })).toBeCloseTo(0.025, 10);
    expect(betaQuantile(0.5, { alpha: 7, beta: 7 })).toBeCloseTo(0.5, 10);
    expect(betaQuantile(0.95, { alpha: 2, beta: 1 })).toBeCloseTo(Math.sqrt(0.95), 10);
    expect([betaQuantile(0, { alpha: 2, beta: 1 }), betaQuantile(1, { alpha: 2, beta: 1 })]).toEqual([0, 1]);
  });

  test('make an interval that holds what it says', () => {
    const shape = { alpha: 26, beta: 4 };
    const { low, high } = betaInterval(shape, 0.95);
    expect(betaCdf(high, shape) - betaCdf(low, shape)).toBeCloseTo(0.95, 9);
  });
});

test('mean and variance give the distribution back', () => {
  const shape = { alpha: 12.5, beta: 3.25 };
  const again = betaFromMoments(betaMean(shape), betaVariance(shape));
  expect(again.alpha).toBeCloseTo(shape.alpha, 9);
  expect(again.beta).toBeCloseTo(shape.beta, 9);
  expect(() => betaFromMoments(0.5, 0.3)).toThrow(RangeError);
  expect(() => betaFromMoments(0.5, 0)).toThrow(RangeError);
});

test('the logarithm of the gamma function agrees with factorials', () => {
  expect(logGamma(1)).toBeCloseTo(0, 13);
  expect(logGamma(11)).toBeCloseTo(Math.log(3628800), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
});
