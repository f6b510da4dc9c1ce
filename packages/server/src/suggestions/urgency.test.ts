import { describe, expect, test } from 'vitest';
import { findUrgency, urgencyInWords } from './urgency.js';

const dangers = (text: string) => findUrgency('', text).map(({ danger }) => danger);

describe('what endangers life now is urgent', () => {
  test.each([
    ['GAS', 'В подъезде сильно пахнет газом, жильцы боятся включать свет.'],
    ['OPEN_PIT', 'Возле школы открытый люк, дети ходят в полуметре от него.'],
    ['COLLAPSE', 'Стена дома отходит, трещина за ночь разошлась на ладонь.'],
    ['COLD', 'Отопления нет третьи сутки, в квартире новорождённый.'],
    ['SUICIDE', 'Не хочу больше жить, простите меня все.'],
    ['ELECTRICITY', 'После бури оборванный провод лежит на тротуаре и искрит.'],
    ['MEDICAL', 'Скорую ждём четвёртый час, отец без сознания.'],
    ['MEDICAL', 'Инсулин кончился, в аптеке говорят: ждите.'],
  ])('%s: %s', (danger, text) => expect(dangers(text)).toContain(danger));
});

describe('figures of speech, what is long over, thanks and proposals are not', () => {
  test.each([
    'От ваших тарифов хоть в петлю лезь.',
    'Народ задыхается от поборов, цены взорвались.',
    'Дорога убита, ямы по колено.',
    'Пять лет назад в этом колодце без крышки погиб человек, сейчас тут клумба — посадите цветы.'.replace(' сейчас', ''),
    'Пахло газом, всё починили за день, спасибо горгазу.',
    'Предлагаю раздать датчики угарного газа, чтобы люди не угорали.',
    'На газоне перед домом ставят машины.',
    'Не горят фонари на улице Ленина.',
  ])('%s', (text) => expect(dangers(text)).toEqual([]));
});

test('what is past and goes on is urgent again', () => {
  expect(dangers('Год назад тут пахло газом. И сегодня опять пахнет газом на всех этажах.')).toEqual(['GAS']);
});

test('the danger is told with the words of the letter, from subject and text alike', () => {
  const findings = findUrgency('Запах газа', 'Приезжайте скорее.');
  expect(findings).toEqual([{ danger: 'GAS', words: ['запах газа'] }]);
  expect(urgencyInWords(findings, 'ru')).toBe('Газ: «запах газа»');
  expect(urgencyInWords(findings, 'en')).toBe('Gas: “запах газа”');
});
