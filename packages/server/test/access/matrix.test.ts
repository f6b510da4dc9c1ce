import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../src/config.js';
import { matrixWorld, type MatrixWorld } from './matrix.fixture.js';
import { parseTable, printTable } from './matrix.table.js';
import { rowsOfSchema, Walk, type Cells } from './matrix.walk.js';

const FILE = path.join(PROJECT_ROOT, 'docs/access.md');

let world: MatrixWorld;
const columns = new Map<string, Cells>();

beforeAll(async () => {
  world = await matrixWorld();
  for (const caller of world.callers) columns.set(caller.name, await new Walk(world.world.app.schema, world.samples, caller).run());
}, 300_000);
afterAll(() => world.stop());

test('who may call what is as docs/access.md says (UPDATE_ACCESS=1 writes it anew: read the difference)', () => {
  const rows = rowsOfSchema(world.world.app.schema);
  const callers = [...columns.keys()];
  const found = Object.fromEntries(rows.map((row) => [row, Object.fromEntries(callers.map((name) => [name, columns.get(name)!.get(row) ?? '–']))]));
  const text = readFileSync(FILE, 'utf8');
  if (process.env['UPDATE_ACCESS']) writeFileSync(FILE, printTable(text, callers, found));
  expect(found).toEqual(parseTable(readFileSync(FILE, 'utf8')));
});

test('every field of the schema is reached by somebody: a row that nobody can call proves nothing', () => {
  const unreached = rowsOfSchema(world.world.app.schema).filter((row) => [...columns.values()].every((cells) => (cells.get(row) ?? '–') === '–'));
  expect(unreached).toEqual([]);
});
