import { describe, expect, test } from 'vitest';
import { linear, path, ticks } from './scale';

describe('the scale of a chart', () => {
  test('marks an axis with round numbers inside its domain', () => {
    expect(ticks(0, 2715, 5)).toEqual([0, 1000, 2000]);
    expect(ticks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks(41.3, 97, 5)).toEqual([60, 80]);
    expect(ticks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
  });
  test('maps the ends of the domain onto the ends of the range, upside down too', () => {
    const y = linear([0, 100], [200, 0]);
    expect([y(0), y(25), y(100)]).toEqual([200, 150, 0]);
  });
  test('puts a domain of one value in the middle instead of nowhere', () => {
    expect(linear([7, 7], [0, 100])(7)).toBe(50);
  });
  test('writes a path', () => {
    expect(
      path([
        [0, 1],
        [2.04, 3],
      ]),
    ).toBe('M0.0,1.0L2.0,3.0');
  });
});
