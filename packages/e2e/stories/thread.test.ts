import { expect, test } from 'vitest';
import { ACCOUNTS, submit, unique } from '../src/api.js';
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
