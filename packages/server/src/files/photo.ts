import readExif from 'exif-reader';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { Refusal } from '../shared/refusal.js';
import type { PhotoFormat } from './file-types.js';
import { decodeHeic } from './heic.js';

/** The longest side of a photo as it is given out; the original keeps what is larger. */
const LONGEST_SIDE = 4_096;
const THUMBNAIL_SIDE = 480;
/** Seconds for one picture; a phone's takes one. */
const TIMEOUT_S = 20;

// One thread for one picture: the other cores serve requests. Pictures wait for one another in the upload's own queue.
sharp.concurrency(1);
sharp.cache(false);
// Of all that libvips can read, what an upload may be; above all no SVG, PDF or ImageMagick.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Tiff'].map((loader) => `VipsForeignLoad${loader}`) });

/** When and where a photo was taken, as far as it says so itself. */
export interface Taken {
  /** Local time of the camera, `2026-03-20T14:05:10`, with its offset where the camera knows it. */
  at: string | null;
  place: { latitude: number; longitude: number } | null;
}

export interface Picture {
  width: number;
  height: number;
  taken: Taken;
}

/**
 * Makes of a photo what may be given out: turned as it was held, no larger than a screen needs, and without a byte of metadata: the
 * pixels are encoded anew, and nothing else is written. A thumbnail is made of the result.
 * @throws Refusal
 */
export async function developPhoto(
  file: string, to: { file: string; thumbnail: string }, format: PhotoFormat, maxPixels: number,
): Promise<Picture> {
  const { width, height, exif, compression } = await metadataOf(file);
  if (width * height > maxPixels) throw new Refusal('PHOTO_TOO_LARGE', 'file', { width, height, max: Math.round(maxPixels / 1_000_000) });
  try {
    const made = await (compression === 'hevc' ? await opened(file, maxPixels) : sharp(file, { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true }))
      .autoOrient().resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toFormat(format, format === 'png' ? { compressionLevel: 9 } : { quality: 85 }).timeout({ seconds: TIMEOUT_S }).toFile(to.file);
    await sharp(to.file, { limitInputPixels: maxPixels }).resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
      .toFormat('webp', { quality: 72 }).timeout({ seconds: TIMEOUT_S }).toFile(to.thumbnail);
    return { width: made.width, height: made.height, taken: takenFrom(exif) };
  } catch (error) {
    throw new Refusal(/timeout/i.test((error as Error).message) ? 'PHOTO_TOO_SLOW' : 'FILE_BROKEN', 'file');
  }
}

/** What libvips knows the head of, and cannot decode. */
async function opened(file: string, maxPixels: number): Promise<Sharp> {
  const { data, width, height } = await decodeHeic(file, maxPixels, TIMEOUT_S * 1_000);
  return sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: maxPixels });
}

async function metadataOf(file: string): Promise<Metadata> {
  try {
    // The head alone is read: the size that it tells is looked at before a pixel is decoded.
    return await sharp(file, { limitInputPixels: false, failOn: 'error' }).metadata();
  } catch {
    throw new Refusal('FILE_BROKEN', 'file');
  }
}

/** Never fails: what a camera wrote wrongly is left out. */
export function takenFrom(exif: Buffer | undefined): Taken {
  if (!exif) return { at: null, place: null };
  try {
    const { Photo, GPSInfo } = readExif(exif);
    const { GPSLatitude, GPSLatitudeRef, GPSLongitude, GPSLongitudeRef } = GPSInfo ?? {};
    const latitude = degrees(GPSLatitude, GPSLatitudeRef === 'S', 90);
    const longitude = degrees(GPSLongitude, GPSLongitudeRef === 'W', 180);
    const time = Photo?.DateTimeOriginal;
    const offset = String(Photo?.['OffsetTimeOriginal'] ?? '');
    return {
      at: time instanceof Date && !Number.isNaN(time.getTime()) ? `${time.toISOString().slice(0, 19)}${/^[+-]\d\d:\d\d$/.test(offset) ? offset : ''}` : null,
      place: latitude === null || longitude === null ? null : { latitude, longitude },
    };
  } catch {
    return { at: null, place: null };
  }
}

function degrees(parts: readonly number[] | undefined, isNegative: boolean, max: number): number | null {
  if (!parts || parts.length === 0) return null;
  const [whole = 0, minutes = 0, seconds = 0] = parts;
  const value = (whole + minutes / 60 + seconds / 3_600) * (isNegative ? -1 : 1);
  return Number.isFinite(value) && Math.abs(value) <= max ? Math.round(value * 1e6) / 1e6 : null;
}
