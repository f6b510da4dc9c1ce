import { describe, expect, test } from 'vitest';
import { officialeseIn } from './officialese.js';
import { repeatedPassages } from './repetition.js';
import { sentencesOf } from './sentences.js';
import { untouchedQuestions } from './untouched.js';

describe('officialese', () => {
  test('is named with plainer words, at its place, once for each phrase', () => {
    const text = 'В целях благоустройства придомовой территории в настоящее время осуществляется вывоз. В настоящее время тоже.';
    const found = officialeseIn(text);
    expect(found.map(({ phrase }) => phrase)).toEqual(['В целях', 'придомовой территории', 'в настоящее время', 'осуществляется']);
    for (const { start, end, phrase } of found) expect(text.slice(start, end)).toBe(phrase);
    expect(found[0]!.plain).toBe('чтобы');
  });

  test('the longest phrase stands where one holds another, whatever the letters', () => {
    expect(officialeseIn('ВАШЕ ОБРАЩЕНИЕ ВЗЯТО НА КОНТРОЛЬ.').map(({ phrase }) => phrase)).toEqual(['ВАШЕ ОБРАЩЕНИЕ ВЗЯТО НА КОНТРОЛЬ']);
    expect(officialeseIn('Ведется работа, приняты меры.').map(({ phrase }) => phrase)).toEqual(['Ведется работа', 'приняты меры']);
  });

  test('leaves a living letter alone', () => {
    expect(officialeseIn('Мария Ивановна, вчера фонари починили: мастер заменил кабель у дома 14. Проверил сам вечером.')).toEqual([]);
  });
});

describe('questions that an answer does not touch', () => {
  const questions = [{ text: 'Когда починят фонари на улице Кирова?' }, { text: 'Кто отвечает за уборку тротуара?' }];

  test('are found by the stems of their words', () => {
    expect(untouchedQuestions(questions, 'Фонарь на Кирова починим завтра.')).toEqual([questions[1]]);
    expect(untouchedQuestions(questions, 'Фонарь починим завтра, на Кирова. За уборку тротуаров отвечает управа.')).toEqual([]);
    expect(untouchedQuestions(questions, 'Спасибо за письмо!')).toEqual(questions);
  });

  test('a question without a telling word is none that could be missed', () => {
    expect(untouchedQuestions([{ text: 'И что же?' }], 'Ничего.')).toEqual([]);
  });
});

describe('passages that repeat', () => {
  const earlier = { kind: 'EARLIER_ANSWER', name: '60-2026-000001', text: 'Благодарим за обращение. Ваш вопрос направлен в администрацию города для рассмотрения по существу.' } as const;
  const template = { kind: 'TEMPLATE', name: 'Дороги', text: '{имя}, здравствуйте! Ремонт дороги запланирован на этот год по программе «Безопасные дороги».' } as const;

  test('are named with where they stand already, as whole runs', () => {
    const answer = 'Мария Ивановна, здравствуйте! Ремонт дороги запланирован на этот год. Ваш вопрос направлен в администрацию города, я был там вчера.';
    const found = repeatedPassages(answer, [earlier, template]);
    expect(found.map(({ kind, name, start, end }) => [kind, name, answer.slice(start, end)])).toEqual([
      ['TEMPLATE', 'Дороги', 'здравствуйте! Ремонт дороги запланирован на этот год'],
      ['EARLIER_ANSWER', '60-2026-000001', 'Ваш вопрос направлен в администрацию города'],
    ]);
  });

  test('four words in a row are nobody’s property', () => {
    expect(repeatedPassages('Ваш вопрос направлен в прокуратуру сегодня утром курьером', [earlier])).toEqual([]);
  });
});

test('sentences end where people end them', () => {
  const text = 'Был на ул. Кирова, д. 14. Дом старый! Что дальше?\nСделаем до 1 июня 2026 г. и проверим.';
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Был на ул. Кирова, д. 14.', 'Дом старый!', 'Что дальше?', 'Сделаем до 1 июня 2026 г. и проверим.']);
});
