import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project, wherever the script was called from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const SERVER = path.join(ROOT, 'packages/server');

/** Notes about what was installed and built; they go when node_modules goes, which is when they stop being true. */
export const STAMPS = path.join(ROOT, 'node_modules/.cache/voter-deputy');

/** A path of the project as it is read in its documents: `packages/server/src/app.ts`. */
export function shown(file) {
  return path.relative(ROOT, file).split(path.sep).join('/');
}
