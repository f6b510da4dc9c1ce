import sharp from 'sharp';
import { expect } from 'vitest';
import { SECRETS } from './samples.js';

/** Fails on anything that a camera, a program or a person wrote beside the pixels. */
export async function expectClean(bytes: Buffer): Promise<void> {
  for (const secret of SECRETS) expect(bytes.includes(Buffer.from(secret, 'latin1')), secret).toBe(false);
  const { exif, iptc, xmp, icc, orientation, comments } = await sharp(bytes).metadata();
  expect({ exif, iptc, xmp, icc, orientation, comments }).toEqual({});
}
