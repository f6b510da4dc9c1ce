import { describe, expect, test } from 'vitest';
import { addressIn, filled, politeName, rawFields, wrongFields, type FieldValues } from './template-fields.js';

const VALUES: FieldValues = {
  applicant: 'Петрова Мария Ивановна', name: 'Мария Ивановна', number: '60-2026-000001', subject: 'Нет света', topic: 'Дворы', deputy: 'Абрамова А. П.', body: 'Собрание',
  received: '20 марта 2026 г.', due: '17 апреля 2026 г.', date: '21 марта 2026 г.', address: null,
};

describe('a template', () => {
  test('is filled in by Russian and English names, in any letters and with spaces', () => {
    expect(filled('{Имя}, на обращение {номер} от {received} отвечает { депутат }.', VALUES))
      .toEqual({ text: 'Мария Ивановна, на обращение 60-2026-000001 от 20 марта 2026 г. отвечает Абрамова А. П.', unfilled: [] });
  });

  test('what has no value stays to be seen, and a value with braces is no field', () => {
    expect(filled('По адресу {адрес} и {адрес}', VALUES)).toEqual({ text: 'По адресу {адрес} и {адрес}', unfilled: ['{адрес}'] });
    expect(filled('{обращение}', { ...VALUES, subject: 'Яма {номер} $& $1' }).text).toBe('Яма {номер} $& $1');
  });

  test.each([
    ['Здравствуйте, {имя}! {applicant}', null],
    ['{фамилия}, здравствуйте', { code: 'TEMPLATE_FIELD_UNKNOWN', field: '{фамилия}' }],
    ['{}', { code: 'TEMPLATE_FIELD_UNKNOWN', field: '{}' }],
    ['{имя', { code: 'TEMPLATE_BRACE_ALONE', field: '{' }],
    ['{{имя}}', { code: 'TEMPLATE_BRACE_ALONE', field: '{' }],
    ['{__proto__} {constructor}', { code: 'TEMPLATE_FIELD_UNKNOWN', field: '{__proto__}' }],
  ])('%s is kept or not: %o', (text, wrong) => {
    expect(wrongFields(text)).toEqual(wrong);
  });

  test('whatever stands in braces is found in a letter', () => {
    expect(rawFields('Дом {адрес}, {как-то так}.').map(({ start, field }) => [start, field])).toEqual([[4, '{адрес}'], [13, '{как-то так}']]);
  });
});

test.each([
  ['Мария Ивановна Петрова', 'Мария Ивановна'], ['Петрова Мария Ивановна', 'Мария Ивановна'], ['Пётр Ильич', 'Пётр Ильич'], ['Мария Петрова', 'Мария Петрова'],
  ['Мамедов Рамиз', 'Мамедов Рамиз'], ['Иванович', 'Иванович'],
])('%s is addressed as %s', (name, polite) => {
  expect(politeName(name)).toBe(polite);
});

test.each([
  ['Во дворе по адресу ул. Кирова, д. 14 не горит фонарь', 'ул. Кирова, д. 14'], ['Улица Красных Партизан, 7/2, второй подъезд', 'Улица Красных Партизан, 7/2'],
  ['на проспекте Ленина дом 5а яма', 'проспекте Ленина дом 5а'], ['на улице темно и страшно', null], ['наш переулок Тихий перекопали', 'переулок Тихий'], ['', null],
])('in «%s» stands %s', (letter, address) => {
  expect(addressIn(letter)).toBe(address);
});
