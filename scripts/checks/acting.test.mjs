import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pastTheDoor } from './acting.mjs';

test('a read or write without an actor is found in a feature, and allowed in db/ and in tests', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'voter-deputy-acting-'));
  const write = (name, text) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const bad = write('src/appeals/bad.ts', 'const rows = rowsFor(orm, actor);\nawait em.transactional(work);\nrowsOf(this.orm.em);\nparts.orm.em.fork();\n');
  const good = ['src/db/acting.ts', 'src/appeals/x.test.ts'].map((name) => write(name, 'orm.em.fork().transactional(work)'));
  const found = pastTheDoor([bad, ...good]);
  rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(found.map((place) => place.split(':').at(-1)), ['2', '3', '4']);
});
