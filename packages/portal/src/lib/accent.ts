/** Backgrounds of the two schemes, as in ui/tokens.css. */
const LIGHT_GROUND: Rgb = [245, 246, 247];
const DARK_GROUND: Rgb = [38, 43, 48];
/** A little above the 4.5 : 1 that WCAG AA asks for, so that rounding never falls below. */
const ENOUGH = 4.6;

type Rgb = readonly [number, number, number];

/**
 * The accent from the settings made readable as text on either scheme: darkened for the light one, lightened for the
 * dark one, only as far as AA contrast needs. Undefined when `hex` is not #rgb or #rrggbb.
 */
export function accentFor(hex: string): { onLight: string; onDark: string } | undefined {
  const colour = parseHex(hex);
  if (!colour) return undefined;
  return { onLight: toHex(towards(colour, [0, 0, 0], LIGHT_GROUND)), onDark: toHex(towards(colour, [255, 255, 255], DARK_GROUND)) };
}

/** Contrast of two colours after WCAG 2.2, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export function parseHex(hex: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const digits = short ? short.slice(1).map((digit) => digit + digit) : /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)?.slice(1);
  return digits && (digits.map((pair) => parseInt(pair, 16)) as unknown as Rgb);
}

function towards(colour: Rgb, end: Rgb, ground: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = colour.map((value, i) => Math.round(value + (end[i]! - value) * share)) as unknown as Rgb;
    if (contrast(mixed, ground) >= ENOUGH) return mixed;
  }
  return end;
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const toHex = (colour: Rgb): string => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
