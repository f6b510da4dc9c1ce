import { expect, test } from 'vitest';
import { Classifier } from './naive-bayes.js';

const ROADS = ['Яма на дороге', 'Разбит асфальт, ямы и выбоины', 'Дорогу не чистят от снега', 'Тротуар провалился, асфальт треснул', 'Ямочный ремонт дороги не сделан'];
const WATER = ['Нет горячей воды', 'Из крана течёт ржавая вода', 'Отключили воду без предупреждения', 'Водопровод прорвало, вода бьёт фонтаном', 'Слабый напор воды'];
const examples = [...ROADS.map((text) => ({ text, label: 'roads' })), ...WATER.map((text) => ({ text, label: 'water' }))];

test('letters go where letters like them went, whatever the ending of words', () => {
  const classifier = Classifier.train(examples);
  expect(classifier.guess('Асфальтом бы засыпали ямы')[0]!.label).toBe('roads');
  expect(classifier.guess('вода из кранов ржавого цвета')[0]!.label).toBe('water');
});

test('confidences of all labels make 1, the likeliest first', () => {
  const guesses = Classifier.train(examples).guess('Яма на дороге залита водой');
  expect(guesses.map(({ confidence }) => confidence)).toEqual(guesses.map(({ confidence }) => confidence).toSorted((a, b) => b - a));
  expect(guesses.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9);
});

test('a text without a known word leaves every label as likely', () => {
  const guesses = Classifier.train(examples).guess('xyz');
  expect(guesses[0]!.confidence).toBeCloseTo(0.5, 6);
});

test('it is kept and read back with the same guesses', () => {
  const classifier = Classifier.train(examples);
  const again = Classifier.fromJSON(JSON.parse(JSON.stringify(classifier)));
  for (const { text } of examples) {
    const [a, b] = [classifier.guess(text), again.guess(text)];
    expect(b.map(({ label }) => label)).toEqual(a.map(({ label }) => label));
    a.forEach(({ confidence }, i) => expect(b[i]!.confidence).toBeCloseTo(confidence, 3));
  }
});

test('the order of examples does not matter to what was learned', () => {
  const [a, b] = [Classifier.train(examples), Classifier.train(examples.toReversed())];
  expect(b.guess('Асфальтом бы засыпали ямы')[0]!.label).toBe(a.guess('Асфальтом бы засыпали ямы')[0]!.label);
});

test.each([['roads', 4, 1], ['water', 1, 4]])('what weighs more teaches more: %s', (label, roads, water) => {
  const classifier = Classifier.train([...examples, { text: 'Трамвай опоздал', label: 'roads', weight: roads }, { text: 'Трамвай опоздал', label: 'water', weight: water }]);
  expect(classifier.guess('Трамвай')[0]!.label).toBe(label);
});

test('without examples there is nothing to learn', () => {
  expect(() => Classifier.train([])).toThrow('needs examples');
});
