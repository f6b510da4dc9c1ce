import { expect, test } from 'vitest';
import { ACCOUNTS, submit, unique } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { letterIsShown } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('a misspelt word finds the letter from everywhere, says what it was taken for, and shows where it stands', async () => {
  const sent = await submit({ subject: unique('Дирижабль над двором'), text: 'Над нашим двором второй день висит дирижабль, дети боятся выходить.' });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await page.keyboard.press('/');
  await page.keyboard.type('дирежабли');
  await page.keyboard.press('Enter');
  await page.getByText('Искали также: дирижабль').waitFor();
  await page.getByRole('link', { name: sent.subject }).waitFor();
  await expect.poll(() => page.locator('mark').allTextContents()).toContain('дирижабль');
  expect(new URL(page.url()).searchParams.get('search')).toBe('дирежабли');
  await page.reload();
  await page.getByRole('link', { name: sent.subject }).waitFor();

  await page.goto(`/admin/queue?search=${encodeURIComponent('lbhb;f,km')}`);
  await page.getByText('Искали также: дирижабль').waitFor();
  await letterIsShown(page, sent.subject);
  expect(troubles).toEqual([]);
});

test('on a phone the passages fit, and a search that finds nothing says what to do', async () => {
  const sent = await submit({ subject: unique('Верблюд на газоне'), text: 'Цирк привязал верблюда на газоне у нашего подъезда, он ест сирень и никого не пускает.' });
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator, NARROW);
  await page.goto(`/admin/appeals?search=${encodeURIComponent('верблюды на газонах')}`);
  await page.getByRole('link', { name: sent.subject }).waitFor();
  await expect.poll(() => page.locator('mark').allTextContents()).toContain('верблюда');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.goto(`/admin/appeals?search=${encodeURIComponent('щщщыыыъъъ')}`);
  await page.getByRole('heading', { name: 'По этому отбору ничего нет' }).waitFor();
  expect(troubles).toEqual([]);
});
