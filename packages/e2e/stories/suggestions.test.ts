import { expect, test } from 'vitest';
import { ACCOUNTS, submit, unique } from '../src/api.js';
import { letterIsShown, letterRow, openQueue } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('a plain letter is accepted with one key: topic and deputy are suggested, each with its reason', async () => {
  const sent = await submit({ subject: unique('Не вывозят мусор'), text: 'Контейнеры переполнены вторую неделю, мусоровоз не приезжает, кругом пакеты и крысы.' });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  const decision = page.getByRole('region', { name: 'Решение' });
  await decision.getByRole('button', { name: /^Вывоз мусора/, pressed: true }).waitFor();
  await decision.getByText(/^Предложен: /).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`Зарегистрировано: ${sent.number}`).waitFor();
  await letterRow(page, sent.subject).waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
});

test('another of the three topics is one key more', async () => {
  const sent = await submit({ subject: unique('Школьный автобус'), text: 'Автобус не довозит детей до школы, дорога разбита, водитель объезжает ямы.' });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  const picks = page.getByRole('group', { name: 'Похожие темы' }).getByRole('button');
  await expect.poll(() => picks.count()).toBe(3);
  await page.keyboard.press('2');
  await expect.poll(() => picks.nth(1).getAttribute('aria-pressed')).toBe('true');
  const topic = await page.getByRole('combobox', { name: 'Тема' }).inputValue();
  expect(topic).not.toBe('');
  expect(await picks.nth(1).innerText()).toContain(topic);
  expect(troubles).toEqual([]);
});

test('danger to life raises an alarm wherever the moderator is, and the letter says why', async () => {
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await page.goto('/admin/deputies');
  await page.getByRole('heading', { level: 1, name: /Депутаты/ }).waitFor();
  // The line to the server must be open before the letter comes.
  await page.waitForTimeout(1_500);
  const sent = await submit({ subject: unique('Запах газа в подъезде'), text: 'Второй день пахнет газом, аварийная не едет, в доме дети.' });
  const alarm = page.getByRole('alert').filter({ hasText: `Срочно: ${sent.number}` });
  await alarm.getByRole('button', { name: sent.subject }).click();
  await letterIsShown(page, sent.subject);
  const decision = page.getByRole('region', { name: 'Решение' });
  await decision.getByText('Срочно: опасность для жизни или здоровья').waitFor();
  await decision.getByText('Газ: «запах газа», «пахнет газом»').waitFor();
  await openQueue(page, sent.subject);
  await letterRow(page, sent.subject).getByText('срочно').waitFor();
  expect(troubles).toEqual([]);
});

test('a likely reason stands chosen when the letter is rejected, and a person sends it', async () => {
  const sent = await submit({ subject: unique('Выгодное предложение'), text: 'Кредит наличными за один день, без отказа, звоните прямо сейчас!' });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Реклама или рассылка', pressed: true }).waitFor();
  await page.getByText('Причина предложена из-за слов').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(`Отклонено: ${sent.number}`).waitFor();
  expect(troubles).toEqual([]);
});

test('the page of versions tells how good the suggestions are', { timeout: 200_000 }, async () => {
  const { page, troubles } = await stage.openAs(ACCOUNTS.administrator);
  await page.goto('/admin/suggestions');
  await page.getByRole('heading', { level: 1, name: 'Подсказки' }).waitFor();
  // The first version is trained by the worker after the start.
  await expect.poll(async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Подсказки' }).waitFor();
    return page.getByRole('table', { name: 'Версии' }).getByText('работает').count();
  }, { timeout: 150_000, interval: 5_000 }).toBeGreaterThan(0);
  await page.getByRole('heading', { name: /По темам, версия \d+/ }).waitFor();
  expect(troubles).toEqual([]);
});
