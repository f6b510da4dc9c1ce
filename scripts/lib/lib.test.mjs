import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { nodeTests, program } from './checks.mjs';
import { filesIn, stateOf, unlessDone } from './stamps.mjs';
import { STAMPS } from './places.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'voter-deputy-lib-'));
// Without this variable the inner run does not report to the outer one.
const { NODE_TEST_CONTEXT: _outer, ...env } = process.env;
const tools = { node: process.execPath, env };
after(() => rmSync(folder, { recursive: true, force: true }));

function write(name, text) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test('the state of sources changes with a new, longer or lost file, and not with what a build makes', () => {
  const source = path.join(folder, 'пакет');
  write('пакет/src/a.ts', '1');
  const first = stateOf([source]);
  write('пакет/dist/a.js', '1');
  write('пакет/node_modules/x/index.js', '1');
  write('пакет/src/gql/made.ts', '1');
  assert.equal(stateOf([source]), first);
  assert.equal(filesIn(source).length, 1);
  const added = write('пакет/src/b.ts', '2');
  assert.notEqual(stateOf([source]), first);
  rmSync(added);
  assert.equal(stateOf([source]), first);
  write('пакет/src/a.ts', '12');
  assert.notEqual(stateOf([source]), first);
});

test('a step is skipped only when its state is the same and its results are there; a failed one is done again', async () => {
  const name = `test-${process.pid}`;
  const result = write('result', '1');
  const done = [];
  const work = (word) => () => void done.push(word);
  await unlessDone(name, 'a', [result], work('first'));
  await unlessDone(name, 'a', [result], work('same'));
  await unlessDone(name, 'b', [result], work('changed'));
  rmSync(result);
  await unlessDone(name, 'b', [result], work('lost'));
  write('result', '1');
  await assert.rejects(unlessDone(name, 'c', [result], () => Promise.reject(new Error('broken'))));
  await unlessDone(name, 'b', [result], work('after a failure'));
  rmSync(path.join(STAMPS, name));
  assert.deepEqual(done, ['first', 'changed', 'lost', 'after a failure']);
});

test('a program counts as one, passed or failed', async () => {
  const { passed, failed, output } = await program([process.execPath, '-e', 'console.log("why"); process.exit(3)'], {});
  assert.deepEqual({ passed, failed, output: output.trim() }, { passed: 0, failed: 1, output: 'why' });
  assert.equal((await program([process.execPath, '-e', ''], {})).passed, 1);
});

test('tests are counted one by one', async () => {
  const file = write('some.test.mjs', "import { test } from 'node:test'; test('a', () => {}); test('b', () => { throw new Error('no'); });");
  const { passed, failed } = await nodeTests(file, tools);
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 });
});

test('a run without a test fails', async () => {
  const { passed, failed } = await nodeTests(path.join(folder, 'none', '*.test.mjs'), tools);
  assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 });
});
