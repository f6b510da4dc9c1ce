import { describe, expect, test } from 'vitest';
import { LOCALES } from '../shared/locale.js';
import { asHtml, asText, shortened, subjectLine } from './letter.js';
import { letterDay } from './letter-day.js';
import { LETTERS_EN } from './letters.en.js';
import { LETTERS_RU } from './letters.ru.js';
import type { Letters, News, NewsFacts } from './news.facts.js';

const facts: NewsFacts = {
  serviceName: 'Избиратель – депутат', applicantName: 'Мария <i>Ивановна</i>', number: '60-2026-000123', subject: 'Нет света <script>alert(1)</script> & воды',
  beginning: 'Третий месяц не горят фонари "у школы"', place: 'Псковская область', trackUrl: 'https://example.test/track/60-2026-000123#code=ABCDEFGH23',
  code: 'ABCDEFGH23', registerBy: '2026-03-23', clarifyBy: '2026-03-24', dueOn: '2026-04-17', dueReason: 'Правило: 30 календарных дней.',
  forwardedBody: 'Жилищная инспекция', signedBy: null, deputyName: 'Анна Петровна Абрамова', files: 0, messageText: 'Фонари починили.\n<b>Проверил сам.</b>',
  questions: [{ text: 'Когда починят?', result: 'MEASURES_TAKEN', resultText: 'Заменён кабель' }, { text: 'Кто отвечает?', result: 'EXPLAINED', resultText: null }],
  feedbackUrl: 'https://example.test/feedback/TOKEN', feedbackUntil: '2026-05-17',
  promise: { text: 'Фонари <b>починят</b> до 1 апреля.', dueOn: '2026-04-01', url: 'https://example.test/promise/TOKEN' },
};

const ALL: Record<(typeof LOCALES)[number], Letters> = { ru: LETTERS_RU, en: LETTERS_EN };
const KINDS = Object.keys(LETTERS_RU) as News[];

describe.each(LOCALES.flatMap((locale) => KINDS.map((news) => [news, locale] as const)))('%s in %s', (news, locale) => {
  const letter = ALL[locale][news](facts);
  const [subject, text, html] = [subjectLine(letter), asText(letter), asHtml(letter, locale)];

  test('the subject carries the number and what it is about', () => {
    expect(subject).toContain('60-2026-000123');
    expect(subject).toContain('Нет света');
    expect(subject).not.toContain('\n');
  });

  test('nothing is left to fill in', () => {
    for (const part of [subject, text, html]) expect(part).not.toMatch(/[{}]|undefined|null|NaN|\[object/);
  });

  test("the problem and the place are quoted, in people's own words", () => {
    expect(text).toContain('Псковская область');
    expect(text).toContain('> Третий месяц не горят фонари "у школы"');
  });

  test('tags that somebody wrote are shown as text', () => {
    expect(html).not.toMatch(/<script|<i>|<b>/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; воды');
    expect(html).toContain('Мария &lt;i&gt;Ивановна&lt;/i&gt;');
  });

  test('no image has to be loaded', () => {
    expect(html).not.toMatch(/<img|<link|url\(/);
  });
});

test.each(KINDS)('no Russian slips into the English %s', (news) => {
  const foreign = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/[а-яё]/gi, 'x'));
  expect(asText(LETTERS_EN[news](foreign(facts) as NewsFacts))).not.toMatch(/[а-яё]/i);
});

describe('what a letter must not lack', () => {
  test('the first one: number, code, the link that holds the code, and the day of registration', () => {
    const text = asText(LETTERS_RU.SUBMITTED(facts));
    expect(text).toContain('Номер обращения: 60-2026-000123\nКод: ABCDEFGH23');
    expect(text).toContain('https://example.test/track/60-2026-000123#code=ABCDEFGH23');
    expect(text).toContain('понедельник, 23\u00A0марта 2026\u00A0г.');
  });

  test.each(['ANSWERED', 'FEEDBACK_REMINDER'] as const)('%s: five marks as links, in both parts', (news) => {
    const letter = LETTERS_RU[news](facts);
    for (const [mark, word] of [[5, 'отлично'], [4, 'хорошо'], [3, 'так себе'], [2, 'плохо'], [1, 'очень плохо']]) {
      expect(asText(letter)).toContain(`${mark} — ${word}:\nhttps://example.test/feedback/TOKEN?mark=${mark}`);
      expect(asHtml(letter, 'ru')).toContain(`href="https://example.test/feedback/TOKEN?mark=${mark}"`);
    }
    expect(asText(letter)).toContain('воскресенье, 17\u00A0мая 2026\u00A0г.');
  });

  test('the answer stands as it was signed, with the result of each question', () => {
    const text = asText(LETTERS_RU.ANSWERED(facts));
    expect(text).toContain('> Фонари починили.\n> <b>Проверил сам.</b>');
    expect(text).toContain('Когда починят? — приняты меры. Заменён кабель');
    expect(text).toContain('Кто отвечает? — вам разъяснили вопрос');
  });

  test('the registered one says until when and why', () => {
    const text = asText(LETTERS_RU.REGISTERED({ ...facts, code: null }));
    expect(text).toContain('Последний день для ответа: пятница, 17\u00A0апреля 2026\u00A0г.');
    expect(text).toContain('Почему этот день? Правило: 30 календарных дней.');
    expect(text).toContain('Страница спросит код');
  });
});

test('a long subject is cut between words and stays within a line', () => {
  expect(shortened('Не топят\r\nподъезд', 100)).toBe('Не топят подъезд');
  expect(shortened('Когда наконец починят крышу, третий год течёт', 30)).toBe('Когда наконец починят крышу…');
  expect([...shortened('👩‍👩‍👧'.repeat(50), 20)].length).toBeLessThanOrEqual(20);
});

test('a day has its weekday in both languages', () => {
  expect(letterDay('2026-04-17', 'ru')).toBe('пятница, 17\u00A0апреля 2026\u00A0г.');
  expect(letterDay('2026-04-17', 'en')).toMatch(/^Friday,? 17\u00A0April 2026$/);
});
