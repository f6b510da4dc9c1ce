import type { Locator, Page } from 'playwright-core';
import { TOPIC } from './api.js';

/** The desk of moderation, narrowed by words when they are given. */
export async function openQueue(page: Page, words = ''): Promise<void> {
  await page.goto(words ? `/admin/queue?search=${encodeURIComponent(words)}` : '/admin/queue');
  await page.getByRole('region', { name: 'Решение' }).getByRole('button').first().waitFor();
}

export const letterRow = (page: Page, subject: string): Locator => page.getByRole('listbox', { name: 'Обращения, которые ждут решения' }).getByRole('option', { name: subject });

/** The middle of the desk shows this letter. */
export async function letterIsShown(page: Page, subject: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: subject }).waitFor();
}

/** Goes to the topic by its key, and chooses one. */
export async function chooseTopic(page: Page): Promise<void> {
  await page.keyboard.press('t');
  await pickTopic(page);
}

/** Chooses a topic in the field that has the focus. */
export async function pickTopic(page: Page): Promise<void> {
  // A suggested topic may stand there already.
  await page.keyboard.press('Control+A');
  await page.keyboard.type(TOPIC.name.slice(0, 6));
  await page.getByRole('option', { name: TOPIC.name, exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
