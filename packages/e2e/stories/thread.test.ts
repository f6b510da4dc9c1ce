import { expect, test } from 'vitest';
import { ACCOUNTS, registered, submit, unique } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { letterIsShown, openQueue } from '../src/console.js';
import { track } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('a moderator writes a note by keyboard in the queue; colleagues read it, and the applicant sees nothing of it', async () => {
  const sent = await submit({ subject: unique('Не вывозят мусор, площадка') });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, sent.subject);
  await letterIsShown(page, sent.subject);
  const notes = page.getByRole('region', { name: 'Заметки' });
  await notes.getByText('Видят только сотрудники').waitFor();

  await page.keyboard.press('n');
  await page.keyboard.type('Позвонить в управляющую компанию до пятницы.');
  // The words wait where they were left.
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect.poll(() => notes.getByLabel('Новая заметка для коллег').inputValue()).toBe('Позвонить в управляющую компанию до пятницы.');
  await page.keyboard.press('Control+Enter');
  await notes.getByRole('listitem').getByText('Позвонить в управляющую компанию до пятницы.').waitFor();
  // Nothing was decided by the keys of the note.
  await page.getByRole('button', { name: /^Принять/ }).waitFor();

  const coordinator = await stage.openAs(ACCOUNTS.coordinator, NARROW);
  await coordinator.page.goto(`/admin/appeals?search=${sent.number}`);
  await coordinator.page.getByText(sent.subject).first().click();
  await coordinator.page.getByRole('region', { name: 'Заметки' }).getByText('Позвонить в управляющую компанию').waitFor();

  const citizen = await stage.open();
  await track(citizen.page, sent);
  expect(await citizen.page.getByText('управляющую компанию').count()).toBe(0);
  expect([...troubles, ...coordinator.troubles, ...citizen.troubles]).toEqual([]);
});

test('an aide makes a template; the deputy begins an answer with it on the phone, and hints say what is left to do and stop nothing', async () => {
  const own = await registered({ subject: unique('Не горит фонарь, опора'), text: 'Не горит фонарь во дворе. Когда его починят?' });
  const title = unique('Фонари');
  const aide = await stage.openAs(ACCOUNTS.aide);
  await aide.page.goto('/admin/templates');
  await aide.page.getByRole('button', { name: 'Новый шаблон' }).click();
  const form = aide.page.getByRole('dialog', { name: 'Новый шаблон' });
  await form.getByLabel('Название').fill(title);
  await form.getByLabel('Текст').fill('{имя}, по адресу {дом} был сам.');
  await form.getByRole('button', { name: 'Создать' }).click();
  await form.getByText('Такого поля нет: {дом}').waitFor();
  await form.getByLabel('Текст').fill('{имя}, в целях проверки по адресу {адрес} был сам.');
  await form.getByRole('button', { name: 'Создать' }).click();
  await form.waitFor({ state: 'detached' });
  await aide.page.getByRole('heading', { name: title }).waitFor();

  const { page, troubles } = await stage.openAs(ACCOUNTS.deputy, NARROW);
  await page.goto(`/admin/appeals/${own.id}`);
  const field = page.getByLabel('Текст ответа');
  await field.focus();
  await page.keyboard.press('Control+/');
  await page.getByRole('combobox', { name: 'Найти шаблон' }).fill(title);
  await page.getByRole('option', { name: title }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Вера Павловна, в целях проверки по адресу {адрес} был сам.');
  // The open field is selected: what is typed takes its place; here it is left, and what follows is typed behind the text.
  await page.keyboard.press('End');
  await page.keyboard.type(' Фонарь починят до конца месяца.');

  const hints = page.getByRole('region', { name: 'Подсказки' });
  await hints.getByRole('button', { name: /3 подсказки|4 подсказки/ }).click();
  await hints.getByText('Не заполнено: {адрес}').waitFor();
  await hints.getByText('«в целях»: чтобы').waitFor();
  await hints.getByText(/Похоже на обещание: «до конца месяца»/).waitFor();
  await hints.getByRole('button', { name: 'Показать в тексте: {адрес}' }).click();
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString() ?? '')).toContain('{адрес}');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);

  await page.getByText('меры приняты').click();
  await page.getByRole('button', { name: 'Проверить и подписать' }).click();
  const letter = page.getByRole('dialog', { name: 'Как увидит заявитель' });
  expect(await letter.locator('mark').innerText()).toBe('{адрес}');
  await letter.getByRole('button', { name: 'Подписать и отправить' }).waitFor();
  expect([...troubles, ...aide.troubles]).toEqual([]);
});
