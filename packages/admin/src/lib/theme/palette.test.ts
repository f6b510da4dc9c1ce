import { expect, test } from 'vitest';
import { contrast, palette } from './palette';

test.each(['#3b5b92', '#ffd400', '#d62828', '#00b3a4', 'not a colour'])('any accent (%s) gives a readable button and link', (accent) => {
  const shades = palette(accent);
  expect(shades).toHaveLength(10);
  expect(contrast(shades[6], '#ffffff')).toBeGreaterThanOrEqual(5.2);
  expect(contrast(shades[6], shades[0])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(shades[3], '#1f1f1f')).toBeGreaterThanOrEqual(4.5);
});

test('an accent that is dark enough is kept as it is', () => {
  expect(palette('#3B5B92')[6]).toBe('#3b5b92');
});
