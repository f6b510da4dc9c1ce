// The time is asked of shared/clock.ts alone, so that tests can move it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SERVER, shown } from '../lib/places.mjs';
import { filesIn } from '../lib/stamps.mjs';

const OWN_CLOCK = /new Date\(\)|Date\.now\(\)/;
const ALLOWED = /(?:\/shared\/clock|\.test|\.fixtures)\.ts$/;

/** Lines of source files that ask the machine for the time, as `file:line`. */
export function ownClocks(files) {
  return files.filter((file) => file.endsWith('.ts') && !ALLOWED.test(file.replaceAll(path.sep, '/'))).flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').flatMap((line, index) => (OWN_CLOCK.test(line) ? [`${shown(file)}:${index + 1}`] : [])));
}

if (process.argv[1] === import.meta.filename) {
  const files = filesIn(path.join(SERVER, 'src'));
  const found = ownClocks(files);
  for (const place of found) console.log(`${place}: ask shared/clock.ts for the time`);
  process.exit(found.length === 0 && files.length > 0 ? 0 : 1);
}
