import { expect, test } from 'vitest';
import { ACCOUNTS, demoDeputy, submit, TOPIC, unique } from '../src/api.js';
import { pickTopic, letterIsShown, letterRow, openQueue } from '../src/console.js';
import { track } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('a letter is rejected with a reason, and the applicant reads the edited words', async () => {
  const sent = await submit({ subject: unique('Пересчитайте приговор суда, дело') });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);

  await page.keyboard.press('r');
  await page.getByRole('heading', { name: 'Причина отказа' }).waitFor();
  await page.getByRole('button', { name: /суд/i }).click();
  const words = page.getByLabel('Письмо заявителю');
  await expect.poll(() => words.inputValue()).not.toBe('');
  await words.fill('Вера Павловна, решения судов депутат не пересматривает. Обжаловать его можно в областном суде.');
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Отклонено: ${sent.number}`).waitFor();
  await letterRow(page, sent.subject).waitFor({ state: 'detached' });

  const citizen = await stage.open();
  await track(citizen.page, sent);
  await citizen.page.getByRole('heading', { name: 'Почему обращение не приняли' }).waitFor();
  await citizen.page.getByText('Обжаловать его можно в областном суде.').waitFor();
  expect([...troubles, ...citizen.troubles]).toEqual([]);
});

test('the applicant is asked, answers in the portal, and the letter comes back to the open queue', async () => {
  const sent = await submit({ subject: unique('Не чистят двор, дом') });
  const moderator = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(moderator.page, sent.subject);
  await letterIsShown(moderator.page, sent.subject);
  await moderator.page.keyboard.press('u');
  await moderator.page.getByLabel('Сообщение заявителю').fill('Укажите, пожалуйста, улицу.');
  await moderator.page.keyboard.press('Control+Enter');
  await moderator.page.getByText(`Отправлено на уточнение: ${sent.number}`).waitFor();
  await letterRow(moderator.page, sent.subject).waitFor({ state: 'detached' });

  const citizen = await stage.open();
  await track(citizen.page, sent);
  await citizen.page.getByText('Укажите, пожалуйста, улицу.').waitFor();
  await citizen.page.getByRole('button', { name: 'Отправить ответ' }).click();
  await citizen.page.getByRole('alert').getByText('Напишите ответ на вопрос модератора').waitFor();
  await citizen.page.getByLabel('Ваш ответ модератору').fill('Улица Кирова, 12.');
  await citizen.page.getByRole('button', { name: 'Отправить ответ' }).click();
  await citizen.page.getByText('Ваше уточнение').waitFor();

  await moderator.page.getByRole('button', { name: /1 новое, показать/ }).click();
  await letterRow(moderator.page, sent.subject).click();
  await moderator.page.getByText('Улица Кирова, 12.').waitFor();
  expect([...moderator.troubles, ...citizen.troubles]).toEqual([]);
});

test('the applicant withdraws a letter, and the moderator who has it open is told', async () => {
  const sent = await submit({ subject: unique('Передумал писать про лавочку, подъезд') });
  const moderator = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(moderator.page, sent.subject);
  await letterIsShown(moderator.page, sent.subject);

  const { page, troubles } = await stage.open();
  await track(page, sent);
  await page.getByRole('button', { name: 'Отозвать обращение' }).click();
  const dialog = page.getByRole('dialog', { name: 'Отозвать обращение?' });
  await dialog.getByRole('button', { name: 'Нет, оставить' }).click();
  await page.getByRole('button', { name: 'Отозвать обращение' }).click();
  await dialog.getByLabel('Почему (можно не отвечать)').fill('Лавочку починили.');
  await dialog.getByRole('button', { name: 'Да, отозвать' }).click();
  await page.getByText('Вы отозвали это обращение.').waitFor();

  await moderator.page.getByRole('region', { name: 'Письмо' }).getByText('Решение уже принято').waitFor();
  expect(await moderator.page.getByRole('button', { name: 'Принять', exact: true }).count()).toBe(0);
  expect([...troubles, ...moderator.troubles]).toEqual([]);
});

test('of two moderators at one letter the second is told who was faster, and keeps the typed words', async () => {
  const deputy = await demoDeputy();
  const sent = await submit({ subject: unique('Сломан светофор, перекрёсток'), topicCode: TOPIC.code, deputyId: deputy.id });
  const first = await stage.openAs(ACCOUNTS.moderator);
  const second = await stage.openAs(ACCOUNTS.coordinator);
  for (const { page } of [first, second]) {
    await openQueue(page, sent.subject);
    await letterIsShown(page, sent.subject);
  }
  // The second one's line to the server is slow: nothing tells of the decision before it is tried.
  await second.context.routeWebSocket(/graphql/, () => undefined);
  await second.page.reload();
  await letterIsShown(second.page, sent.subject);
  await second.page.keyboard.press('u');
  await second.page.getByLabel('Сообщение заявителю').fill('На каком перекрёстке?');

  await first.page.keyboard.press('Enter');
  await first.page.getByText(`Зарегистрировано: ${sent.number}`).waitFor();

  await second.page.keyboard.press('Control+Enter');
  const alert = second.page.getByRole('alert');
  await alert.getByText('Обращение изменилось, пока вы решали').waitFor();
  await alert.getByText(/Кравцова/).waitFor();
  await expect.poll(() => second.page.getByLabel('Ваш неотправленный текст').inputValue()).toBe('На каком перекрёстке?');
  expect(first.troubles).toEqual([]);
});

test('filters of the queue live in the address and survive a reload and a decision', async () => {
  const deputy = await demoDeputy();
  const words = unique('Вырыли траншею и бросили, участок');
  for (const place of ['у школы', 'у рынка']) await submit({ subject: `${words} ${place}`, topicCode: TOPIC.code, deputyId: deputy.id });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await page.goto('/admin/queue');
  await page.getByRole('searchbox', { name: 'Найти в очереди' }).fill(words);
  await expect.poll(() => page.url()).toContain('search=');
  await page.getByRole('button', { name: 'Отбор' }).click();
  await page.getByRole('dialog', { name: 'Отбор' }).getByRole('combobox', { name: 'Тема' }).click();
  await page.keyboard.type(TOPIC.name);
  await page.getByRole('option', { name: TOPIC.name, exact: true }).click();
  await expect.poll(() => page.url()).toContain(`topic=${TOPIC.code}`);
  await page.keyboard.press('Escape');
  await expect.poll(() => letterRow(page, words).count()).toBe(2);
  await letterIsShown(page, `${words} у школы`);

  await page.reload();
  await page.getByRole('button', { name: 'Отбор: 1' }).waitFor();
  await expect.poll(() => letterRow(page, words).count()).toBe(2);
  await letterIsShown(page, `${words} у школы`);
  await page.getByRole('button', { name: 'Принять', exact: true }).click();
  await page.getByText('Осталось 1 обращение').waitFor();
  await letterIsShown(page, `${words} у рынка`);
  expect(page.url()).toContain(`topic=${TOPIC.code}`);
  expect(page.url()).toContain('search=');
  expect(troubles).toEqual([]);
});

test('j and k walk through the letters in either keyboard layout, and the letter follows', async () => {
  const words = unique('Нужен пандус, подъезд');
  for (const place of ['первый', 'второй', 'третий']) await submit({ subject: `${words} ${place}` });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, words);
  await letterIsShown(page, `${words} первый`);
  await page.keyboard.press('j');
  await letterIsShown(page, `${words} второй`);
  // «о» is written by the same key.
  await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true, cancelable: true })));
  await letterIsShown(page, `${words} третий`);
  await page.keyboard.press('k');
  await letterIsShown(page, `${words} второй`);
  await page.keyboard.press('ArrowUp');
  await letterIsShown(page, `${words} первый`);
  await expect.poll(() => letterRow(page, `${words} первый`).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Клавиши' }).waitFor();
  expect(troubles).toEqual([]);
});

test('a letter cannot be accepted without topic and deputy, and the fields say so', async () => {
  const sent = await submit({ subject: unique('Куда жаловаться, вопрос') });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  // Words that fit every topic suggest none; the deputy who is suggested is taken out.
  await page.getByText(/^Предложен: /).waitFor();
  await page.getByRole('button', { name: 'Убрать депутата' }).click();
  await page.getByRole('button', { name: 'Принять', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Выберите тему', { exact: true }).waitFor();
  await page.getByText('Выберите депутата', { exact: true }).waitFor();
  // The focus is in the field that lacks something.
  await pickTopic(page);
  await page.getByText('Выберите тему', { exact: true }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await page.getByText('Выберите депутата', { exact: true }).waitFor();
  await letterRow(page, sent.subject).waitFor();
  expect(troubles).toEqual([]);
});
