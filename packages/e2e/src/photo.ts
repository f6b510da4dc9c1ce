import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';

/** What the photo says beside its pixels, and nobody is to read. */
export const SECRET = 'SECRET-PLACE-OF-THE-PHOTO';

/** A photo of the browser's own making, lying on its side as EXIF says, with a place beside the pixels. */
export async function sideways(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 600 });
    const paint = canvas.getContext('2d')!;
    paint.fillStyle = '#2a6';
    paint.fillRect(0, 0, 300, 600);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]!;
  });
  const jpeg = Buffer.from(base64, 'base64');
  const orientation = Buffer.from('4578696600004d4d002a00000008000101120003000000010006000000000000', 'hex');
  const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xFF, marker, (body.length + 2) >> 8, (body.length + 2) & 0xFF]), body]);
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xE1, orientation), segment(0xFE, Buffer.from(SECRET)), jpeg.subarray(2), Buffer.from(SECRET)]);
}

/** What a picture on the page is made of. */
export async function bytesOf(page: Page, src: string | null): Promise<Buffer> {
  return Buffer.from(await page.evaluate(async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())], src!));
}
