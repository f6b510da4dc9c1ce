import { describe, expect, test } from 'vitest';
import { accentFor, contrast, parseHex } from './accent';

const WHITE = [255, 255, 255] as const;
const LIGHT = [245, 246, 247] as const;
const DARK = [30, 34, 38] as const;

describe('the accent from the settings', () => {
  test.each([['#1d5a8c'], ['#ffcc00'], ['#fff'], ['#000000'], ['#e30016'], ['#8ad2ff']])('%s becomes readable in both schemes', (hex) => {
    const accent = accentFor(hex)!;
    expect(contrast(parseHex(accent.onLight)!, LIGHT)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(parseHex(accent.onLight)!, WHITE)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(parseHex(accent.onDark)!, DARK)).toBeGreaterThanOrEqual(4.5);
  });

  test('stays as it is where it is readable already', () => {
    expect(accentFor('#1d5a8c')?.onLight).toBe('#1d5a8c');
  });

  test('is left alone when it is not a colour', () => {
    expect(accentFor('red; } body { display: none')).toBeUndefined();
  });
});
