import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { int, pick, seeded, type Random } from '../random.js';
import { FORMAL_ANSWERS } from './answers-formal.js';
import { composeLetter, type Letter, type Writer } from './compose.js';
import { COMMENTS, WITHDRAWAL_REASONS } from './feedback-comments.js';
import { composeAnswer, composeClarification, composeComment } from './replies.js';
import { SLOT_NAMES } from './slots.js';
import { belongsTo } from './speech.js';
import { chooseStory, STORIES } from './stories.js';
import type { Story } from './story.js';

const NAMES = {
  m: [['Иван', 'Петрович', 'Сидоров'], ['Рустам', 'Ильдарович', 'Гайсин'], ['Бато', null, 'Дондоков'], ['Андрей', 'Юрьевич', 'Коваль']],
  f: [['Анна', 'Сергеевна', 'Белова'], ['Айгуль', 'Маратовна', 'Хасанова'], ['Сажи', 'Умаровна', 'Бетерсултанова'], ['Вера', 'Ильинична', 'Шумилова']],
} satisfies Record<'m' | 'f', (readonly [string, string | null, string])[]>;
const TOPICS = readFileSync(new URL('../../../reference/topics.csv', import.meta.url), 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')[0] ?? '');
const WRITTEN = [...new Set(STORIES.map((story) => story.topic))];

function writer(random: Random): Writer {
  const sex = pick(random, ['m', 'f'] as const);
  const [firstName, middleName, lastName] = pick(random, NAMES[sex]);
  return { firstName, middleName, lastName, sex, age: int(random, 19, 84), city: 'Псков', collective: random() < 0.08 };
}

function write(count: number, seed: string): { story: Story; letter: Letter; person: Writer }[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const person = writer(random);
    const month = int(random, 1, 12);
    const story = chooseStory(pick(random, WRITTEN), month, person, random) as Story;
    const [firstName, middleName] = pick(random, NAMES[pick(random, ['m', 'f'] as const)]);
    return { story, person, letter: composeLetter(story, person, { firstName, middleName }, month, random) };
  });
}

// Processor time: the clock on the wall counts other programs too.
const started = process.cpuUsage();
const MANY = write(30_000, 'many');
const SPENT = process.cpuUsage(started).user / 1000;
/** The first sentence after a greeting; "ул. Мира, д. 4" does not end it. */
const opening = (text: string): string => {
  const greeting = /^(?:(?:здравствуйте|здрасте|приветствую|день добрый|добр[а-яё]+ (?:дня|день|вечер|утро|времени суток|здоровья)|(?:глубоко|много)?уважаем[а-яё]+|дорог[а-яё]+|господа депутаты|хотя какой он|низкий вам поклон и|бато|(?:анна|айгуль|сажи|вера|иван|рустам|андрей) [а-яё]+)[!.,\s]+)+/i;
  return text.replace(greeting, '').replace(/(?<![а-яё])(ул|пер|д|корп|г|руб)\. ?/gi, '$1·').split(/[.!?\n]/)[0]?.trim().toLowerCase() ?? '';
};

describe('the composer of the demonstration letters', () => {
  it('writes the same letters from the same seed', () => {
    expect(write(300, 'one').map(({ letter }) => letter)).toEqual(write(300, 'one').map(({ letter }) => letter));
    expect(write(300, 'one')[0]?.letter.text).not.toBe(write(300, 'two')[0]?.letter.text);
  });

  it('repeats almost no text in 30,000 letters', () => {
    const distinct = new Set(MANY.map(({ letter }) => letter.text)).size;
    console.info(`distinct texts: ${((100 * distinct) / MANY.length).toFixed(2)} %, ${SPENT.toFixed(0)} ms`);
    expect(distinct / MANY.length).toBeGreaterThan(0.99);
  });

  it('begins no more than one letter in 200 with the same sentence', () => {
    const counts = new Map<string, number>();
    for (const { letter } of MANY) counts.set(opening(letter.text), (counts.get(opening(letter.text)) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3);
    console.info('commonest openings', most);
    expect((most[0]?.[1] ?? 0) / MANY.length).toBeLessThan(0.005);
  });

  it('leaves no slot, form or tag unfilled and keeps to 20–8000 characters', () => {
    for (const { letter, story } of MANY) {
      for (const text of [letter.subject, letter.text, ...letter.questions.map((question) => question.text)]) {
        if (/[{}[\]|#]|undefined|  |\.\.(?!\.)(?<!\.\.\.)/.test(text)) throw new Error(`${story.topic}: ${text}`);
      }
      expect(letter.text.length).toBeGreaterThanOrEqual(20);
      expect(letter.text.length).toBeLessThanOrEqual(8000);
      expect(letter.subject.length).toBeLessThanOrEqual(200);
      expect(letter.questions[0]?.topic).toBe(story.topic);
    }
  });

  it('writes 30,000 letters in well under the time that a load may take', () => {
    expect(SPENT).toBeLessThan(6000);
  });

  it('answers, asks and comments without unfilled slots', () => {
    const random = seeded('answers');
    for (const { story, letter, person } of MANY.slice(0, 4000)) {
      const texts = [
        composeAnswer(story, pick(random, ['good', 'explained', 'formal'] as const), letter, person, random, { answeredOn: '2026-03-03', deputy: { firstName: 'Вера', middleName: 'Ильинична' } }),
        ...Object.values(composeClarification(story, letter, person, random)),
        composeComment(pick(random, ['good', 'partial', 'bad'] as const), int(random, 1, 5), person, random),
      ];
      for (const text of texts) {
        expect(text.length).toBeGreaterThan(2);
        if (/[{}[\]|#]|undefined/.test(text)) throw new Error(`${story.topic}: ${text}`);
      }
    }
  });
});

describe('the texts around answers', () => {
  it('are many enough not to repeat at once', () => {
    expect(FORMAL_ANSWERS.length).toBeGreaterThanOrEqual(15);
    expect(Object.values(COMMENTS).flat().length).toBeGreaterThanOrEqual(60);
    expect(WITHDRAWAL_REASONS.length).toBeGreaterThanOrEqual(10);
    for (const outcome of ['good', 'partial', 'bad'] as const) {
      for (const { marks } of COMMENTS[outcome]) expect(marks[0]).toBeLessThanOrEqual(marks[1]);
    }
  });
});

describe('the stories', () => {
  const slots = new Set<string>([...SLOT_NAMES, 'person', 'done', 'until']);

  it('cover every topic of the reference', () => {
    expect([...WRITTEN].sort()).toEqual([...TOPICS].sort());
  });

  it.each(WRITTEN)('of %s are complete', (topic) => {
    expect(TOPICS).toContain(topic);
    const stories = STORIES.filter((story) => story.topic === topic);
    expect(stories.length).toBeGreaterThanOrEqual(8);
    for (const story of stories) {
      const least: [readonly string[], number][] = [
        [story.subjects, 3], [story.problem, 4], [story.details, 5], [story.tried, 3], [story.asks, 3], [story.goodAnswers, 3], [story.explanations, 2],
      ];
      for (const [parts, count] of least) {
        expect(parts.length, story.subjects[0]).toBeGreaterThanOrEqual(count);
        expect(new Set(parts).size, story.subjects[0]).toBe(parts.length);
        for (const part of parts) for (const [, slot] of part.matchAll(/\{(\w+)\}/g)) expect(slots, part).toContain(slot);
      }
      story.problem.forEach((problem, at) => {
        expect(problem.length, problem).toBeGreaterThan(30);
        const fitting = (parts: readonly string[]): number => parts.filter((part) => belongsTo(part, at + 1)).length;
        expect(fitting(story.subjects), `a subject for «${problem}»`).toBeGreaterThan(0);
      });
      if (story.alsoAsks) expect(TOPICS).toContain(story.alsoAsks.topic);
    }
  });
});
