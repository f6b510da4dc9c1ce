import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ACCOUNTS, demoDeputy, found, graphql, REGION, sessionOf, TOPIC, unique, type Submitted } from '../src/api.js';
import { NARROW, WIDE, type Window } from '../src/browser.js';
import { letterIsShown, openQueue } from '../src/console.js';
import { bytesOf, SECRET, sideways } from '../src/photo.js';
import { choosePlace, giveContact, track } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();
const choose = (page: Page) => page.getByLabel('Выбрать файлы');

/** Writes a letter with a photo; what is refused is said at the file, and nothing that was typed is lost. */
async function writeWithPhoto({ page }: Window): Promise<Submitted & { photo: Buffer }> {
  const [deputy, subject] = [await demoDeputy(), unique('Яма на дороге у дома')];
  await page.goto('/write');
  const photo = await sideways(page);
  await choosePlace(page, { region: REGION.name, deputy: deputy.name });
  await page.getByText('Проблема или жалоба').click();
  await page.getByLabel('Коротко: о чём').fill(subject);
  await page.getByLabel('Расскажите подробно').fill('Яма глубиной по колено, снимок прилагаю.');
  await choose(page).setInputFiles({ name: 'virus.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]) });
  await page.getByText('Такие файлы не принимаются').first().waitFor();
  await choose(page).setInputFiles({ name: 'яма.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: /Убрать.*яма\.jpg/ }).waitFor();
  await page.getByRole('button', { name: /Убрать.*virus\.jpg/ }).click();
  await expect.poll(() => page.getByLabel('Расскажите подробно').inputValue()).toContain('по колено');
  return { number: '', code: '', subject, photo };
}

async function send({ page }: Window, subject: string): Promise<Submitted> {
  await page.getByRole('button', { name: 'Дальше' }).click();
  await giveContact(page, { name: 'Вера Павловна', email: 'vera@example.test' });
  await page.getByText('яма.jpg').waitFor();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await page.getByRole('heading', { name: 'Обращение отправлено' }).waitFor();
  const [number = '', code = ''] = await page.getByRole('definition').allInnerTexts();
  return { number, code: code.replaceAll(/\s/g, ''), subject };
}

test.each([['a phone', NARROW], ['a desk', WIDE]] as const)('a photo goes from the citizen to the deputy and back, at %s', { timeout: 180_000 }, async (_where, size) => {
  const citizen = await stage.open(size);
  const draft = await writeWithPhoto(citizen);
  expect(await citizen.faults('the letter with a photo')).toEqual([]);
  const sent = await send(citizen, draft.subject);

  await track(citizen.page, sent);
  const thumbnail = citizen.page.getByRole('img', { name: 'Открыть фотографию: яма.jpg' });
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([480, 240]);
  await citizen.page.getByRole('button', { name: 'Открыть фотографию: яма.jpg' }).click();
  const shown = citizen.page.getByRole('dialog', { name: 'яма.jpg' }).getByRole('img');
  const large = await bytesOf(citizen.page, await shown.getAttribute('src'));
  expect(large.includes(Buffer.from(SECRET))).toBe(false);
  expect(large.includes(Buffer.from('Exif'))).toBe(false);
  expect(await citizen.faults('the photo at the applicant')).toEqual([]);
  await citizen.page.keyboard.press('Escape');
  await expect.poll(() => citizen.page.evaluate(() => document.activeElement?.className)).toBe('attached__photo');

  const moderator = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(moderator.page, sent.number);
  await letterIsShown(moderator.page, sent.subject);
  await moderator.page.getByRole('button', { name: 'Открыть фотографию: яма.jpg' }).click();
  const original = moderator.page.getByRole('dialog').getByRole('link', { name: 'Исходный файл' });
  expect((await bytesOf(moderator.page, await original.getAttribute('href'))).equals(draft.photo)).toBe(true);
  expect(await moderator.faults('the photo at the moderator')).toEqual([]);
  await moderator.page.keyboard.press('Escape');

  const cookie = await sessionOf(ACCOUNTS.moderator);
  const { id, version } = await found(sent, cookie);
  await graphql('mutation($input: RegisterAppealInput!) { registerAppeal(input: $input) { errors { code } } }', { input: { id, version, topicCode: TOPIC.code, deputyId: (await demoDeputy()).id } }, cookie);
  const answering = await stage.openAs(ACCOUNTS.deputy, size);
  await answering.page.goto(`/admin/appeals/${id}`);
  await answering.page.getByText('меры приняты').click();
  await answering.page.getByLabel('Текст ответа').fill('Вера Павловна, яму засыпали вчера вечером, снимок прилагаю.');
  const [chooser] = await Promise.all([answering.page.waitForEvent('filechooser'), answering.page.getByRole('button', { name: 'Приложить файлы' }).click()]);
  await chooser.setFiles({ name: 'починили.jpg', mimeType: 'image/jpeg', buffer: draft.photo });
  await answering.page.getByRole('button', { name: 'Открыть фотографию: починили.jpg' }).waitFor();
  expect(await answering.faults('the answer with a photo')).toEqual([]);
  await answering.page.getByRole('button', { name: 'Проверить и подписать' }).click();
  const preview = answering.page.getByRole('dialog', { name: 'Как увидит заявитель' });
  await preview.getByText('починили.jpg').waitFor();
  await preview.getByRole('button', { name: 'Подписать и отправить' }).click();
  await answering.page.getByRole('region', { name: 'Письмо и переписка' }).getByRole('button', { name: 'Открыть фотографию: починили.jpg' }).waitFor();

  await track(citizen.page, sent);
  await citizen.page.getByRole('button', { name: 'Открыть фотографию: починили.jpg' }).waitFor();
  for (const window of [citizen, moderator, answering]) expect(window.troubles).toEqual([]);
});
