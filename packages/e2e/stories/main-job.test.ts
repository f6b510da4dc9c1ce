import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ACCOUNTS, demoDeputy, REGION, submit, TOPIC, unique, type Submitted } from '../src/api.js';
import { chooseTopic, letterIsShown, letterRow, openQueue } from '../src/console.js';
import { track, writeAppeal } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();
const ANSWER = 'Здравствуйте, Вера Павловна!\n\nФонари у дома снова горят: бригада заменила кабель, я проверила сама вчера вечером.';

/** The rating is computed by a job: it may take a while longer than a page. */
const COMPUTED_WITHIN_MS = 20_000;
/** The product of the stories lets an answer be taken back for 5 s; then a job sends the mail. */
const SENT_WITHIN_MS = 20_000;

const arrivals = (page: Page) => page.getByRole('button', { name: /\d+ новы?о?[ех].*показать/ });

test('an appeal goes from the citizen through moderation to the answer, and its mark reaches the rating', { timeout: 180_000 }, async () => {
  const deputy = await demoDeputy();
  const citizen = await stage.open();
  const moderator = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(moderator.page);

  const sent = await writeAppeal(citizen.page, {
    region: REGION.name, deputy: deputy.name, name: 'Вера Павловна Орлова', email: `${unique('vera').replace(' ', '.')}@example.test`,
    subject: unique('Не горят фонари во дворе, дом'), text: 'Второй месяц во дворе темно.\nДети идут в школу с фонариками. Просим починить.',
  });
  expect(sent.number).toMatch(/^54-\d{4}-\d{6}$/);
  expect(sent.code).toMatch(/^[0-9A-Z]{10}$/);

  await registerByKeyboard(moderator.page, sent);
  const answering = await stage.openAs(ACCOUNTS.deputy);
  await readDeadline(citizen.page, sent, deputy.name);
  await answer(answering.page, sent);
  await readAnswer(citizen.page, sent, deputy.name);

  const administrator = await stage.openAs(ACCOUNTS.administrator);
  const marking = await openMarkFromMail(administrator.page, sent);
  const link = marking.url();
  await giveTheRest(marking);
  expect(link).toContain('/feedback/');
  await marking.close();
  const another = await stage.open();
  await another.page.goto(link);
  await another.page.getByRole('heading', { name: 'По этой ссылке оценка уже поставлена' }).waitFor();
  await ratingHolds(administrator.page, deputy, sent);

  for (const window of [citizen, moderator, answering, administrator, another]) expect(window.troubles).toEqual([]);
});

/** The bar counts the arrival without a reload; then everything by keys. */
async function registerByKeyboard(page: Page, { subject, number }: Submitted): Promise<void> {
  await arrivals(page).waitFor();
  await page.keyboard.press('g');
  await letterRow(page, subject).waitFor();
  for (let steps = 0; steps < 5 && (await letterRow(page, subject).getAttribute('aria-selected')) !== 'true'; steps += 1) await page.keyboard.press('k');
  await letterIsShown(page, subject);
  await page.getByText('Заявитель сам выбрал этого депутата').waitFor();
  await chooseTopic(page);
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Зарегистрировано: ${number}`).waitFor();
  await letterRow(page, subject).waitFor({ state: 'detached' });
}

/** The deputy finds the letter in the inbox, begins, types, reloads without losing a word, and signs. */
async function answer(page: Page, { subject }: Submitted): Promise<void> {
  await page.getByRole('link', { name: 'Входящие' }).first().click();
  await page.getByRole('searchbox', { name: 'Найти среди своих' }).fill(subject);
  await page.getByRole('link', { name: subject }).click();
  await page.getByRole('button', { name: 'Взять в работу' }).click();
  await page.getByText('в работе', { exact: true }).waitFor();
  await explainsDeadline(page);
  await page.getByText('меры приняты').click();
  await page.getByLabel('Текст ответа').fill(ANSWER);
  await page.getByText(/^сохранено/).waitFor();
  await page.reload();
  // A reload may take longer than a poll waits.
  await page.getByLabel('Текст ответа').waitFor();
  await expect.poll(() => page.getByLabel('Текст ответа').inputValue()).toBe(ANSWER);
  await page.getByRole('button', { name: 'Проверить и подписать' }).click();
  await page.getByRole('dialog', { name: 'Как увидит заявитель' }).getByRole('button', { name: 'Подписать и отправить' }).click();
  await page.getByText('Ответ подписан и отправлен').waitFor();
  await page.getByText('дан ответ', { exact: true }).waitFor();
}

async function readAnswer(page: Page, sent: Submitted, deputyName: string): Promise<void> {
  await track(page, sent);
  const letter = page.getByRole('article').filter({ hasText: 'бригада заменила кабель' });
  await letter.waitFor();
  expect(await letter.innerText()).toContain(deputyName);
  expect(await letter.innerText()).toContain('Приняты меры');
}

/** When the answer is due, and why then. */
async function readDeadline(page: Page, sent: Submitted, deputyName: string): Promise<void> {
  await track(page, sent);
  await page.getByText(`Кому: ${deputyName}`).waitFor();
  await page.getByText('Осталось 30 дней').waitFor();
  await page.getByText('Почему эта дата').click();
  expect(await page.getByRole('group').filter({ hasText: 'Почему эта дата' }).getByRole('listitem').count()).toBeGreaterThan(1);
}

/** In the console the same chain stands behind «почему?». */
async function explainsDeadline(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'почему?' }).click();
  const chain = page.getByRole('region', { name: 'Как посчитан срок' });
  await chain.waitFor();
  expect(await chain.getByRole('listitem').count()).toBeGreaterThan(1);
}

/** The administrator opens the mail with the answer in the outbox, and from it the page of the mark. */
async function openMarkFromMail(page: Page, { number }: Submitted): Promise<Page> {
  await page.getByRole('link', { name: 'Письма' }).click();
  await page.getByRole('searchbox', { name: 'Номер обращения, тема или весь адрес' }).fill(number);
  await expect.poll(() => page.url()).toContain(number);
  const subject = `Обращение ${number}, депутат ответил`;
  const line = page.getByRole('link', { name: subject });
  // The mail waits until the answer can't be taken back any more.
  await expect.poll(async () => {
    await page.reload();
    await page.getByText(/^Показано/).waitFor();
    return line.count();
  }, { timeout: SENT_WITHIN_MS, interval: 1000 }).toBe(1);
  await line.click();
  const mail = page.getByRole('dialog', { name: subject });
  await mail.getByText('бригада заменила кабель').waitFor();
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    mail.getByRole('link', { name: /\/feedback\/[\w-]+\?mark=5/ }).click(),
  ]);
  return opened;
}

/** One click has recorded the mark; the page takes the rest. */
async function giveTheRest(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Спасибо, оценка записана' }).waitFor();
  await page.getByText('Ваша оценка: «Отлично».').waitFor();
  await page.getByRole('group', { name: 'Ответили вовремя?' }).getByText('Да', { exact: true }).click();
  await page.getByRole('radio', { name: '5: живой ответ' }).check({ force: true });
  await page.getByRole('group', { name: 'Вопрос решён?' }).getByText('Решён', { exact: true }).click();
  await page.getByLabel('Хотите что-то добавить?').fill('Спасибо, стало светло.');
  await page.getByRole('button', { name: 'Отправить ответы' }).click();
  await page.getByText('Спасибо, всё записано').waitFor();
}

/** The page that explains the deputy's figure comes to hold the appeal and its mark. */
async function ratingHolds(page: Page, deputy: { id: string; name: string }, { number }: Submitted): Promise<void> {
  await page.goto(`/admin/rating/${deputy.id}`);
  const row = page.getByRole('row', { name: number });
  const told = async (): Promise<string> => {
    await page.reload();
    await page.getByRole('heading', { level: 1, name: deputy.name }).waitFor();
    await page.getByRole('heading', { name: /Обращения за оценкой/ }).waitFor();
    return (await row.count()) === 0 ? '' : row.innerText();
  };
  await expect.poll(told, { timeout: COMPUTED_WITHIN_MS, interval: 1_000 }).toMatch(/в срок[\s\S]*5 из 5/);
  expect(await row.innerText()).toMatch(/личный подход 5 из 5, решено/);
}

test('an appeal that a program sends appears in the queue without a reload', async () => {
  const moderator = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(moderator.page);
  const sent = await submit({ subject: unique('Яма на остановке, маршрут'), topicCode: TOPIC.code });
  await arrivals(moderator.page).click();
  await letterRow(moderator.page, sent.subject).waitFor();
});
