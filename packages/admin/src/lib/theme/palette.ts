type Rgb = readonly [number, number, number];

function parse(hex: string): Rgb | null {
  const digits = /^#?([0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  return digits ? ([0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16)) as unknown as Rgb) : null;
}

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
const mix = (from: Rgb, to: Rgb, share: number): Rgb => from.map((part, at) => part + ((to[at] ?? 0) - part) * share) as unknown as Rgb;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parse(one) ?? [0, 0, 0]), luminance(parse(other) ?? [0, 0, 0])];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const CALM: Rgb = [0x3b, 0x5b, 0x92];
/** A little over AA, since text also stands on tinted ground. */
const READABLE = 5.2;

export type Palette = [string, string, string, string, string, string, string, string, string, string];

/**
 * Ten shades of the installation's accent, light to dark. Shade 6 carries white text and is read as text on white;
 * shade 3 is read on dark ground. An accent too pale for that is darkened; one that is no colour is replaced.
 */
export function palette(accent: string): Palette {
  let base = parse(accent) ?? CALM;
  while (contrast(toHex(base), '#ffffff') < READABLE) base = mix(base, BLACK, 0.05);
  const light = [0.93, 0.85, 0.7, 0.52, 0.35, 0.18].map((share) => toHex(mix(base, WHITE, share)));
  const dark = [0, 0.15, 0.3, 0.45].map((share) => toHex(mix(base, BLACK, share)));
  return [...light, ...dark] as Palette;
}
