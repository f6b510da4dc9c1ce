import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ACCOUNTS, registered, unique } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { bytesOf, SECRET, sideways } from '../src/photo.js';
import { track } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();
const WORDS = 'Скамейку вернули на место сегодня утром, снимок прилагаю.';

const composer = (page: Page) => page.getByRole('region', { name: 'Ответ заявителю' });
const photoIn = (page: Page, name = 'скамейка.jpg') => composer(page).getByRole('img', { name: `Открыть фотографию: ${name}` });

async function attaches(page: Page, name: string, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Приложить файлы' }).click()]);
  await chooser.setFiles({ name, mimeType: 'image/jpeg', buffer });
  await photoIn(page, name).waitFor();
}

test('the aide drafts with a photo, the deputy on a phone sees it and sends, and the applicant gets both', { timeout: 180_000 }, async () => {
  const sent = await registered({ subject: unique('Пропала скамейка у дома') });
  const aide = await stage.openAs(ACCOUNTS.aide);
  await aide.page.goto(`/admin/appeals/${sent.id}`);
  const photo = await sideways(aide.page);
  await attaches(aide.page, 'лишний.jpg', photo);
  await attaches(aide.page, 'скамейка.jpg', photo);
  await aide.page.getByLabel('Текст ответа').fill(WORDS);
  await aide.page.getByRole('button', { name: 'Сохранить черновик' }).click();
  await aide.page.getByText('Черновик сохранён, депутат увидит его').waitFor();
  for (const name of ['лишний.jpg', 'скамейка.jpg']) await photoIn(aide.page, name).waitFor();
  expect(await aide.faults('the draft with photos at the aide')).toEqual([]);
  await aide.page.reload();
  await photoIn(aide.page).waitFor();

  // The deputy sees what is not to go, and takes it out; the aide's page hears of it.
  const deputy = await stage.openAs(ACCOUNTS.deputy, NARROW);
  await deputy.page.goto(`/admin/appeals/${sent.id}`);
  await photoIn(deputy.page).waitFor();
  await expect.poll(() => deputy.page.getByLabel('Текст ответа').inputValue()).toBe(WORDS);
  await expect.poll(() => photoIn(deputy.page).evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([480, 240]);
  await deputy.page.getByRole('button', { name: 'Убрать: лишний.jpg' }).click();
  await deputy.page.getByRole('button', { name: 'Убрать: лишний.jpg' }).waitFor({ state: 'detached' });
  await aide.page.getByRole('button', { name: 'Убрать: лишний.jpg' }).waitFor({ state: 'detached' });
  await photoIn(deputy.page).click();
  await deputy.page.getByRole('dialog', { name: 'скамейка.jpg' }).getByRole('link', { name: 'Скачать' }).waitFor();
  expect(await deputy.faults('the photo of the draft at the deputy')).toEqual([]);
  await deputy.page.keyboard.press('Escape');
  expect(await deputy.faults('the draft with a photo at the deputy')).toEqual([]);
  await deputy.page.getByText('меры приняты').click();
  await deputy.page.getByRole('button', { name: 'Проверить и подписать' }).click();
  const preview = deputy.page.getByRole('dialog', { name: 'Как увидит заявитель' });
  await preview.getByText('скамейка.jpg').waitFor();
  // What comes meanwhile was not looked at, and does not go out before it is.
  await attaches(aide.page, 'вечером.jpg', photo);
  await photoIn(deputy.page, 'вечером.jpg').waitFor({ state: 'attached' });
  await preview.getByRole('button', { name: 'Подписать и отправить' }).click();
  await composer(deputy.page).getByText(/В черновике стоят не те файлы, что вы видели/).waitFor();
  expect(await deputy.faults('files that changed under the signature')).toEqual([]);
  await deputy.page.getByRole('button', { name: 'Проверить и подписать' }).click();
  await preview.getByText('вечером.jpg').waitFor();
  await preview.getByRole('button', { name: 'Подписать и отправить' }).click();
  await deputy.page.getByRole('region', { name: 'Письмо и переписка' }).getByRole('button', { name: 'Открыть фотографию: скамейка.jpg' }).waitFor();

  const citizen = await stage.open();
  await track(citizen.page, sent);
  await citizen.page.getByText(WORDS).waitFor();
  await citizen.page.getByRole('button', { name: 'Открыть фотографию: скамейка.jpg' }).click();
  expect(await citizen.page.getByRole('button', { name: /лишний/ }).count()).toBe(0);
  const large = await bytesOf(citizen.page, await citizen.page.getByRole('dialog', { name: 'скамейка.jpg' }).getByRole('img').getAttribute('src'));
  expect(large.length).toBeGreaterThan(0);
  for (const secret of [SECRET, 'Exif']) expect(large.includes(secret)).toBe(false);
  for (const window of [aide, deputy, citizen]) expect(window.troubles).toEqual([]);
});
