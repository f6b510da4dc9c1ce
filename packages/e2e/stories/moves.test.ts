import { expect, test } from 'vitest';
import { ACCOUNTS, answered, demoDeputy, registered, submit, unique } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { chooseTopic, letterIsShown, letterRow, openQueue } from '../src/console.js';
import { track } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('a decision is taken back by one key, and the letter stands where it stood, with what was typed', async () => {
  const deputy = await demoDeputy();
  const sent = await submit({ subject: unique('Нет урны у остановки, дом'), deputyId: deputy.id });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  await chooseTopic(page);
  await page.keyboard.press('Enter');
  await page.getByText(`Зарегистрировано: ${sent.number}`).waitFor();
  await page.keyboard.press('z');
  await page.getByText('Отменено, всё как было').waitFor();
  await letterRow(page, sent.subject).waitFor();
  await letterIsShown(page, sent.subject);
  await page.keyboard.press('Enter');
  await page.getByText(`Зарегистрировано: ${sent.number}`).waitFor();
  await letterRow(page, sent.subject).waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
});

test('a deputy extends on the phone, then returns the appeal to the moderator', async () => {
  const own = await registered({ subject: unique('Яма у школы, дом') });
  const { page, troubles } = await stage.openAs(ACCOUNTS.deputy, NARROW);
  await page.goto(`/admin/appeals/${own.id}`);
  const choose = async (move: string): Promise<void> => {
    await page.getByRole('group', { name: 'Действия' }).getByRole('button', { name: 'Ещё', exact: true }).click();
    await page.getByRole('menuitem', { name: move }).click();
  };
  await choose('Продлить срок');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('На сколько дней').fill('45');
  await dialog.getByRole('button', { name: 'Продлить' }).click();
  await dialog.getByText('Срок можно продлить на 1–30 дней.').waitFor();
  await dialog.getByText('Напишите причину.').waitFor();
  await dialog.getByLabel('На сколько дней').fill('10');
  await dialog.getByRole('textbox', { name: /прочитает заявитель/ }).fill('Ждём ответа подрядчика.');
  await dialog.getByRole('button', { name: 'Продлить' }).click();
  await page.getByText('Ждём ответа подрядчика.').first().waitFor();

  await choose('Вернуть на модерацию');
  await dialog.getByRole('textbox', { name: /прочитает модератор/ }).fill('Это дорога области.');
  await dialog.getByRole('button', { name: 'Вернуть' }).click();
  await page.waitForURL('**/admin/inbox');

  const moderator = await stage.openAs(ACCOUNTS.moderator);
  await moderator.page.goto(`/admin/appeals/${own.id}`);
  await moderator.page.getByText('Причина: Это дорога области.').waitFor();
  expect([...troubles, ...moderator.troubles]).toEqual([]);
});

test('an applicant whom the answer did not help reopens the appeal, and the deputy reads why', async () => {
  const sent = await answered({ subject: unique('Снова нет света, дом') }, 'Фонарь починили вчера вечером.');
  const citizen = await stage.open(NARROW);
  await track(citizen.page, sent);
  await citizen.page.getByRole('button', { name: 'Возобновить обращение' }).click();
  await citizen.page.getByRole('button', { name: 'Отправить депутату' }).click();
  await citizen.page.getByRole('alert').getByText('Напишите, что не решено').waitFor();
  await citizen.page.getByLabel('Что не решено').fill('Горел один день, теперь снова темно.');
  await citizen.page.getByRole('button', { name: 'Отправить депутату' }).click();
  await citizen.page.getByText('Обращение возобновлено').first().waitFor();

  const deputy = await stage.openAs(ACCOUNTS.deputy);
  await deputy.page.goto(`/admin/appeals/${sent.id}`);
  await deputy.page.getByText('Горел один день, теперь снова темно.').waitFor();
  expect([...citizen.troubles, ...deputy.troubles]).toEqual([]);
});
