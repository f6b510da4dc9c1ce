import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Refusal } from '../shared/refusal.js';

/** The end of a PDF lies within this many bytes of the end of the file. */
const TAIL = 1_024;
/** An archive's own end, with the longest comment that it may have. */
const ARCHIVE_TAIL = 66 * 1024;
/** Longer than any name that is looked for, so that none is cut in two by the border of a chunk. */
const OVERLAP = 64;

// Names may be written with #xx for any character.
const name = (word: string): string => `/${[...word].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('')}(?![A-Za-z0-9#])`;
/** Long enough that compressed bytes do not spell them by chance; `/JS` never stands without the first. */
const ACTS = new RegExp(['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia'].map(name).join('|'));

/**
 * Refuses what is cut off, is an archive at the same time, or says openly that it runs or carries something. What is said inside
 * compressed objects is not seen here: that is the virus scanner's.
 * @throws Refusal
 */
export async function inspectPdf(file: string): Promise<void> {
  const tail = await tailOf(file, ARCHIVE_TAIL);
  if (!tail.subarray(-TAIL).includes('%%EOF')) throw new Refusal('FILE_BROKEN', 'file');
  if (tail.includes(Buffer.from('PK\u0005\u0006', 'latin1'))) throw new Refusal('FILE_AMBIGUOUS', 'file');
  let before = '';
  for await (const chunk of createReadStream(file, { encoding: 'latin1', highWaterMark: 256 * 1024 })) {
    const text = before + (chunk as string);
    if (ACTS.test(text)) throw new Refusal('DOCUMENT_HAS_MACROS', 'file');
    before = text.slice(-OVERLAP);
  }
}

async function tailOf(file: string, bytes: number): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, bytes);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer;
  } finally {
    await handle.close();
  }
}
