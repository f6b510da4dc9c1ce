import { expect, inject, test } from 'vitest';
import { ACCOUNTS, graphql, PASSWORD, REGION, registered, submit, unique } from '../src/api.js';
import { letterIsShown, openQueue } from '../src/console.js';
import { choosePlace, giveContact, track, writeLetter } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('the portal names what is missing at each field, and leads to it', async () => {
  const { page, troubles } = await stage.open();
  await page.goto('/write');
  const summary = page.getByRole('alert');
  const next = page.getByRole('button', { name: 'Дальше' });

  await next.click();
  await summary.getByRole('link', { name: 'Выберите регион из списка' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await choosePlace(page, { region: REGION.name });

  await next.click();
  await summary.getByRole('link', { name: 'Напишите коротко, о чём обращение' }).waitFor();
  await summary.getByRole('link', { name: 'Расскажите, что случилось' }).waitFor();
  await page.getByLabel('Расскажите подробно').fill('а'.repeat(20_001));
  await page.getByText('Длиннее, чем нужно, на 1 знак').waitFor();
  await next.click();
  await summary.getByRole('link', { name: /Текст длинноват/ }).waitFor();
  await writeLetter(page, { subject: unique('Нет света во дворе'), text: 'Темно.' });

  await next.click();
  for (const problem of ['Напишите, как вас зовут', /Укажите почту или телефон/, /Без согласия мы не вправе/]) {
    await summary.getByRole('link', { name: problem }).waitFor();
  }
  await page.getByLabel('Электронная почта').fill('вера@');
  await next.click();
  await summary.getByRole('link', { name: /Проверьте адрес почты/ }).waitFor();
  await giveContact(page, { name: 'Вера', email: 'vera@example.test' });
  await page.getByRole('heading', { name: 'Проверьте и отправьте' }).waitFor();

  await page.reload();
  await page.getByText('Темно.').waitFor();
  expect(troubles).toEqual([]);
});

test('a region that is not open cannot be chosen, and the portal says why', async () => {
  const { regions } = await graphql<{ regions: { name: string; openForAppeals: boolean }[] }>('{ regions { name openForAppeals } }');
  const closed = regions.find((region) => !region.openForAppeals)?.name ?? '';
  const { page } = await stage.open();
  await page.goto('/write');
  await page.getByRole('combobox', { name: 'Ваш регион' }).fill(closed);
  await page.getByRole('option', { name: closed }).click({ force: true });
  await page.getByText(`${closed}: сервис пока не открыт`).waitFor();
  await page.getByRole('button', { name: 'Дальше' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Выберите регион из списка' }).waitFor();
});

test('what the server refuses has a code and a field, and tells nothing of its inside', async () => {
  const send = async (input: object): Promise<unknown> => {
    const response = await fetch(`${inject('productUrl')}/graphql`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { appeal { number } errors { code field } } }', variables: { input } }),
    });
    const text = await response.text();
    expect(text).not.toMatch(/select |insert |node_modules|\/packages\/|at .*\.js:/i);
    return JSON.parse(text);
  };
  const good = { regionCode: REGION.code, subject: 'Тема', text: 'Текст', consent: true, applicant: { name: 'Вера', email: 'vera@example.test' } };
  const first = async (input: object) => (await send(input)) as { data?: { submitAppeal: { errors: { code: string; field: string }[] } } };
  for (const [patch, field] of [
    [{ subject: ' ' }, 'subject'], [{ text: '' }, 'text'], [{ text: 'а'.repeat(20_001) }, 'text'], [{ regionCode: 'RU-XXX' }, 'regionCode'],
    [{ topicCode: 'no.such' }, 'topicCode'], [{ deputyId: '01a20c3a-6b2e-73ca-bea7-000000000000' }, 'deputyId'], [{ consent: false }, 'consent'],
    [{ applicant: { name: 'Вера' } }, 'applicant'],
  ] as const) {
    const { data } = await first({ ...good, ...patch });
    expect(data?.submitAppeal.errors[0]?.field, JSON.stringify(patch).slice(0, 80)).toMatch(new RegExp(`^${field}`));
    expect(data?.submitAppeal.errors[0]?.code).toMatch(/^[A-Z_]+$/);
  }
  expect(await send({ ...good, deputyId: "' or 1=1 --" })).not.toHaveProperty('data.submitAppeal.appeal.number');
});

test('HTML in an appeal is shown as text in the console and in the portal, and nothing of it runs', async () => {
  const markup = '<img src=x onerror="document.title=\'hacked\'"><b>жирно</b><script>document.title="hacked"</script>';
  const subject = `${unique('Письмо с разметкой')} <b>жирно</b>`;
  const sent = await submit({ subject, text: markup });
  const moderator = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(moderator.page, sent.number);
  await letterIsShown(moderator.page, subject);
  const citizen = await stage.open();
  await track(citizen.page, sent);

  const deputy = await stage.openAs(ACCOUNTS.deputy);
  const own = await registered({ subject: `${unique('Разметка у депутата')} <img src=x onerror=alert(1)>` });
  await deputy.page.goto(`/admin/appeals/${own.id}`);
  await deputy.page.getByRole('heading', { level: 1, name: own.subject }).waitFor();

  await moderator.page.getByText(markup).waitFor();
  await citizen.page.getByText(markup).waitFor();
  for (const { page, troubles } of [moderator, citizen, deputy]) {
    expect(await page.locator('img[src="x"], main b:text("жирно"), main script').count()).toBe(0);
    expect(await page.title()).not.toBe('hacked');
    expect(troubles).toEqual([]);
  }
});

test('a forged link to the mark is refused in clear words, with a way on', async () => {
  const { page, troubles } = await stage.open();
  await page.goto('/feedback/ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ?mark=5');
  await page.getByRole('heading', { name: 'Ссылка не подходит' }).waitFor();
  await page.getByLabel('Номер обращения').waitFor();
  expect(troubles).toEqual([]);
});

test('number and code that do not belong together open nothing', async () => {
  const [one, other] = [await submit({ subject: unique('Первое письмо') }), await submit({ subject: unique('Второе письмо') })];
  const { page } = await stage.open();
  await page.goto('/track');
  await page.getByLabel('Номер обращения').fill(one.number);
  await page.getByLabel('Код', { exact: true }).fill(other.code);
  await page.getByRole('button', { name: 'Показать обращение' }).click();
  await page.getByRole('heading', { name: 'Обращение не нашлось' }).waitFor();
  await page.getByText('Номер и код не подходят друг к другу.').first().waitFor();
  await page.getByRole('button', { name: 'Показать обращение' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Введите код' }).waitFor();
  await page.getByLabel('Код', { exact: true }).fill(`${one.code.slice(0, 5)} ${one.code.slice(5)}`.toLowerCase());
  await page.getByRole('button', { name: 'Показать обращение' }).click();
  await page.getByText(`«${one.subject}»`).waitFor();
});

test('a wrong password is told without saying which part is wrong', async () => {
  const { page, troubles } = await stage.open();
  await page.goto('/admin/sign-in');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByText('Введите адрес почты').waitFor();
  await page.getByLabel('Электронная почта').fill(ACCOUNTS.moderator);
  await page.getByLabel('Пароль', { exact: true }).fill(`${PASSWORD}!`);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByRole('alert').getByText('Почта или пароль не подходят.').waitFor();
  await page.getByLabel('Электронная почта').fill('nobody@demo.test');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByRole('alert').getByText('Почта или пароль не подходят.').waitFor();
  expect(troubles).toEqual([]);
});

test('a link deep into the console leads through the sign-in back to its page', async () => {
  const { id, subject } = await registered({ subject: unique('Глубокая ссылка, письмо') });
  const { page, troubles } = await stage.open();
  await page.goto(`/admin/appeals/${id}`);
  await page.getByLabel('Электронная почта').fill(ACCOUNTS.moderator);
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: subject }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/admin/appeals/${id}`);

  await page.goto(`/admin/queue?topic=economy.roads&search=${encodeURIComponent(subject)}`);
  await page.getByRole('heading', { level: 1, name: 'Очередь' }).waitFor();
  await page.context().clearCookies();
  await page.reload();
  await page.getByLabel('Электронная почта').fill(ACCOUNTS.moderator);
  await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Очередь' }).waitFor();
  expect(page.url()).toContain('topic=economy.roads');
  expect(troubles).toEqual([]);
});

test('another deputy’s appeal is not found, and neither is an address that leads nowhere', async () => {
  const { id, subject } = await registered({ subject: unique('Чужое письмо') });
  const { page } = await stage.openAs('deputy2@demo.test');
  await page.goto(`/admin/appeals/${id}`);
  await page.getByText('Здесь ничего нет, или это вам не видно').waitFor();
  expect(await page.getByText(subject).count()).toBe(0);
  await page.goto('/admin/appeals/not-an-id');
  await page.getByText('Неверный идентификатор.').waitFor();
  await page.goto('/admin/no-such-page');
  await page.getByRole('heading', { name: 'Страницы нет' }).waitFor();
  await page.goto('/no-such-page');
  await page.getByRole('heading', { name: 'Такой страницы нет' }).waitFor();
});
