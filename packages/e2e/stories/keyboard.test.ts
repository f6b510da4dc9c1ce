import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ACCOUNTS, registered, submit, unique } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { letterIsShown, openQueue } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

const palette = (page: Page) => page.getByRole('dialog', { name: 'Палитра команд' });
const keyList = (page: Page) => page.getByRole('dialog', { name: 'Клавиши' });
/** What the palette's heading has under it, as a screen reader would say it. */
const under = (page: Page, heading: string) => palette(page).getByRole('group', { name: heading }).getByRole('option').allInnerTexts();

test('the palette offers what may be done with the letter, each with its key, and does it', async () => {
  const sent = await submit({ subject: unique('Не вывозят мусор, контейнер') });
  const window = await stage.openAs(ACCOUNTS.moderator);
  const { page } = window;
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  await page.keyboard.press('Control+K');
  await palette(page).getByRole('option', { name: 'Принять' }).waitFor();
  const offered = (await under(page, 'Это обращение')).map((line) => line.replaceAll(/\s+/g, ' ').trim());
  expect(offered).toEqual(expect.arrayContaining(['Принять Enter Ctrl Enter', 'Попросить уточнить U', 'Отклонить: выбрать причину R']));
  expect((await under(page, 'Ещё')).map((line) => line.replaceAll(/\s+/g, ' ').trim())).toContain('Новая заметка для коллег N');
  expect(await window.faults('the palette')).toEqual([]);
  await window.picture('console-palette');

  await page.keyboard.type('откл прич');
  await expect.poll(() => under(page, 'Это обращение')).toHaveLength(1);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Причина отказа' }).waitFor();
  // What is offered now are the reasons, and no longer the decision.
  await page.keyboard.press('Control+K');
  await palette(page).getByRole('option', { name: /^Причина: / }).first().waitFor();
  expect(await palette(page).getByRole('option', { name: 'Принять', exact: true }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await palette(page).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Принять', exact: true }).waitFor();
  // Without a field under the cursor, the list has the same words.
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const held = keyList(page).getByRole('region', { name: 'Это обращение' });
  await held.getByText('Отклонить: выбрать причину').waitFor();
  await keyList(page).getByRole('region', { name: 'По списку' }).getByText('Следующее письмо').waitFor();
  expect(await window.faults('the list of keys')).toEqual([]);
  await window.picture('console-keys');
});

test('on the page of an appeal each move that is allowed has its key, and no other', async () => {
  const own = await registered({ subject: unique('Скользкие ступени, вход') });
  const window = await stage.openAs(ACCOUNTS.deputy);
  const { page } = window;
  await page.goto(`/admin/appeals/${own.id}`);
  await page.getByRole('button', { name: /^Взять в работу/ }).waitFor();
  await page.keyboard.press('?');
  const held = keyList(page).getByRole('region', { name: 'Это обращение' });
  for (const move of ['Взять в работу', 'Передать другому депутату', 'Продлить срок', 'Вернуть на модерацию']) await held.getByText(move).waitFor();
  expect(await held.getByText('Возобновить').count()).toBe(0);
  await page.keyboard.press('Escape');
  await keyList(page).waitFor({ state: 'detached' });

  await page.keyboard.press('Control+K');
  await palette(page).waitFor();
  await page.keyboard.type('прод');
  await page.keyboard.press('Enter');
  const extension = page.getByRole('dialog', { name: 'Продлить срок' });
  await extension.waitFor();
  await page.keyboard.press('Escape');
  await extension.waitFor({ state: 'detached' });
  await page.keyboard.press('b');
  await page.getByText('в работе', { exact: true }).first().waitFor();
  await page.keyboard.press('Control+K');
  await palette(page).waitFor();
  expect(await palette(page).getByRole('option', { name: 'Взять в работу' }).count()).toBe(0);
  expect(window.troubles).toEqual([]);
});

test('rows of the inbox are walked with j and k and opened with Enter; letters can be switched off', async () => {
  await registered({ subject: unique('Первая строка') });
  await registered({ subject: unique('Вторая строка') });
  const window = await stage.openAs(ACCOUNTS.deputy);
  const { page } = window;
  await page.goto('/admin/inbox');
  const focused = () => page.evaluate(() => [...document.querySelectorAll('#main a[data-row]')].indexOf(document.activeElement as Element));
  await page.locator('#main a[data-row]').nth(1).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toBe(1);
  await page.keyboard.press('k');
  expect(await focused()).toBe(0);
  await page.keyboard.press('?');
  await keyList(page).getByRole('switch', { name: 'Буквы и цифры работают как клавиши' }).click();
  await page.keyboard.press('Escape');
  await keyList(page).waitFor({ state: 'detached' });
  await page.locator('#main a[data-row]').first().focus();
  await page.keyboard.press('j');
  expect(await focused()).toBe(0);
  await page.keyboard.press('Enter');
  await page.waitForURL(/appeals\/./);
  expect(window.troubles).toEqual([]);
});

test('on a phone, in English, palette and list fit the screen and say the same', async () => {
  const window = await stage.openAs(ACCOUNTS.moderator, NARROW);
  const { page } = window;
  await window.speak('en');
  await page.goto('/admin/queue');
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('button', { name: 'Accept', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Search appeals' }).click();
  const commands = page.getByRole('dialog', { name: 'Command palette' });
  await commands.getByRole('option', { name: 'Ask to clarify' }).waitFor();
  expect(await window.faults('the palette on a phone')).toEqual([]);
  await window.picture('console-palette-phone-en');
  await commands.getByRole('option', { name: 'Keys' }).click();
  await page.getByRole('dialog', { name: 'Keys' }).getByText('Ask to clarify').waitFor();
  expect(await window.faults('the list of keys on a phone')).toEqual([]);
  await window.picture('console-keys-phone-en');
});
