import { expect, test } from 'vitest';
import { ACCOUNTS, found, graphql, registered, sessionOf, unique, type Submitted } from '../src/api.js';
import { NARROW } from '../src/browser.js';
import { track } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

/** Letters about one thing that a moderator has put together, all with the demonstration's deputy. */
async function campaign(count: number): Promise<{ id: string; letters: (Submitted & { id: string })[] }> {
  const subject = unique('Нет воды с субботы, дом');
  const letters: (Submitted & { id: string })[] = [];
  for (let at = 1; at <= count; at += 1) letters.push(await registered({ subject: `${subject}, квартира ${at}` }));
  const moderator = await sessionOf(ACCOUNTS.moderator);
  const { joinCampaign } = await graphql<{ joinCampaign: { campaign: { id: string }; errors: unknown[] } }>(
    'mutation($input: JoinCampaignInput!) { joinCampaign(input: $input) { campaign { id } errors { code } } }', { input: { appealIds: letters.map(({ id }) => id) } }, moderator,
  );
  expect(joinCampaign.errors).toEqual([]);
  return { id: joinCampaign.campaign.id, letters };
}

test('a deputy answers a campaign once on the phone, with a paragraph for one, and reads what became of each', { timeout: 120_000 }, async () => {
  const { letters } = await campaign(3);
  const window = await stage.openAs(ACCOUNTS.deputy, NARROW);
  const { page } = window;
  await page.goto(`/admin/appeals/${letters[0]?.id}`);
  await page.getByRole('link', { name: 'Ответить всем сразу' }).click();
  await page.getByText(/^3 письма об одном/).waitFor();

  await page.getByRole('button', { name: 'Проверить и подписать: 3' }).click();
  await page.getByText('Выберите результат').waitFor();
  await page.getByText('Напишите общий текст').waitFor();
  expect(await window.faults('the answer to a campaign, with what it lacks')).toEqual([]);
  await page.getByText('меры приняты', { exact: true }).click();
  const common = page.getByLabel('Общий текст');
  await common.fill('Авария устранена, воду дали вчера в 18:40.');
  const paragraphs = page.getByLabel(/^Личный абзац для/);
  await paragraphs.first().fill('Вера Павловна, перерасчёт за шесть дней придёт в декабре.');
  await page.getByRole('checkbox', { name: new RegExp(letters[2]?.number ?? '') }).uncheck();

  await page.reload();
  await expect.poll(() => common.inputValue()).toBe('Авария устранена, воду дали вчера в 18:40.');
  expect(await paragraphs.first().inputValue()).toContain('перерасчёт');
  await window.picture('console-campaign-answer-phone');

  await page.getByRole('button', { name: 'Проверить и подписать: 2' }).click();
  const preview = page.getByRole('dialog', { name: 'Как увидит заявитель' });
  await preview.getByText(/перерасчёт за шесть дней/).waitFor();
  expect(await window.faults('the preview of an answer to a campaign')).toEqual([]);
  await window.picture('console-campaign-preview-phone');
  await preview.getByRole('button', { name: 'Дальше' }).click();
  await preview.getByText('Письмо 2 из 2').waitFor();
  expect(await preview.getByText(/перерасчёт/).count()).toBe(0);
  // Meanwhile one of the letters is sent back: that one is refused, the other is signed.
  const second = letters[1];
  const deputy = await sessionOf(ACCOUNTS.deputy);
  const { version } = await found(second ?? { number: '' }, deputy);
  await graphql('mutation($input: BeginAppealInput!) { beginAppeal(input: $input) { errors { code } } }', { input: { id: second?.id, version } }, deputy);
  await preview.getByRole('button', { name: 'Подписать и отправить: 2' }).click();
  const outcome = page.getByRole('region', { name: 'Что получилось' });
  await outcome.getByText(/Подписан 1 ответ\. 1 письмо осталось/).waitFor();
  await window.picture('console-campaign-outcome-phone');
  expect(await window.faults('what became of each')).toEqual([]);

  // The words are still there for the one that is left.
  await page.getByRole('button', { name: 'Проверить и подписать: 1' }).click();
  await preview.getByRole('button', { name: 'Подписать и отправить: 1' }).click();
  await outcome.getByText('Подписан 1 ответ.', { exact: true }).waitFor();

  const citizen = await stage.open();
  const first = letters[0];
  if (first) await track(citizen.page, first);
  await citizen.page.getByText(/перерасчёт за шесть дней/).waitFor();
  await citizen.page.getByText(/Авария устранена/).waitFor();
  expect([...window.troubles, ...citizen.troubles]).toEqual([]);
});

test('an aide prepares a draft for each letter, and writes over nobody', async () => {
  const { id, letters } = await campaign(2);
  const window = await stage.openAs(ACCOUNTS.aide);
  const { page } = window;
  const [first, second] = letters;
  const deputy = await sessionOf(ACCOUNTS.deputy);
  await graphql('mutation($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { errors { code } } }', { input: { appealId: second?.id, text: 'Пишу сама.', questions: [] } }, deputy);
  await page.goto(`/admin/campaigns/${id}`);
  await page.getByLabel('Общий текст').fill('Воду дали вчера.');
  await window.picture('console-campaign-answer-aide');
  expect(await window.faults('an aide at a campaign')).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Сохранён 1 черновик/).waitFor();
  const draftOf = async (appeal: { id: string } | undefined): Promise<string> =>
    (await graphql<{ appeal: { draft: { text: string } } }>('query($id: ID!) { appeal(id: $id) { draft { text } } }', { id: appeal?.id }, deputy)).appeal.draft.text;
  expect(await draftOf(first)).toBe('Воду дали вчера.');
  expect(await draftOf(second)).toBe('Пишу сама.');
  expect(window.troubles).toEqual([]);
});

test('templates and hints help with the common words and with a paragraph, and what is not the same for all is seen to be open', { timeout: 120_000 }, async () => {
  const { id, letters } = await campaign(2);
  const [title, deputy] = [unique('Авария'), await sessionOf(ACCOUNTS.deputy)];
  await graphql('mutation($input: CreateTemplateInput!) { createTemplate(input: $input) { errors { code } } }', { input: { scope: 'PERSON', purpose: 'ANSWER', title, text: '{имя}, на письмо {номер} отвечаю: в целях ремонта воду отключали.' } }, deputy);
  const own = await stage.openAs(ACCOUNTS.deputy, NARROW);
  const { page } = own;
  await page.goto(`/admin/campaigns/${id}`);
  const common = page.getByLabel('Общий текст');
  await common.focus();
  const choose = async () => {
    await page.getByRole('combobox', { name: 'Найти шаблон' }).fill(title);
    await page.getByRole('option', { name: title }).waitFor();
    await page.keyboard.press('Enter');
  };
  await page.keyboard.press('Control+/');
  await choose();
  // Both letters are of one person, and each has a number of its own.
  await expect.poll(() => common.inputValue()).toBe('Вера Павловна, на письмо {номер} отвечаю: в целях ремонта воду отключали.');
  const hints = page.getByRole('region', { name: 'Подсказки' });
  await hints.getByRole('button', { name: /подсказ/ }).click();
  await hints.getByText('Не заполнено: {номер}').waitFor();
  await hints.getByText('«в целях»: чтобы').waitFor();
  await hints.getByRole('button', { name: 'Показать в тексте: {номер}' }).click();
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe('{номер}');

  await page.getByRole('button', { name: /^Шаблон личного абзаца для/ }).first().click();
  await choose();
  await expect.poll(() => page.getByLabel(/^Личный абзац для/).first().inputValue()).toContain(`на письмо ${letters[0]?.number} отвечаю`);
  expect(await own.faults('templates and hints for a campaign')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await page.getByRole('button', { name: 'Как получит' }).first().click();
  await page.getByRole('dialog', { name: 'Как увидит заявитель' }).locator('mark').getByText('{номер}').waitFor();
  expect(own.troubles).toEqual([]);
});
