// Notes of what a step was made from, so that a step whose sources did not change is skipped.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shown, STAMPS } from './places.mjs';

/** Folders that are made, never written by hand. */
const MADE = new Set(['node_modules', 'dist', 'gql', '.data', '.tools', '.git', 'test-results']);

/** Runs `work` unless it was done from the same `state` before and its `results` are still there. Tells whether it ran. */
export async function unlessDone(name, state, results, work) {
  const stamp = path.join(STAMPS, name);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === state && results.every((result) => existsSync(result));
  if (done) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, state);
  return true;
}

/** The state of files, and of all files below folders: names, sizes and times; with `byContent` their bytes instead. */
export function stateOf(paths, { byContent = false } = {}) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn).sort()) {
    hash.update(`${shown(file)}\n`);
    const { size, mtimeMs } = statSync(file);
    hash.update(byContent ? readFileSync(file) : `${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** All files at or below a path, without those that are made. */
export function filesIn(target) {
  const stat = statSync(target, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [target];
  return readdirSync(target, { withFileTypes: true })
    .filter((entry) => !MADE.has(entry.name))
    .flatMap((entry) => {
      const inside = path.join(target, entry.name);
      return entry.isDirectory() ? filesIn(inside) : entry.isFile() ? [inside] : [];
    });
}
