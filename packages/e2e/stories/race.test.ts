import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { ACCOUNTS, registered, submit, unique } from '../src/api.js';
import { letterIsShown, openQueue } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

/** How many answers are raced for; `RACES=50` before a release. */
const RACES = Number(process.env['RACES'] ?? 1);
const WORDS = ['Светофор починят до пятницы, я говорил с начальником участка.', 'Бригада уже на месте, вечером проверю сам.'];

test(`of two windows that sign at once one answer is sent, and the other window keeps its words beside it, also after a reload: ${RACES}`, { timeout: 60_000 + RACES * 15_000 }, async () => {
  const windows = await Promise.all([stage.openAs(ACCOUNTS.deputy), stage.openAs(ACCOUNTS.deputy)]);
  const pages = windows.map(({ page }) => page);
  for (let race = 0; race < RACES; race += 1) await raceFor(pages, await registered({ subject: unique('Не горит светофор, дом') }));
});

async function raceFor(pages: readonly Page[], { id }: { id: string }): Promise<void> {
  // One after the other: the draft is one, and who types last is saved last.
  for (const [i, page] of pages.entries()) await isReadyToSign(page, id, WORDS[i]!);
  // Whoever hears of the other's answer before the button is pressed has lost as well.
  const pressed = await Promise.allSettled(pages.map((page) => page.getByRole('dialog').getByRole('button', { name: /^Подписать/ }).click({ timeout: 5_000 })));
  expect(pressed.some(({ status }) => status === 'fulfilled')).toBe(true);
  const keeps = (page: Page) => page.getByRole('alert', { name: 'Ваш ответ не отправлен' });
  // The kept words belong to the account: either window may show them.
  await expect.poll(async () => (await Promise.all(pages.map((page) => keeps(page).isVisible()))).filter(Boolean).length, { timeout: 20_000 }).toBeGreaterThan(0);
  const page = await keeps(pages[0]!).isVisible() ? pages[0]! : pages[1]!;
  const answer = page.getByRole('region', { name: 'Письмо и переписка' });
  await answer.getByText(WORDS[0]!).or(answer.getByText(WORDS[1]!)).waitFor();
  const sent = await answer.getByText(WORDS[0]!).isVisible() ? 0 : 1;
  const lost = 1 - sent;
  expect(await answer.getByText(WORDS[lost]!).count()).toBe(0);
  await keeps(page).getByText(WORDS[lost]!).waitFor();
  await page.reload();
  await keeps(page).getByText(WORDS[lost]!).waitFor();
  expect(await keeps(page).getByText(WORDS[sent]!).count()).toBe(0);
  await keeps(page).getByRole('button', { name: 'Больше не нужно' }).click();
  await keeps(page).waitFor({ state: 'detached' });
}

async function isReadyToSign(page: Page, id: string, text: string): Promise<void> {
  await page.goto(`/admin/appeals/${id}`);
  await page.getByText(/^разъяснено$/i).click();
  await page.getByRole('textbox', { name: 'Текст ответа' }).fill(text);
  await page.getByRole('button', { name: /^Проверить и подписать/ }).click();
  await page.getByRole('dialog').waitFor();
}

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
