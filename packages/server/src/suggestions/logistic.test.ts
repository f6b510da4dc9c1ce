import { expect, test } from 'vitest';
import { Logistic, logistic } from './logistic.js';
import { atOnce } from './unhurried.js';

const bag = (...features: string[]) => new Map(features.map((feature) => [feature, 1]));
const cases = [
  ...['люк', 'газ', 'провод', 'лед'].map((what) => ({ bag: bag(what, 'открыт', 'дети'), positive: true, weight: 1 })),
  ...['забор', 'налог', 'справка', 'парк'].map((what) => ({ bag: bag(what, 'открыт', 'срок'), positive: false, weight: 1 })),
];

test('what stands on one side alone speaks for it, and what stands on both does not', () => {
  const learned = atOnce(Logistic.learn(cases));
  expect(learned.score(bag('дети', 'люк'))).toBeGreaterThan(0);
  expect(learned.score(bag('срок', 'налог'))).toBeLessThan(0);
  expect(learned.weightOf('дети')).toBeGreaterThan(Math.abs(learned.weightOf('открыт')));
  expect(learned.weightOf('никогда не стояло')).toBe(0);
});

test('the same cases make the same classifier, and it is kept and read back with the same scores', () => {
  const [a, b] = [atOnce(Logistic.learn(cases)), atOnce(Logistic.learn(cases))];
  expect(b.toJSON()).toEqual(a.toJSON());
  const again = Logistic.fromJSON(JSON.parse(JSON.stringify(a)));
  expect(again.score(bag('дети', 'газ'))).toBeCloseTo(a.score(bag('дети', 'газ')), 5);
});

test('what weighs more teaches more', () => {
  const doubtful = bag('трамвай');
  const learned = (positive: number, negative: number) => atOnce(Logistic.learn([...cases, { bag: doubtful, positive: true, weight: positive }, { bag: doubtful, positive: false, weight: negative }]));
  expect(learned(3, 0.3).score(doubtful)).toBeGreaterThan(learned(0.3, 3).score(doubtful));
});

test('it learns in portions: others have their turn between them', () => {
  const learning = Logistic.learn(cases);
  expect(learning.next().done).toBe(false);
  expect(logistic(0)).toBe(0.5);
});
