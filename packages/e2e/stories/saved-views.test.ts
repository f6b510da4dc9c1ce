import { expect, test } from 'vitest';
import { ACCOUNTS, unique } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('a coordinator keeps a list for the region, changes and deletes it; a colleague has it on the phone', async () => {
  const name = unique('Жалобы');
  const window = await stage.openAs(ACCOUNTS.coordinator);
  const { page } = window;
  await page.goto('/admin/queue?kind=COMPLAINT');
  await page.getByRole('button', { name: 'Сохранить подборку' }).click();
  await page.getByRole('textbox', { name: 'Название' }).fill(name);
  await page.getByRole('combobox', { name: 'Кому видна' }).click();
  await page.getByRole('option', { name: 'Новосибирская область' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить', exact: true }).click();
  const tab = page.getByRole('link', { name });
  await tab.waitFor();

  // A filter more is a change of the view, until it is given up.
  await page.goto(page.url().replace('kind=COMPLAINT', 'kind=COMPLAINT,APPLICATION'));
  await tab.getByText('изменена').waitFor();
  const faults = await window.faults('console-queue-view');
  await window.picture('console-queue-view');
  await page.getByRole('button', { name: `Действия с подборкой «${name}»` }).click();
  await page.getByRole('menuitem', { name: 'Вернуть как было' }).click();
  await expect.poll(() => page.url()).not.toContain('APPLICATION');
  await expect.poll(() => tab.getByText('изменена').count()).toBe(0);

  const phone = await stage.openAs(ACCOUNTS.moderator, NARROW);
  await phone.page.goto('/admin/queue');
  await phone.page.getByRole('link', { name }).click();
  await expect.poll(() => phone.page.url()).toContain('kind=COMPLAINT');
  await phone.page.getByRole('button', { name: `Действия с подборкой «${name}»` }).waitFor();
  faults.push(...(await phone.faults('console-queue-view-phone')));
  await phone.picture('console-queue-view-phone');

  await page.getByRole('button', { name: `Действия с подборкой «${name}»` }).click();
  await page.getByRole('menuitem', { name: 'Удалить' }).click();
  await page.getByText(`Подборка «${name}» удалена`).waitFor();
  await expect.poll(() => tab.count()).toBe(0);
  await page.getByRole('button', { name: 'Вернуть', exact: true }).click();
  await tab.waitFor();
  expect(faults).toEqual([]);
}, 120_000);
