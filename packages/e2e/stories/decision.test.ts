import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ACCOUNTS, demoDeputy, found, graphql, sessionOf, submit, TOPIC, unique } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { letterIsShown, letterRow, openQueue } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

const chooseSubject = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('s');
  await page.keyboard.type(name.split(' ')[0] ?? '');
  await page.getByRole('option', { name }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
};

test('a complaint says which deputy it is about, and is not given to that one', async () => {
  const deputy = await demoDeputy();
  const sent = await submit({ subject: unique('Депутат третий раз не пришла на приём, жалоба'), text: 'Жалуюсь на депутата: записались, прождали два часа, приём отменили без предупреждения.', deputyId: deputy.id, topicCode: TOPIC.code });
  const window = await stage.openAs(ACCOUNTS.moderator);
  const { page } = window;
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  await page.getByText('жалоба', { exact: true }).last().click();
  await page.locator('#queue-list').focus();
  await chooseSubject(page, deputy.name);
  await page.getByText('Жалоба на этого депутата: выберите другого').waitFor();
  await window.picture('console-queue-complaint');
  expect(await window.faults('a complaint')).toEqual([]);
  // It goes nowhere while the two are one.
  await page.keyboard.press('Control+Enter');
  await letterRow(page, sent.subject).waitFor();
  const another = page.getByRole('combobox', { name: 'Депутат', exact: true });
  await another.fill('а');
  await page.getByRole('option').nth(3).click();
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Зарегистрировано: ${sent.number}`).waitFor();
  const moderator = await sessionOf(ACCOUNTS.moderator);
  const { id } = await found(sent, moderator);
  const { appeal } = await graphql<{ appeal: { kind: string; aboutDeputy: { id: string }; deputy: { id: string } } }>('query($id: ID!) { appeal(id: $id) { kind aboutDeputy { id } deputy { id } } }', { id }, moderator);
  expect(appeal).toMatchObject({ kind: 'COMPLAINT', aboutDeputy: { id: deputy.id } });
  expect(appeal.deputy.id).not.toBe(deputy.id);
});

test('a moderator marks a letter urgent by a key, it stands first, and the mark is taken back on its page', async () => {
  const words = unique('Не хватает скамеек во дворе, дом');
  const calm = await submit({ subject: `${words} первый` });
  const urgent = await submit({ subject: `${words} второй` });
  const window = await stage.openAs(ACCOUNTS.moderator);
  const { page } = window;
  await openQueue(page, words);
  await letterIsShown(page, calm.subject);
  await page.keyboard.press('j');
  await letterIsShown(page, urgent.subject);
  await page.keyboard.press('p');
  const dialog = page.getByRole('dialog', { name: 'Отметить срочным' });
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByText('Напишите причину.').waitFor();
  await window.picture('console-queue-urgent');
  expect(await window.faults('marking urgent')).toEqual([]);
  await page.keyboard.type('Одна скамейка упала на ребёнка');
  await page.keyboard.press('Enter');
  await page.getByText('Отмечено срочным', { exact: true }).first().waitFor();
  await expect.poll(async () => (await page.getByRole('listbox').getByRole('option').first().innerText()).includes('второй'), { timeout: 15_000 }).toBe(true);
  await letterIsShown(page, urgent.subject);
  await page.keyboard.press('o');
  await page.waitForURL(/appeals\/./);
  await page.getByText('Одна скамейка упала на ребёнка').waitFor();
  await page.keyboard.press('p');
  const back = page.getByRole('dialog', { name: 'Снять «срочно»' });
  await back.getByLabel('Почему, для истории обращения').fill('Скамейку убрали');
  await page.keyboard.press('Enter');
  await page.getByText('Отметка «срочно» снята').first().waitFor();
  await page.getByRole('button', { name: 'Отметить срочным' }).waitFor();
  expect(window.troubles).toEqual([]);
});

test('on a phone the mark is at hand too', async () => {
  const window = await stage.openAs(ACCOUNTS.moderator, NARROW);
  const { page } = window;
  await page.goto('/admin/queue');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: /^(Отметить срочным|Снять «срочно»)$/ }).click();
  await page.getByRole('dialog').waitFor();
  await window.picture('console-queue-urgent-phone');
  expect(await window.faults('marking urgent on a phone')).toEqual([]);
});
