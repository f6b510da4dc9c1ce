import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { startCorpus } from './corpus.js';
import { isWorse, type Figures } from './figures.js';
import { Model } from './model.js';
import { urgencyInWords } from './urgency.js';

let model: Model;
beforeAll(() => {
  model = Model.train(0, startCorpus());
}, 30_000);

describe('urgency beyond the rules', () => {
  const UNKNOWN_TO_RULES = 'Водолаз не поднялся, шланг пережало, мужики тянут и кричат, врача на барже нет.';

  test('a letter that no rule knows is marked by what it has in common with urgent ones, and says which words', () => {
    const [finding, ...more] = model.urgencyOf('', UNKNOWN_TO_RULES);
    expect(finding).toMatchObject({ danger: 'LIKELY' });
    expect(more).toEqual([]);
    expect(finding!.words.length).toBeGreaterThan(0);
    const letter = UNKNOWN_TO_RULES.toLowerCase();
    for (const phrase of finding!.words) for (const word of phrase.split(' ')) expect(letter).toContain(word);
    expect(urgencyInWords([finding!], 'ru')).toMatch(/^Похоже на опасность: «/);
    expect(urgencyInWords([finding!], 'en')).toMatch(/^Looks like a danger: “/);
  });

  test('where a rule knows the danger, its words stand alone', () => {
    expect(model.urgencyOf('Запах газа', 'Дети задыхаются, приезжайте скорее.').map(({ danger }) => danger)).not.toContain('LIKELY');
  });

  test('one sentence of a long letter is enough', () => {
    const around = ['Здравствуйте, пишу вам по поводу благоустройства нашего двора.', 'Лавочки покрасили, клумбы разбили, за это спасибо жителям.', 'Просим также заменить урны и почтовые ящики.', 'С уважением, совет дома.'];
    const danger = 'Водолаз не поднялся, его шланг пережало, люди кричат, врача нет, он задыхается под водой.';
    expect(model.urgencyOf('', [around[0], around[1], danger, around[2], around[3]].join(' '))).not.toEqual([]);
    expect(model.urgencyOf('', around.join(' '))).toEqual([]);
  });

  test.each(['', '...', '12345', '!!!'])('a letter without words is calm: %j', (text) => expect(model.urgencyOf('', text)).toEqual([]));
});

test('it is kept and read back with the same alarms', () => {
  const again = Model.fromBytes(1, model.toBytes());
  const letter = 'Водолаз не поднялся, шланг пережало, мужики тянут и кричат, врача на барже нет.';
  expect(again.urgencyOf('', letter)).toEqual(Model.fromBytes(1, model.toBytes()).urgencyOf('', letter));
  expect(again.read('', letter).urgency).not.toEqual([]);
});

test('a version of before urgency was learned is read, with the start corpus for urgency', () => {
  const { urgency, ...older } = JSON.parse(gunzipSync(model.toBytes()).toString());
  expect(urgency.features.length).toBeGreaterThan(1_000);
  const again = Model.fromBytes(7, gzipSync(JSON.stringify(older)));
  expect(again.version).toBe(7);
  expect(again.read('', 'Водолаз не поднялся, шланг пережало, мужики тянут и кричат, врача на барже нет.').urgency).not.toEqual([]);
});

describe('a version is not used when it is worse', () => {
  const figures = (first: number | null, recall: number | null, urgent = 20): Figures => ({
    topics: { count: 100, first, amongThree: null, byTopic: [] }, kinds: { count: 0, right: null }, reasons: { count: 0, precision: null, recall: null },
    urgency: { count: 60, urgent, recall, rulesRecall: null, precision: null },
  });
  test.each([
    ['it guesses fewer topics', figures(0.7, 0.9), figures(0.8, 0.9), true],
    ['it passes over two urgent letters more', figures(0.8, 0.8), figures(0.8, 0.9), true],
    ['one letter of a few is chance', figures(0.8, 0.9), figures(0.8, 0.95), false],
    ['it finds more', figures(0.8, 0.95), figures(0.8, 0.8), false],
    ['nothing urgent was held back', figures(0.8, null, 0), figures(0.8, null, 0), false],
    ['urgency alone was held back', figures(null, 0.5), figures(null, 0.9), true],
  ])('%s', (_, now, before, worse) => expect(isWorse(now, before)).toBe(worse));

  test('the one in use is of before urgency was measured', () => {
    const { urgency: _urgency, ...before } = figures(0.8, null);
    expect(isWorse(figures(0.8, 0.4), before)).toBe(false);
  });
});
