import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ACCOUNTS, registered, submit, unique } from '../src/api.js';
import { letterIsShown, openQueue } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('of two windows that sign at once one answer is sent, and the other window keeps its words beside it, also after a reload', async () => {
  const own = await registered({ subject: unique('Не горит светофор, дом') });
  const windows = await Promise.all([stage.openAs(ACCOUNTS.deputy), stage.openAs(ACCOUNTS.deputy)]);
  const words = ['Светофор починят до пятницы, я говорил с начальником участка.', 'Бригада уже на месте, вечером проверю сам.'];
  const ready = async (page: Page, text: string): Promise<void> => {
    await page.goto(`/admin/appeals/${own.id}`);
    await page.getByText(/^разъяснено$/i).click();
    await page.getByRole('textbox', { name: 'Текст ответа' }).fill(text);
    await page.getByRole('button', { name: /^Проверить и подписать/ }).click();
    await page.getByRole('dialog').waitFor();
  };
  // One after the other: the draft is one, and who types last is saved last.
  for (const [i, { page }] of windows.entries()) await ready(page, words[i]!);
  await Promise.all(windows.map(({ page }) => page.getByRole('dialog').getByRole('button', { name: /^Подписать/ }).click()));
  const keeps = (page: Page) => page.getByRole('alert', { name: 'Ваш ответ не отправлен' });
  await expect.poll(async () => (await Promise.all(windows.map(({ page }) => keeps(page).isVisible()))).filter(Boolean).length, { timeout: 20_000 }).toBe(1);
  const lost = await keeps(windows[0].page).isVisible() ? 0 : 1;
  const { page } = windows[lost];
  await keeps(page).getByText(words[lost]!).waitFor();
  await page.getByRole('region', { name: 'Письмо и переписка' }).getByText(words[1 - lost]!).waitFor();
  await page.reload();
  await keeps(page).getByText(words[lost]!).waitFor();
  await keeps(page).getByRole('button', { name: 'Больше не нужно' }).click();
  await keeps(page).waitFor({ state: 'detached' });
});

test('who has the letter open is named at its top', async () => {
  const sent = await submit({ subject: unique('Сломана горка, дом') });
  const [moderator, administrator] = await Promise.all([stage.openAs(ACCOUNTS.moderator), stage.openAs(ACCOUNTS.administrator)]);
  for (const { page } of [moderator, administrator]) {
    await openQueue(page, sent.subject);
    await letterIsShown(page, sent.subject);
  }
  await administrator.page.getByText(/решает$/).waitFor();
  await moderator.page.getByText(/решает$/).waitFor();
  await administrator.page.goto('/admin/');
  await moderator.page.getByText(/решает$/).waitFor({ state: 'detached' });
  expect([...moderator.troubles, ...administrator.troubles]).toEqual([]);
});
