import { Worker } from 'node:worker_threads';

/** Decoded pixels, four bytes for each, turned as the file says. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './heic.worker.ts' : './heic.worker.js', import.meta.url);

/**
 * Decodes a phone's HEIC by libheif in WebAssembly, which the prebuilt libvips lacks for its patents, in a thread of its own.
 * @throws Error when it is broken, «timeout» when it takes longer than `timeoutMs`
 */
export async function decodeHeic(file: string, maxPixels: number, timeoutMs: number): Promise<Pixels> {
  const worker = new Worker(WORKER, { workerData: { file, maxPixels }, resourceLimits: { maxOldGenerationSizeMb: 256 } });
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Pixels>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject).once('exit', () => reject(new Error('ended without a picture')));
      watch = setTimeout(() => reject(new Error('timeout')), timeoutMs);
    });
  } finally {
    clearTimeout(watch);
    await worker.terminate();
  }
}
