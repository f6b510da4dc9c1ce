import { expect, test } from 'vitest';
import { ACCOUNTS, graphql, sessionOf, submit, unique } from '../src/api.js';
import { letterRow, openQueue } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('many letters are rejected at once: first what would happen, then what happened to each, and the way back to it', async () => {
  const words = unique('Реклама дверей');
  const sends = (name: string) => submit({ subject: `${words} ${name}`, text: `Продаём двери и окна со скидкой, звоните, ${name}. Только до конца месяца.` });
  await sends('первая');
  const second = await sends('вторая');
  await sends('третья');
  await sends('четвёртая');
  const window = await stage.openAs(ACCOUNTS.moderator);
  const { page } = window;
  const faults: string[] = [];
  const look = async (name: string) => {
    faults.push(...(await window.faults(name)));
    await window.picture(name);
  };
  await openQueue(page, words);
  await expect.poll(() => letterRow(page, words).count()).toBe(4);
  // By key, and a range with Shift.
  await letterRow(page, `${words} первая`).click();
  await page.keyboard.press('x');
  await letterRow(page, `${words} третья`).getByTestId('choose').click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Действия с выбранными' });
  await bar.getByText('Выбрано 3').waitFor();
  await letterRow(page, `${words} четвёртая`).getByTestId('choose').click();
  await bar.getByText('Выбрано 4').waitFor();
  await look('console-queue-chosen');
  await bar.getByRole('button', { name: 'Ещё' }).click();
  await page.getByRole('menuitem', { name: 'Отклонить…' }).click();

  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Причина' }).click();
  await page.getByRole('option', { name: 'Реклама или рассылка' }).click();
  await look('console-bulk-form');
  await dialog.getByRole('button', { name: 'Проверить' }).click();
  await dialog.getByText('Будет сделано для всех: 4 обращения.').waitFor();

  await look('console-bulk-preview');

  // A colleague decides one of them meanwhile.
  const cookie = await sessionOf(ACCOUNTS.coordinator);
  const found = await graphql<{ appeals: { edges: { node: { id: string; version: number } }[] } }>('query($filter: AppealFilter!) { appeals(filter: $filter) { edges { node { id version } } } }', { filter: { search: second.number } }, cookie);
  await graphql('mutation($input: RequestClarificationInput!) { requestClarification(input: $input) { errors { code } } }', { input: { ...found.appeals.edges[0]!.node, text: 'Уточните, о чём речь.' } }, cookie);

  await dialog.getByRole('button', { name: 'Отклонить: 4' }).click();
  await page.getByRole('dialog').getByText('Готово: 3').waitFor();
  await page.getByRole('dialog').getByText('Не сделано: 1').waitFor();
  await page.getByRole('dialog').getByRole('link', { name: new RegExp(`${words} вторая`) }).waitFor();
  await look('console-bulk-result');
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).last().click();
  // The words of the search are there still, and nothing that they find waits any more.
  await expect.poll(() => page.url()).toContain('search=');
  await expect.poll(() => letterRow(page, words).count()).toBe(0);
  // The result is found again.
  await page.getByRole('button', { name: 'Ваши последние действия над многими' }).click();
  await look('console-bulk-recent');
  await page.getByRole('menuitem', { name: /Отклонить: 4/ }).first().click();
  await page.getByRole('dialog').getByText('Готово: 3').waitFor();
  expect(faults).toEqual([]);
}, 120_000);
