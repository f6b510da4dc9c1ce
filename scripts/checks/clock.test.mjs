import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ownClocks } from './clock.mjs';

test('a clock of its own is found in a source file, and allowed in clock.ts and in tests', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'voter-deputy-clock-'));
  const write = (name, text) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const bad = write('appeals/bad.ts', 'const then = new Date(0);\nconst now = new Date();\n');
  const good = ['shared/clock.ts', 'appeals/x.test.ts'].map((name) => write(name, 'Date.now();'));
  const found = ownClocks([bad, ...good]);
  rmSync(folder, { recursive: true, force: true });
  assert.equal(found.length, 1);
  assert.match(found[0], /bad\.ts:2$/);
});
