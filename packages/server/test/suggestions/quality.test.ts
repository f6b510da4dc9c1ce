import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { STORIES } from '../../src/demo/texts/stories.js';
import type { Story } from '../../src/demo/texts/story.js';
import { storyCorpus } from '../../src/jobs/story-corpus.js';
import { Model, NONE, startCorpus, URGENT } from '../../src/suggestions/index.js';
import { readExamples } from '../../src/suggestions/corpus.js';
import { findUrgency } from '../../src/suggestions/urgency.js';

// Letters of these files are never learned from. What is asked of each figure lies under what was measured, so that a step back is seen.
const held = (name: string) => readExamples(path.join(import.meta.dirname, `${name}.eval.tsv`));
const share = (right: number, of: number) => Math.round(right / of * 1000) / 1000;

const start = startCorpus();
const stories = storyCorpus();
/** For models that are asked of urgency alone. */
const few = [{ label: 'COMPLAINT', text: 'яма' }, { label: 'GRATITUDE', text: 'спасибо' }];
let day1: Model;
let seedOnly: Model;

beforeAll(() => {
  seedOnly = Model.train(0, start);
  day1 = Model.train(1, { topics: [...start.topics, ...stories.topics], kinds: [...start.kinds, ...stories.kinds], reasons: [...start.reasons, ...stories.reasons], urgency: [...start.urgency, ...stories.urgency] });
}, 60_000);

const topicFigures = (model: Model, examples: readonly { text: string; label: string }[]) => {
  const read = examples.map(({ text, label }) => ({ label, codes: model.read('', text).topics.map(({ code }) => code) }));
  return { first: share(read.filter(({ label, codes }) => codes[0] === label).length, read.length), three: share(read.filter(({ label, codes }) => codes.includes(label)).length, read.length) };
};

describe('topics', () => {
  test('letters in another voice, on day one', () => {
    const { first, three } = topicFigures(day1, held('topics'));
    expect(first).toBeGreaterThanOrEqual(0.85);
    expect(three).toBeGreaterThanOrEqual(0.95);
  });

  test('the start corpus alone, before any training', () => {
    const { first, three } = topicFigures(seedOnly, held('topics'));
    expect(first).toBeGreaterThanOrEqual(0.85);
    expect(three).toBeGreaterThanOrEqual(0.93);
  });

  test("the demonstration's letters, whose stories other people wrote, by the start corpus alone", async () => {
    const letters = STORIES.flatMap(({ topic, subjects, problem, details, asks }) =>
      problem.map((part, i) => ({ label: topic, text: [subjects[i % subjects.length], part, details[i % details.length], asks[i % asks.length]].join(' ').replace(/[#{}[\]|]/g, ' ') })));
    const { first, three } = topicFigures(seedOnly, letters);
    expect(first).toBeGreaterThanOrEqual(0.62);
    expect(three).toBeGreaterThanOrEqual(0.83);
  }, 30_000);

  test('a letter that only the stories teach', () => {
    const { first, three } = topicFigures(Model.train(0, { ...stories, reasons: [...stories.reasons, { label: 'SPAM', text: 'кредит' }] }), held('topics'));
    expect(first).toBeGreaterThanOrEqual(0.72);
    expect(three).toBeGreaterThanOrEqual(0.88);
  }, 30_000);

  test('every topic of the reference has its examples', async () => {
    const codes = new Set((await import('../../src/regions/read-csv.js')).readCsv(path.join(import.meta.dirname, '../../reference/topics.csv'), ['code', 'section_ru', 'section_en', 'name_ru', 'name_en']).map(({ values }) => values.code));
    const counts = new Map<string, number>();
    for (const { label } of start.topics) counts.set(label, (counts.get(label) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([...codes].sort());
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(25);
  });
});

test('confidence says how often it is right', () => {
  const read = held('topics').map(({ text, label }) => ({ label, best: day1.read('', text).topics[0]! }));
  const sure = read.filter(({ best }) => best.confidence >= 0.8);
  const unsure = read.filter(({ best }) => best.confidence < 0.5);
  expect(share(sure.filter(({ label, best }) => best.code === label).length, sure.length)).toBeGreaterThanOrEqual(0.9);
  expect(share(unsure.filter(({ label, best }) => best.code === label).length, unsure.length)).toBeLessThan(0.8);
});

describe('urgency', () => {
  const marked = (letters: readonly { text: string }[], alarms: (text: string) => boolean) => share(letters.filter(({ text }) => alarms(text)).length, letters.length);
  const byRules = (text: string) => findUrgency('', text).length > 0;
  const by = (model: Model) => (text: string) => model.urgencyOf('', text).length > 0;
  const mean = (ones: readonly number[]) => share(ones.reduce((sum, one) => sum + one, 0), ones.length);
  const problems = (of: readonly Story[], urgent: boolean) => storyCorpus(of.filter((story) => (story.urgent === true) === urgent).map((story) => ({ ...story, subjects: [], details: [], asks: [] }))).urgency;

  test('no danger is passed over, and few harmless letters are marked', () => {
    const [urgent, calm] = [held('urgency').filter(({ label }) => label === '1'), held('urgency').filter(({ label }) => label === '0')];
    expect(urgent.length).toBeGreaterThanOrEqual(60);
    expect(calm.length).toBeGreaterThanOrEqual(120);
    expect(marked(urgent, byRules)).toBeGreaterThanOrEqual(0.98);
    expect(marked(calm, byRules)).toBeLessThanOrEqual(0.02);
    expect(marked(urgent, by(day1))).toBeGreaterThanOrEqual(0.98);
    expect(marked(calm, by(day1))).toBeLessThanOrEqual(0.04);
  });

  test('the stories, which other people wrote and marked: the rules alone', () => {
    expect(marked(problems(STORIES, true), byRules)).toBeGreaterThanOrEqual(0.8);
    expect(marked(problems(STORIES, false), byRules)).toBeLessThanOrEqual(0.01);
  });

  test('the stories, before any of them was learned from', () => {
    expect(marked(problems(STORIES, true), by(seedOnly))).toBeGreaterThanOrEqual(0.94);
    expect(marked(problems(STORIES, false), by(seedOnly))).toBeLessThanOrEqual(0.1);
  });

  test('stories that were left out while the others were learned from', () => {
    const [urgent, calm]: [number[], number[]] = [[], []];
    for (const third of [0, 1, 2]) {
      const [learned, left] = [STORIES.filter((_, i) => i % 3 !== third), STORIES.filter((_, i) => i % 3 === third)];
      const model = Model.train(1, { topics: few, kinds: few, reasons: few, urgency: [...start.urgency, ...storyCorpus(learned).urgency] });
      urgent.push(...problems(left, true).map(({ text }) => Number(by(model)(text))));
      calm.push(...problems(left, false).map(({ text }) => Number(by(model)(text))));
    }
    expect(mean(urgent)).toBeGreaterThanOrEqual(0.96);
    expect(mean(calm)).toBeLessThanOrEqual(0.12);
  }, 60_000);

  test('letters of topics, few of which are urgent', () => {
    expect(marked(held('topics'), by(day1))).toBeLessThanOrEqual(0.09);
    expect(marked(held('topics'), by(seedOnly))).toBeLessThanOrEqual(0.06);
  });

  test('letters of the start corpus that were left out, which are far from what rules are written for', () => {
    const [own, everyday] = [start.urgency.filter(({ weight }) => weight === undefined), start.urgency.filter(({ weight }) => weight !== undefined)];
    const found: Record<string, number[]> = { [URGENT]: [], [NONE]: [] };
    for (const fifth of [0, 1, 2, 3, 4]) {
      const learned = own.filter((_, i) => i % 5 !== fifth);
      const model = Model.train(1, { topics: few, kinds: few, reasons: few, urgency: [...learned, ...everyday, ...stories.urgency] });
      for (const { label, text } of own.filter((_, i) => i % 5 === fifth)) found[label]!.push(Number(by(model)(text)));
    }
    expect(mean(found[URGENT]!)).toBeGreaterThanOrEqual(0.82);
    expect(mean(found[NONE]!)).toBeLessThanOrEqual(0.06);
    expect(marked(own.filter(({ label }) => label === URGENT), byRules)).toBeLessThan(0.4);
  }, 60_000);

  test('the start corpus holds hundreds of each, and no letter of those that it is measured on', () => {
    const own = start.urgency.filter(({ weight }) => weight === undefined);
    expect(own.filter(({ label }) => label === URGENT).length).toBeGreaterThanOrEqual(350);
    expect(own.filter(({ label }) => label === NONE).length).toBeGreaterThanOrEqual(350);
    const texts = new Set(own.map(({ text }) => text));
    expect(texts.size).toBe(own.length);
    expect(held('urgency').filter(({ text }) => texts.has(text))).toEqual([]);
  });
});

test('kinds', () => {
  const letters = held('kinds');
  expect(share(letters.filter(({ text, label }) => day1.read('', text).kind === label).length, letters.length)).toBeGreaterThanOrEqual(0.9);
});

test('reasons to reject, and letters that only look like them', () => {
  const read = held('reject-reasons').map(({ text, label }) => ({ label, named: day1.read('', text).reason ?? NONE }));
  expect(share(read.filter(({ label, named }) => label === named).length, read.length)).toBeGreaterThanOrEqual(0.95);
  const topics = held('topics');
  expect(share(topics.filter(({ text }) => day1.read('', text).reason !== null).length, topics.length)).toBeLessThanOrEqual(0.01);
});

// Written by two people who had seen neither the product nor its corpora, and measured once before anything was done about the result: what they
// showed was that rules alone find a third of the dangers that strangers tell of. No letter of theirs teaches anything.
describe('letters of strangers', () => {
  const strangers = (name: string) => held(`${name}.strangers`);

  test('topics', () => {
    expect(strangers('topics')).toHaveLength(192);
    const { first, three } = topicFigures(day1, strangers('topics'));
    expect(first).toBeGreaterThanOrEqual(0.87);
    expect(three).toBeGreaterThanOrEqual(0.95);
  });

  test('dangers', () => {
    const alarmed = (label: string, model: Model) => strangers('urgency').filter((one) => one.label === label).map(({ text }) => model.urgencyOf('', text).length > 0);
    const [urgent, calm] = [alarmed('1', day1), alarmed('0', day1)];
    expect([urgent.length, calm.length]).toEqual([160, 210]);
    expect(share(urgent.filter(Boolean).length, urgent.length)).toBeGreaterThanOrEqual(0.92);
    expect(share(calm.filter(Boolean).length, calm.length)).toBeLessThanOrEqual(0.05);
    const untrained = alarmed('1', seedOnly);
    expect(share(untrained.filter(Boolean).length, untrained.length)).toBeGreaterThanOrEqual(0.87);
  });

  test('kinds', () => {
    const read = strangers('kinds').map(({ text, label }) => day1.read('', text).kind === label);
    expect(share(read.filter(Boolean).length, read.length)).toBeGreaterThanOrEqual(0.83);
  });

  test('reasons to reject: two of three are named, and hardly one wrongly', () => {
    const read = strangers('reject-reasons').map(({ text, label }) => ({ label, named: day1.read('', text).reason ?? NONE }));
    const [bad, good] = [read.filter(({ label }) => label !== NONE), read.filter(({ label }) => label === NONE)];
    expect(share(bad.filter(({ label, named }) => label === named).length, bad.length)).toBeGreaterThanOrEqual(0.65);
    expect(bad.filter(({ label, named }) => named !== NONE && named !== label).length).toBeLessThanOrEqual(1);
    expect(good.filter(({ named }) => named !== NONE).length).toBeLessThanOrEqual(1);
  });
});
