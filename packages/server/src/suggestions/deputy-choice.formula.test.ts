import { expect, test } from 'vitest';
import { chooseDeputy, type Candidate } from './deputy-choice.formula.js';

const deputy = (id: string, more: Partial<Candidate> = {}): Candidate => ({ id, lastName: 'Сидоров', level: 'REGIONAL', district: null, open: 5, ofTopic: 0, ofStreet: 0, ...more });
const choose = (candidates: Candidate[], more: Partial<Parameters<typeof chooseDeputy>[0]> = {}) =>
  chooseDeputy({ candidates, chosenId: null, subject: 'Вопрос', text: 'Прошу помочь.', topicCode: 'social.pensions', street: null, ...more });

test('whom the applicant chose comes first', () => {
  expect(choose([deputy('a'), deputy('b', { open: 0 })], { chosenId: 'a' })).toEqual({ deputyId: 'a', reason: 'CHOSEN', facts: {} });
});

test('a choice of somebody who cannot take it is passed over', () => {
  expect(choose([deputy('b', { open: 0 })], { chosenId: 'gone' })?.reason).toBe('LOAD');
});

test.each([['Прошу депутата Иванову ответить.', 'Иванова'], ['Передайте депутату Петровскому.', 'Петровский'], ['Депутат Сергей Кузьмин обещал.', 'Кузьмин']])('a deputy whom the letter names: %s', (text, lastName) => {
  expect(choose([deputy('a'), deputy('b', { lastName, open: 90 })], { text })).toEqual({ deputyId: 'b', reason: 'NAMED', facts: { name: lastName } });
});

test('a name that is no deputy\'s in the letter is not taken for one', () => {
  expect(choose([deputy('a', { lastName: 'Мельник', open: 9 }), deputy('b', { open: 0 })], { text: 'Депутаты! Мельница сгорела, мельник ушёл.' })?.deputyId).toBe('b');
});

test.each(['Я из округа № 7.', 'Живу в 7-м избирательном округе.', 'Округ 7, наш депутат'])('the district that the letter names, of the level that decides: %s', (text) => {
  const candidates = [deputy('a', { district: 7, level: 'REGIONAL' }), deputy('b', { district: 7, level: 'MUNICIPAL' }), deputy('c', { district: 17 })];
  expect(choose(candidates, { text, topicCode: 'housing.yards' })).toEqual({ deputyId: 'b', reason: 'DISTRICT', facts: { district: 7 } });
  expect(choose(candidates, { text })).toEqual({ deputyId: 'a', reason: 'DISTRICT', facts: { district: 7 } });
});

test('earlier decisions about the street, when there are enough and they agree', () => {
  const candidates = [deputy('a', { ofStreet: 3, open: 50 }), deputy('b', { ofStreet: 1, open: 0 })];
  expect(choose(candidates, { street: 'Лесная' })).toEqual({ deputyId: 'a', reason: 'STREET', facts: { street: 'Лесная', count: 3, of: 4 } });
  expect(choose([deputy('a', { ofStreet: 2, open: 50 }), deputy('b', { open: 0 })], { street: 'Лесная' })?.reason).toBe('LOAD');
});

test('earlier decisions about the topic', () => {
  expect(choose([deputy('a', { ofTopic: 6, open: 50 }), deputy('b', { ofTopic: 4, open: 0 })])).toEqual({ deputyId: 'a', reason: 'TOPIC', facts: { count: 6, of: 10 } });
});

test('else whoever has least to do at the level that decides, by id when equal', () => {
  const candidates = [deputy('c', { open: 2 }), deputy('b', { open: 2 }), deputy('a', { open: 1, level: 'MUNICIPAL' })];
  expect(choose(candidates)).toEqual({ deputyId: 'b', reason: 'LOAD', facts: { count: 2 } });
  expect(choose(candidates, { topicCode: 'housing.waste' })?.deputyId).toBe('a');
  expect(choose([])).toBeNull();
});
