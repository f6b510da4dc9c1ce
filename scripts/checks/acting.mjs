// The database is asked through db/acting.ts alone, which knows who acts: docs/adr/0009-walls-in-the-database.md.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SERVER, shown } from '../lib/places.mjs';
import { filesIn } from '../lib/stamps.mjs';

const PAST_THE_DOOR = /\.transactional\(|\borm\.em\b|\.em\.fork\(|\.getConnection\(|\.getKysely\(/;
const ALLOWED = /(?:\/src\/db\/[^/]+|\.test|\.fixtures)\.ts$/;

/** Lines of source files that read or write without saying who acts, as `file:line`. */
export function pastTheDoor(files) {
  return files.filter((file) => file.endsWith('.ts') && !ALLOWED.test(file.replaceAll(path.sep, '/'))).flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').flatMap((line, index) => (PAST_THE_DOOR.test(line) ? [`${shown(file)}:${index + 1}`] : [])));
}

if (process.argv[1] === import.meta.filename) {
  const files = filesIn(path.join(SERVER, 'src'));
  const found = pastTheDoor(files);
  for (const place of found) console.log(`${place}: use transaction() or rowsFor() of db/acting.ts, with the actor`);
  process.exit(found.length === 0 && files.length > 0 ? 0 : 1);
}
