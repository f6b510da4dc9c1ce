import { expect, test } from 'vitest';
import { templateShare } from './informality.js';

const form = 'Ваше обращение рассмотрено, информация направлена в профильный комитет для принятия мер в установленном порядке.';

test('an answer off a form is repeated wholly', () => {
  expect(templateShare(form, [form])).toBe(1);
});

test('a new answer repeats nothing', () => {
  expect(templateShare('Анна Петровна, вчера я сам был во дворе, яму засыпали при мне.', [form])).toBe(0);
});

test('half of a form is seen as about a half', () => {
  const share = templateShare(`${form} Анна Петровна, вчера я сам был во дворе, и яму при мне засыпали щебнем, асфальт положат в мае.`, [form]);
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.6);
});

test('a word or two says nothing', () => {
  expect(templateShare('Сделано.', [form])).toBeNull();
});
