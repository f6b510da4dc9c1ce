import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codeNow, doorSays, enter, invited, isIn, leave, linkFor, newAddress, newcomer, otherDeputies, OWN_PASSWORD } from '../src/accounts.js';
import { ACCOUNTS, demoDeputy, found, graphql, REGION, sessionOf, submit, TOPIC, unique } from '../src/api.js';
import { NARROW, WIDE } from '../src/browser.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('an administrator invites a moderator, who accepts by the letter and works within own walls', { timeout: 120_000 }, async () => {
  const email = newAddress();
  const { page, troubles } = await stage.openAs(ACCOUNTS.administrator);
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Учётные записи' }).click();
  await page.getByRole('button', { name: 'Пригласить' }).click();
  const dialog = page.getByRole('dialog', { name: 'Пригласить человека' });
  await dialog.getByRole('button', { name: 'Отправить приглашение' }).click();
  for (const missing of ['Укажите адрес почты', 'Укажите имя']) await dialog.getByText(missing).waitFor();
  await dialog.getByLabel('Электронная почта').fill(email);
  await dialog.getByLabel('Имя').fill('Константинопольская Вероника Вячеславовна');
  await dialog.getByRole('combobox', { name: 'Роль' }).click();
  await page.getByRole('option', { name: 'модератор' }).click();
  await dialog.getByRole('combobox', { name: 'Регионы' }).fill(REGION.name.slice(0, 9));
  await page.getByRole('option', { name: REGION.name }).click();
  // Leaves the field, whose list lies over the buttons.
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Отправить приглашение' }).click();
  await page.getByText(`Приглашение отправлено: ${email}`).waitFor();
  await page.getByRole('link', { name: 'Приглашения' }).click();
  await page.getByRole('row', { name: new RegExp(email) }).getByText('ждёт ответа').waitFor();

  const link = await linkFor(email, 'INVITATION', 'invitation');
  const guest = await stage.open();
  await guest.page.goto(link);
  for (const fact of ['модератор', REGION.name, email]) await guest.page.getByRole('definition').filter({ hasText: fact }).waitFor();
  await guest.page.getByLabel('Пароль', { exact: true }).fill('короткий');
  await guest.page.getByRole('button', { name: 'Принять приглашение' }).click();
  await guest.page.getByText('Пароль слишком короткий').waitFor();
  await guest.page.getByLabel('Пароль', { exact: true }).fill(OWN_PASSWORD);
  await guest.page.getByRole('button', { name: 'Принять приглашение' }).click();
  await guest.page.getByText('Учётная запись готова').waitFor();
  expect(await guest.page.getByLabel('Электронная почта').inputValue()).toBe(email);
  await guest.page.getByLabel('Пароль', { exact: true }).fill(OWN_PASSWORD);
  await guest.page.getByRole('button', { name: 'Войти', exact: true }).click();
  await isIn(guest.page);
  expect(await guest.page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Учётные записи' }).count()).toBe(0);
  await guest.page.goto('/admin/accounts');
  await guest.page.getByText('У вас нет доступа к этому').waitFor();
  const { me } = await graphql<{ me: { role: string; regions: { code: string }[] } }>('{ me { role regions { code } } }', {}, await sessionWith(email));
  expect(me).toEqual({ role: 'MODERATOR', regions: [{ code: REGION.code }] });

  await guest.page.goto(link);
  await guest.page.getByRole('heading', { name: 'Приглашение уже принято' }).waitFor();
  expect([...troubles, ...guest.troubles]).toEqual([]);
});

const sessionWith = (email: string): Promise<string> => sessionOf(email, OWN_PASSWORD);

test('a link that leads nowhere says why, and what to do', async () => {
  const { page } = await stage.open(NARROW);
  await page.goto('/admin/invitation?token=no-such-token');
  await page.getByRole('heading', { name: 'Приглашения по этой ссылке нет' }).waitFor();
  await page.getByText('действует только последняя ссылка').waitFor();

  const offer = await invited({ role: 'ANALYST' });
  const administrator = await stage.openAs(ACCOUNTS.administrator);
  await administrator.page.goto(`/admin/accounts/invitations?search=${encodeURIComponent(offer.email)}`);
  await administrator.page.getByRole('button', { name: /^Отозвать:/ }).click();
  await administrator.page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click();
  await administrator.page.getByText(`Приглашение отозвано: ${offer.email}`).waitFor();
  await page.goto(offer.link);
  await page.getByRole('heading', { name: 'Приглашение отозвано' }).waitFor();

  // The clock of a running product cannot be moved: here the page is given what the server says when it has passed.
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('InvitationOffer')) return route.continue();
    await route.fulfill({ json: { data: { invitation: null }, errors: [{ message: '', path: ['invitation'], extensions: { code: 'BAD_USER_INPUT', reason: 'INVITATION_EXPIRED' } }] } });
  });
  await page.goto(offer.link);
  await page.getByRole('heading', { name: 'Срок приглашения вышел' }).waitFor();
  await page.goto('/admin/reset-password?token=no-such-token');
  await page.getByLabel('Новый пароль').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'Сохранить пароль' }).click();
  await page.getByRole('heading', { name: 'Ссылка не действует' }).waitFor();
  await page.getByRole('link', { name: 'Прислать новую ссылку' }).click();
  await page.getByRole('heading', { name: 'Новый пароль' }).waitFor();
});

test('a forgotten password is set anew by the letter, and the page tells nobody who has an account', { timeout: 90_000 }, async () => {
  const { email } = await newcomer({ role: 'MODERATOR', regionCodes: [REGION.code] });
  const { page } = await stage.open(NARROW);
  const ask = async (address: string): Promise<string> => {
    await page.goto('/admin/sign-in');
    await page.getByRole('link', { name: 'Забыли пароль?' }).click();
    await page.getByLabel('Электронная почта').fill(address);
    await page.getByRole('button', { name: 'Прислать ссылку' }).click();
    await page.getByRole('heading', { name: 'Проверьте почту' }).waitFor();
    return (await page.getByRole('main').innerText()).replace(address, '');
  };
  expect(await ask(email)).toBe(await ask(newAddress()));
  await page.goto(await linkFor(email, 'PASSWORD_RESET', 'reset-password'));
  await page.getByLabel('Новый пароль').fill('совсем другой пароль');
  await page.getByRole('button', { name: 'Сохранить пароль' }).click();
  await page.getByText('Пароль изменён').waitFor();
  expect(await doorSays(email, OWN_PASSWORD)).toBe(401);
  await enter(page, email, 'совсем другой пароль');
  await isIn(page);
});

test('a second factor is switched on in the profile, asked for at the door, and replaced by a recovery code', { timeout: 120_000 }, async () => {
  const { email, password } = await newcomer({ role: 'MODERATOR', regionCodes: [REGION.code] });
  const { page, troubles } = await stage.open();
  await enter(page, email, password);
  await isIn(page);
  await page.goto('/admin/profile');
  const { secret, codes } = await enrol(page, password);
  expect(codes.length).toBeGreaterThanOrEqual(8);
  await page.getByRole('button', { name: 'Коды сохранены' }).click();
  await page.getByText('При входе понадобится код').waitFor();
  expect(await page.getByText(codes[0] ?? '?').count()).toBe(0);

  await leave(page);
  await enter(page, email, password);
  await page.getByLabel('Код из приложения').fill('000000');
  await page.getByText('Код не подходит').waitFor();
  await page.getByLabel('Код из приложения').fill(codeNow(secret));
  await page.getByRole('button', { name: 'Подтвердить' }).click();
  await isIn(page);

  await leave(page);
  const withRecoveryCode = async (): Promise<void> => {
    await enter(page, email, password);
    await page.getByRole('button', { name: 'Телефона нет под рукой' }).click();
    await page.getByLabel('Код восстановления').fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Подтвердить' }).click();
  };
  await withRecoveryCode();
  await isIn(page);
  await leave(page);
  await withRecoveryCode();
  await page.getByText('он уже использован').waitFor();
  expect(troubles).toEqual([]);
});

/** From the profile's button to the recovery codes; returns the secret and the codes. */
async function enrol(page: Page, password: string): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('button', { name: 'Включить', exact: true }).click();
  await page.getByLabel('Пароль, чтобы подтвердить, что это вы').fill(password);
  await page.getByRole('button', { name: 'Дальше', exact: true }).click();
  await page.getByRole('img', { name: /^QR-код/ }).waitFor();
  const secret = await page.locator('main code').innerText();
  await page.getByLabel('Код из приложения').fill('000000');
  await page.getByRole('button', { name: 'Включить второй шаг' }).click();
  await page.getByText('Код не подходит').waitFor();
  await page.getByLabel('Код из приложения').fill(codeNow(secret));
  await page.getByRole('button', { name: 'Включить второй шаг' }).click();
  const codes = page.getByRole('list', { name: 'Коды восстановления' }).getByRole('listitem');
  await codes.first().waitFor();
  return { secret, codes: await codes.allInnerTexts() };
}

test('a role that must have a second factor is led to the profile, and to its work once it is on', { timeout: 90_000 }, async () => {
  const { email, password } = await newcomer({ role: 'ANALYST' });
  const window = await stage.open(NARROW);
  const { page } = window;
  await enter(page, email, password);
  await page.getByRole('heading', { name: 'Сначала включите второй шаг входа' }).waitFor();
  expect(await page.getByRole('navigation', { name: 'Разделы' }).count()).toBe(0);
  await page.goto('/admin/appeals');
  await page.getByRole('heading', { name: 'Сначала включите второй шаг входа' }).waitFor();
  await window.settled();
  await window.picture('console-second-factor-required-phone');
  expect(await window.faults('the profile of whoever needs a second factor')).toEqual([]);
  await enrol(page, password);
  await page.getByRole('button', { name: 'Перейти к работе' }).click();
  await isIn(page);
  await page.getByRole('heading', { level: 1, name: 'Сегодня' }).waitFor();
});

test('a session that is ended elsewhere is thrown out at once', { timeout: 90_000 }, async () => {
  const { email, password } = await newcomer({ role: 'MODERATOR', regionCodes: [REGION.code] });
  const [here, there] = [await stage.open(), await stage.open(NARROW)];
  for (const { page } of [there, here]) {
    await enter(page, email, password);
    await isIn(page);
  }
  await here.page.goto('/admin/profile');
  const sessions = here.page.getByRole('list', { name: 'Где вы вошли' });
  await expect.poll(() => sessions.getByRole('listitem').count(), { timeout: 15_000 }).toBe(2);
  await sessions.getByRole('listitem').filter({ hasText: 'этот сеанс' }).waitFor();
  await sessions.getByRole('button', { name: /^Завершить сеанс/ }).click();
  await there.page.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
  await expect.poll(() => sessions.getByRole('listitem').count(), { timeout: 15_000 }).toBe(1);
  await here.page.reload();
  await isIn(here.page);
});

test('a deputy who leaves hands the open appeals over, and is thrown out at once', { timeout: 120_000 }, async () => {
  const demo = await demoDeputy();
  const [leaving, heir] = await otherDeputies(demo.id);
  if (!leaving || !heir) throw new Error('the region has too few deputies');
  const { email, password } = await newcomer({ role: 'DEPUTY', deputyId: leaving.id, name: leaving.name });
  const sent = await submit({ subject: unique('Нет света во дворе'), deputyId: leaving.id });
  const moderator = await sessionOf(ACCOUNTS.moderator);
  const { id, version } = await found(sent, moderator);
  await graphql('mutation($input: RegisterAppealInput!) { registerAppeal(input: $input) { errors { code } } }',
    { input: { id, version, topicCode: TOPIC.code, deputyId: leaving.id, kind: 'APPLICATION' } }, moderator);
  const deputy = await stage.open(NARROW);
  await enter(deputy.page, email, password);
  await isIn(deputy.page);

  const { page } = await stage.openAs(ACCOUNTS.administrator);
  await page.goto(`/admin/accounts?search=${encodeURIComponent(email)}`);
  await page.getByRole('link', { name: leaving.name }).click();
  await page.getByRole('button', { name: 'Отключить', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Отключить учётную запись?' });
  await dialog.getByText(/^В работе \d+ обращени/).waitFor();
  await dialog.getByRole('button', { name: 'Передать и отключить' }).click();
  await dialog.getByText('Выберите, кто примет обращения').waitFor();
  await dialog.getByRole('combobox', { name: 'Кому передать обращения' }).fill(heir.name);
  await page.getByRole('option', { name: heir.name }).click();
  await dialog.getByRole('button', { name: 'Передать и отключить' }).click();
  await page.getByText(/обращени.+ передан/).waitFor({ timeout: 30_000 });
  await page.getByText('отключена', { exact: true }).waitFor();
  await deputy.page.getByRole('heading', { name: 'Вход', exact: true }).waitFor();
  expect(await doorSays(email, password)).toBe(401);
  const { appeal } = await graphql<{ appeal: { deputy: { id: string } } }>('query($id: ID!) { appeal(id: $id) { deputy { id } } }', { id }, moderator);
  expect(appeal.deputy.id).toBe(heir.id);

  await page.getByRole('button', { name: 'Включить снова' }).click();
  await page.getByText('Учётная запись снова работает').waitFor();
  expect(await doorSays(email, password)).toBe(200);
});

test('a coordinator invites only deputies and aides of own regions', async () => {
  const { page } = await stage.openAs(ACCOUNTS.coordinator);
  await page.goto('/admin/accounts?invite=true');
  const dialog = page.getByRole('dialog', { name: 'Пригласить человека' });
  await dialog.getByRole('combobox', { name: 'Роль' }).click();
  expect(await page.getByRole('option').allInnerTexts()).toEqual(['депутат', 'помощник депутата']);
  await page.getByRole('option', { name: 'помощник депутата' }).click();
  const field = dialog.getByRole('combobox', { name: 'Депутат' });
  const { deputies } = await graphql<{ deputies: { edges: { node: { name: string } }[] } }>(
    'query($filter: DeputyFilter!) { deputies(filter: $filter, first: 1) { edges { node { name } } } }', { filter: { regionCode: ['RU-PSK'] } },
  );
  await field.fill(deputies.edges[0]?.node.name ?? '');
  await page.getByText('Такого депутата нет').waitFor();
  const own = await demoDeputy();
  await field.fill(own.name);
  await page.getByRole('option', { name: own.name }).waitFor();
});

/** Russian on wide and narrow screens, and one pass in English. */
const PASSES = [
  { name: 'in Russian, 1440 px wide', size: WIDE, locale: 'ru', suffix: '' },
  { name: 'in Russian, 390 px wide', size: NARROW, locale: 'ru', suffix: '-phone' },
  { name: 'in English, 1440 px wide', size: WIDE, locale: 'en', suffix: '-en' },
] as const;

test.each(PASSES)('every screen of accounts is sound $name', { timeout: 360_000 }, async ({ size, locale, suffix }) => {
  const { link } = await invited({ role: 'AIDE', deputyId: (await demoDeputy()).id, name: 'Константинопольская Вероника Вячеславовна' });
  const window = await stage.open(size);
  const { page } = window;
  const faults: string[] = [];
  const look = async (name: string, address?: string): Promise<void> => {
    if (address) await page.goto(address);
    await window.settled();
    await window.picture(name + suffix);
    faults.push(...(await window.faults(name + suffix)));
  };
  await page.goto('/admin/sign-in');
  await window.speak(locale);
  await look('console-forgot-password', '/admin/forgot-password');
  await look('console-reset-password', '/admin/reset-password?token=x');
  await look('console-reset-password-dead', '/admin/reset-password');
  await page.goto(link);
  await page.getByRole('definition').first().waitFor();
  await look('console-invitation');
  await look('console-invitation-unknown', '/admin/invitation?token=x');
  await window.signIn(ACCOUNTS.administrator);
  await look('console-accounts', '/admin/accounts');
  await page.getByRole('button', { name: /^(Пригласить|Invite)$/ }).click();
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await look('console-invite');
  await look('console-invitations', '/admin/accounts/invitations');
  await page.goto('/admin/accounts?role=DEPUTY');
  await page.getByRole('main').locator('a[href*="/accounts/0"]').first().click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await look('console-account');
  await look('console-profile', '/admin/profile');
  await page.getByRole('button', { name: /^(Включить|Switch on)$/ }).click();
  await page.locator('form input[name=password]').first().fill('demo-demo-demo');
  await page.getByRole('button', { name: /^(Дальше|Next)$/ }).click();
  await page.getByRole('img', { name: /^QR/ }).waitFor();
  await look('console-second-factor');
  expect(faults).toEqual([]);
});
