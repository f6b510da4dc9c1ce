import type { Page } from 'playwright-core';
import type { Submitted } from './api.js';

interface Letter {
  region: string;
  /** Name of the deputy; left out, the moderator finds one. */
  deputy?: string;
  subject: string;
  text: string;
  name: string;
  email: string;
}

const next = (page: Page) => page.getByRole('button', { name: 'Дальше' }).click();

/** Step 1 of the portal. */
export async function choosePlace(page: Page, { region, deputy }: Pick<Letter, 'region' | 'deputy'>): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Ваш регион' });
  await field.click();
  await field.pressSequentially(region.slice(0, 9));
  await page.getByRole('option', { name: region }).click();
  if (!deputy) {
    await page.getByText('Не знаю, кому').click();
    return next(page);
  }
  await page.getByText('Знаю, хочу выбрать').click();
  await page.getByLabel('Найти депутата').fill(deputy.split(' ').slice(0, 2).join(' '));
  await page.getByRole('button', { name: deputy }).click();
  await page.getByText('Выбрать другого').waitFor();
  return next(page);
}

/** Step 2. */
export async function writeLetter(page: Page, { subject, text }: Pick<Letter, 'subject' | 'text'>): Promise<void> {
  await page.getByText('Проблема или жалоба').click();
  await page.getByLabel('Коротко: о чём').fill(subject);
  await page.getByLabel('Расскажите подробно').fill(text);
  await next(page);
}

/** Step 3. */
export async function giveContact(page: Page, { name, email }: Pick<Letter, 'name' | 'email'>): Promise<void> {
  await page.getByLabel('Как вас зовут').fill(name);
  await page.getByLabel('Электронная почта').fill(email);
  await page.getByLabel('Я прочитал(а) текст выше').check();
  await next(page);
}

/** From the front door to number and code. */
export async function writeAppeal(page: Page, letter: Letter): Promise<Submitted> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Написать депутату' }).click();
  await choosePlace(page, letter);
  await writeLetter(page, letter);
  await giveContact(page, letter);
  await page.getByRole('heading', { name: 'Проверьте и отправьте' }).waitFor();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await page.getByRole('heading', { name: 'Обращение отправлено' }).waitFor();
  const [number = '', code = ''] = await page.getByRole('definition').allInnerTexts();
  return { number, code: code.replaceAll(/\s/g, ''), subject: letter.subject };
}

/** Number and code typed into the form of /track. */
export async function track(page: Page, { number, code, subject }: Submitted): Promise<void> {
  await page.goto('/track');
  await page.getByLabel('Номер обращения').fill(number);
  await page.getByLabel('Код', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Показать обращение' }).click();
  await page.getByText(`«${subject}»`).waitFor();
}
