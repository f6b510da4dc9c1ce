import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import { ACCOUNTS, REGION, unique } from '../src/api.js';
import { NARROW, WIDE, type Window } from '../src/browser.js';
import { Receiver } from '../src/receiver.js';
import { useStage } from '../src/stage.js';

const stage = useStage();
/** As long as the browser itself waits for what a page shows. */
const SOON = { timeout: 15_000 };

interface Answered {
  status: number;
  data?: Record<string, never> | null;
  errors?: { extensions: { code: string; reason?: string } }[];
}

/** What a partner's app sends with its key. */
async function asApp(secret: string, query: string, variables: object = {}): Promise<Answered> {
  const response = await fetch(`${inject('productUrl')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answered, 'status'>) };
}

const whoIs = (secret: string): Promise<Answered> => asApp(secret, '{ viewerPartner { name scopes } }');

/** A partner of the story's own, entered on the page of partners; leads to its page. */
async function enterPartner(page: Page): Promise<string> {
  const name = unique('Город онлайн');
  await page.goto('/admin/partners');
  await page.getByRole('button', { name: 'Новый партнёр' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Название').fill(name);
  await dialog.getByLabel('Почта для связи').fill('почта');
  await dialog.getByRole('button', { name: 'Завести партнёра' }).click();
  // What is wrong is said at its field, which takes the focus.
  await expect.poll(() => dialog.getByLabel('Почта для связи').getAttribute('aria-invalid'), SOON).toBe('true');
  await dialog.getByLabel('Почта для связи').fill('api@gorod.example');
  await dialog.getByRole('button', { name: 'Завести партнёра' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return name;
}

/** Reads the text that is shown once, and closes it. */
async function takeSecret(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog').filter({ hasText: 'Секрет показан один раз' });
  const secret = await dialog.locator('code').first().innerText();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Сохранено, закрыть' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(secret);
  return secret;
}

async function giveKey(page: Page, name: string, scopes: readonly string[]): Promise<string> {
  await page.getByRole('button', { name: 'Выдать ключ' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Название ключа').fill(name);
  for (const scope of scopes) await dialog.getByRole('checkbox', { name: new RegExp(scope) }).check();
  await dialog.getByRole('button', { name: 'Выдать ключ' }).click();
  return takeSecret(page);
}

const keyRow = (page: Page, state: string): Locator => page.getByRole('row').filter({ has: page.getByRole('cell', { name: state, exact: true }) });

test('a key lets an app submit and follow an appeal, is replaced without a break, and revoked at once', { timeout: 120_000 }, async () => {
  const { page } = await stage.openAs(ACCOUNTS.administrator);
  const partner = await enterPartner(page);
  const first = await giveKey(page, 'боевой сервер', ['отправлять обращения', 'следить за обращениями']);
  expect(first).toMatch(/^vdk_[\w-]{43}$/);
  await keyRow(page, 'действует').getByText(first.slice(0, 8)).waitFor();

  const clientKey = randomUUID();
  const sent = await asApp(first, 'mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { appeal { number } errors { code field } } }', {
    input: {
      clientKey, regionCode: REGION.code, subject: unique('Яма у школы'), text: 'Просим засыпать до зимы.', consent: true,
      applicant: { name: 'Вера Павловна Орлова', email: 'vera@example.test' },
    },
  });
  const { appeal, errors } = (sent.data as unknown as { submitAppeal: { appeal: { number: string } | null; errors: unknown[] } }).submitAppeal;
  expect(errors).toEqual([]);
  const followed = await asApp(first, '{ submittedAppeals(first: 5) { edges { node { number status clientKey } } } }');
  expect(followed.data).toEqual({ submittedAppeals: { edges: [{ node: { number: appeal?.number, status: 'SUBMITTED', clientKey } }] } });
  expect((await asApp(first, '{ regions { code } me { id } appeals(filter: {}) { totalCount } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');

  // Use is written every few seconds.
  await page.getByRole('link', { name: 'Использование' }).click();
  await expect.poll(async () => {
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Использование' }).waitFor();
    return page.getByText('Числа по дням').first().isVisible({ timeout: 1_000 });
  }, { timeout: 30_000, interval: 2_000 }).toBe(true);
  await page.getByRole('img', { name: /^Запросы по дням/ }).waitFor();
  await page.getByRole('link', { name: 'Ключи', exact: true }).click();
  await expect.poll(() => keyRow(page, 'действует').innerText(), SOON).not.toContain('ещё не было');

  await page.getByRole('button', { name: 'Заменить ключ «боевой сервер»' }).click();
  await page.getByRole('dialog').getByText(/Старый ключ работает до/).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Заменить' }).click();
  const second = await takeSecret(page);
  await keyRow(page, 'заменён, ещё действует').getByText(first.slice(0, 8)).waitFor();
  for (const secret of [first, second]) expect((await whoIs(secret)).data).toMatchObject({ viewerPartner: { name: partner } });

  await keyRow(page, 'заменён, ещё действует').getByRole('button', { name: /^Отозвать/ }).click();
  const asked = page.getByRole('dialog');
  await asked.getByText('следить за обращениями').waitFor();
  await asked.getByRole('button', { name: 'Отозвать ключ' }).click();
  await keyRow(page, 'отозван').waitFor();
  await expect.poll(() => whoIs(first), SOON).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'KEY_REVOKED' } }] });
  expect((await whoIs(second)).status).toBe(200);

  await page.getByRole('button', { name: 'Приостановить' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Приостановить' }).click();
  await page.getByText(/^Приостановлен .*ключи не принимаются/).waitFor();
  await expect.poll(() => whoIs(second), SOON).toMatchObject({ status: 401, errors: [{ extensions: { reason: 'PARTNER_SUSPENDED' } }] });
  await page.getByRole('button', { name: 'Возобновить' }).click();
  await expect.poll(async () => (await whoIs(second)).status, SOON).toBe(200);

  await page.goto(`/admin/partners?search=${encodeURIComponent(partner)}`);
  await page.getByRole('row').filter({ hasText: partner }).getByText(/запрос\S* за 7 дней/).waitFor({ state: 'attached' });
});

test('a webhook is tried, signed, and sent again after a failure', { timeout: 120_000 }, async () => {
  const receiver = await Receiver.open();
  onTestFinished(() => receiver.close());
  const { page } = await stage.openAs(ACCOUNTS.administrator);
  await enterPartner(page);
  await page.getByRole('link', { name: 'Вебхуки' }).click();
  await page.getByRole('button', { name: 'Добавить вебхук' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Адрес (URL)').fill('ftp://example.org');
  await form.getByRole('button', { name: 'Добавить вебхук' }).click();
  await expect.poll(() => form.getByLabel('Адрес (URL)').getAttribute('aria-invalid'), SOON).toBe('true');
  await form.getByLabel('Адрес (URL)').fill(receiver.url);
  await form.getByRole('button', { name: 'Добавить вебхук' }).click();
  const secret = await takeSecret(page);
  expect(secret).toMatch(/^whsec_/);

  const log = page.getByRole('list', { name: 'Журнал доставок' }).getByRole('listitem');
  await page.getByRole('button', { name: 'Проверить связь' }).click();
  await log.first().getByText('доставлено', { exact: true }).waitFor();
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]?.isSignedWith(secret)).toBe(true);
  expect(receiver.received[0]?.isSignedWith('whsec_AAAA')).toBe(false);

  receiver.status = 500;
  await page.getByRole('button', { name: 'Проверить связь' }).click();
  await expect.poll(() => log.count(), SOON).toBe(2);
  await log.first().getByText(/HTTP 500 ·/).waitFor();
  await page.getByText('не отвечает').waitFor();
  receiver.status = 204;
  await log.first().getByText('проверка связи').click();
  await log.first().getByText('сервер ответил не 2xx').waitFor();
  await log.first().getByRole('button', { name: 'Отправить ещё раз' }).click();
  await expect.poll(() => log.count(), SOON).toBe(3);
  await log.first().getByText('доставлено', { exact: true }).waitFor();
  const [, failed, again] = receiver.received;
  expect(again).toMatchObject({ id: failed?.id, body: failed?.body });

  await page.getByRole('combobox', { name: 'Состояние' }).click();
  await page.getByRole('option', { name: 'доставлено', exact: true }).click();
  await expect.poll(() => page.url(), SOON).toContain('state=DELIVERED');

  await page.getByRole('button', { name: 'Поставить на паузу' }).click();
  await page.getByText('на паузе', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Удалить' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить вебхук' }).click();
  await page.getByRole('heading', { name: 'Вебхуков пока нет' }).waitFor();
});

/** Russian on wide and narrow screens, and one pass in English. */
const PASSES = [
  { name: 'in Russian, 1440 px wide', size: WIDE, locale: 'ru' },
  { name: 'in Russian, 390 px wide', size: NARROW, locale: 'ru' },
  { name: 'in English, 1440 px wide', size: WIDE, locale: 'en' },
] as const;

test.each(PASSES)('the screens of partners are sound $name', { timeout: 180_000 }, async ({ size, locale }) => {
  const faults: string[] = [];
  const window = await stage.openAs(ACCOUNTS.administrator, size);
  const { page } = window;
  const look = async (name: string): Promise<void> => {
    await window.settled();
    await window.picture(`partners-${name}-${locale}-${size.width}`);
    faults.push(...(await window.faults(name)));
  };
  await enterPartner(page);
  const secret = await giveKey(page, 'Ключ-с-названием-без-единого-места-для-переноса-на-узком-экране-телефона', ['читать справочник']);
  await whoIs(secret);
  const address = new URL(page.url()).pathname;
  await window.speak(locale);
  const open = async (tab: string): Promise<void> => void (await page.goto(`${address}${tab}`));
  await open('');
  await look('keys');
  await clickFirst(window, /^(Выдать ключ|Give a key)$/);
  await look('key-form');
  await page.keyboard.press('Escape');
  await clickFirst(window, /^(Отозвать ключ|Revoke the key)/);
  await look('revoke');
  await open('?tab=usage&days=7');
  await look('usage');
  await open('?tab=webhooks');
  await look('webhooks');
  await clickFirst(window, /^(Добавить вебхук|Add a webhook)$/);
  await look('webhook-form');
  await page.goto('/admin/partners');
  await look('list');
  await clickFirst(window, /^(Новый партнёр|New partner)$/);
  await look('partner-form');
  expect(faults).toEqual([]);
});

async function clickFirst({ page }: Window, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
}

test('other roles have no place for partners, and see none by its address', async () => {
  const { page } = await stage.openAs(ACCOUNTS.coordinator);
  expect(await page.getByRole('navigation').first().getByRole('link', { name: 'Партнёры' }).count()).toBe(0);
  await page.goto('/admin/partners');
  await page.getByRole('alert').getByText('У вас нет доступа к этому').waitFor();
});
