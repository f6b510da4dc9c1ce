import { afterAll, beforeAll, expect, test } from 'vitest';
import { submits } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { LETTERS } from './letters.js';
import { heldBack, QUESTIONS } from './questions.js';

let world: World;
let moderator: Person;
const keys = new Map<string, string>();

beforeAll(async () => {
  world = await startWorld('search_quality');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  for (const [key, [subject, text]] of Object.entries(LETTERS)) keys.set((await submits(moderator, world.psk, { subject, text })).id, key);
}, 120_000);
afterAll(() => world.stop());

interface Result { kind: string; typed: string; held: boolean; recall: number; reciprocal: number; got: string[] }

/** Recall among the first ten, and one divided by the place of the first right one. */
async function ask(kind: string, [typed, ...wanted]: readonly [string, ...string[]], held: boolean): Promise<Result> {
  const { data, raw } = await moderator.ask('query($s: String) { appeals(filter: { search: $s }, first: 10) { edges { node { id } } } }', { s: typed });
  expect(data, raw).toBeTruthy();
  const got = data.appeals.edges.map(({ node }: { node: { id: string } }) => keys.get(node.id) ?? '?');
  const first = got.findIndex((key: string) => wanted.includes(key));
  return { kind, typed, held, recall: wanted.filter((key) => got.includes(key)).length / wanted.length, reciprocal: first === -1 ? 0 : 1 / (first + 1), got };
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const figures = (results: Result[]) => ({ questions: results.length, recall: mean(results.map(({ recall }) => recall)), mrr: mean(results.map(({ reciprocal }) => reciprocal)) });

test('finds what is meant: recall of at least 0.9 among the first ten and a mean reciprocal rank of at least 0.8', async () => {
  const results: Result[] = [];
  for (const [kind, questions] of Object.entries(QUESTIONS)) {
    for (const [at, question] of questions.entries()) results.push(await ask(kind, question, heldBack(at)));
  }
  if (process.env['SEARCH_REPORT']) {
    for (const kind of Object.keys(QUESTIONS)) console.log(kind, JSON.stringify(figures(results.filter((one) => one.kind === kind))));
    for (const one of results) if (!one.held && (one.recall < 1 || one.reciprocal < 1)) console.log(one.kind, one.typed, one.recall.toFixed(2), one.reciprocal.toFixed(2), one.got.slice(0, 6).join(' '));
    console.log('tuned', JSON.stringify(figures(results.filter(({ held }) => !held))), 'held back', JSON.stringify(figures(results.filter(({ held }) => held))));
  }
  for (const part of [results.filter(({ held }) => !held), results.filter(({ held }) => held)]) {
    expect(figures(part).recall).toBeGreaterThanOrEqual(0.9);
    expect(figures(part).mrr).toBeGreaterThanOrEqual(0.8);
  }
}, 120_000);

test('what stands after a minus is never found, however few have the rest', async () => {
  const [school] = [...keys].find(([, key]) => key === 'school')!;
  const found = async (line: string): Promise<string[]> => (await moderator.ask('query($s: String) { appeals(filter: { search: $s }, first: 50) { edges { node { id } } } }', { s: line }))
    .data.appeals.edges.map(({ node }: { node: { id: string } }) => node.id);
  for (const line of ['школа смены построят', 'школа смены', 'школа']) {
    expect(await found(line)).toContain(school);
    expect(await found(`${line} -третья`)).not.toContain(school);
  }
});
