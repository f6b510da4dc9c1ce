import { describe, expect, it } from 'vitest';
import { chance, int, normal, pick, sample, seeded, shuffle, weighted } from './random.js';

describe('the random source of the demonstration data', () => {
  it('repeats the sequence of a seed and differs between seeds', () => {
    const first = Array.from({ length: 20 }, seeded('Псков'));
    expect(Array.from({ length: 20 }, seeded('Псков'))).toEqual(first);
    expect(Array.from({ length: 20 }, seeded('Псков 2'))).not.toEqual(first);
  });

  it('stays within [0, 1) and is spread evenly', () => {
    const random = seeded('even');
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const tenth = Math.floor(random() * 10);
      counts[tenth] = (counts[tenth] ?? Number.NaN) + 1;
    }
    expect(counts).toHaveLength(10);
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('gives whole numbers with both ends', () => {
    const random = seeded('int');
    const seen = new Set(Array.from({ length: 1000 }, () => int(random, 2, 5)));
    expect([...seen].sort()).toEqual([2, 3, 4, 5]);
  });

  it('follows the weights and never takes a weightless item', () => {
    const random = seeded('weights');
    let heavy = 0;
    for (let i = 0; i < 10_000; i++) {
      const item = weighted(random, [{ w: 3 }, { w: 1 }, { w: 0 }], (x) => x.w);
      expect(item.w).not.toBe(0);
      if (item.w === 3) heavy++;
    }
    expect(heavy / 10_000).toBeCloseTo(0.75, 1);
    expect(() => weighted(random, [0, 0], (x) => x)).toThrow(RangeError);
    expect(() => pick(random, [])).toThrow(RangeError);
  });

  it('shuffles and samples without loss or repetition', () => {
    const random = seeded('shuffle');
    const items = [1, 2, 3, 4, 5, 6, 7];
    expect(shuffle(random, items).sort()).toEqual(items);
    expect(new Set(sample(random, items, 4)).size).toBe(4);
    expect(sample(random, items, 99)).toHaveLength(7);
  });

  it('has the asked mean and deviation, and the asked probability', () => {
    const random = seeded('normal');
    const values = Array.from({ length: 20_000 }, () => normal(random, 5, 2));
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
    expect(mean).toBeCloseTo(5, 1);
    expect(deviation).toBeCloseTo(2, 1);
    const hits = Array.from({ length: 20_000 }, () => chance(random, 0.3)).filter(Boolean).length;
    expect(hits / 20_000).toBeCloseTo(0.3, 1);
  });
});
