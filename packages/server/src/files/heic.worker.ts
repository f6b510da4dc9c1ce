import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import heic from 'heic-decode';

// Decodes one picture and ends: a second of computing, and memory that is given back whole.
const { file, maxPixels } = workerData as { file: string; maxPixels: number };
const [first] = await heic.all({ buffer: await readFile(file) });
if (!first || first.width * first.height > maxPixels) throw new Error('no picture, or larger than its head said');
const { width, height, data } = await first.decode();
parentPort!.postMessage({ width, height, data }, [data.buffer]);
