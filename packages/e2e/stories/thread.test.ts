import { expect, test } from 'vitest';
import { ACCOUNTS, graphql, registered, sessionOf, submit, unique } from '../src/api.js';
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
  await page.getByRole('button', { name: 'Принять', exact: true }).waitFor();

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
  const selected = (): Promise<string> => page.evaluate(() => window.getSelection()?.toString() ?? '');
  await expect.poll(selected).toBe('{адрес}');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Фонарь починят до конца месяца.');

  const hints = page.getByRole('region', { name: 'Подсказки' });
  await hints.getByRole('button', { name: /3 подсказки|4 подсказки/ }).click();
  await hints.getByText('Не заполнено: {адрес}').waitFor();
  await hints.getByText('«в целях»: чтобы').waitFor();
  await hints.getByText(/Похоже на обещание: «до конца месяца»/).waitFor();
  await hints.getByRole('button', { name: 'Показать в тексте: {адрес}' }).click();
  await expect.poll(selected).toBe('{адрес}');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);

  await page.getByText('меры приняты').click();
  await page.getByRole('button', { name: 'Проверить и подписать' }).click();
  const letter = page.getByRole('dialog', { name: 'Как увидит заявитель' });
  expect(await letter.locator('mark').innerText()).toBe('{адрес}');
  await letter.getByRole('button', { name: 'Подписать и отправить' }).waitFor();
  expect([...troubles, ...aide.troubles]).toEqual([]);
});

test('a deputy confirms a promise with the signature; it stands with the answer, in the ledger and before the applicant', async () => {
  const own = await registered({ subject: unique('Сломана лавочка, подъезд') });
  const { page, troubles } = await stage.openAs(ACCOUNTS.deputy);
  await page.goto(`/admin/appeals/${own.id}`);
  const sentence = `Лавочку номер ${own.number.slice(-4)} заменят до конца следующего месяца.`;
  await page.getByText('меры приняты').click();
  await page.getByLabel('Текст ответа').fill(`Вера Павловна, вчера был во дворе. ${sentence}`);
  await page.getByRole('region', { name: 'Подсказки' }).getByText(/Похоже на обещание/).waitFor();
  await page.getByRole('button', { name: 'Проверить и подписать' }).click();
  const letter = page.getByRole('dialog', { name: 'Как увидит заявитель' });
  await letter.getByRole('checkbox', { name: sentence }).check();
  expect(await letter.getByLabel('К какому дню').inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/);
  await letter.getByRole('button', { name: 'Подписать и отправить' }).click();
  await page.getByText('дан ответ', { exact: true }).waitFor();
  await page.getByRole('list', { name: 'Обещано в ответе' }).getByText('ждёт своего дня').waitFor();

  await page.goto('/admin/promises');
  await page.getByRole('row', { name: sentence }).getByText('ждёт своего дня').waitFor();

  const citizen = await stage.open(NARROW);
  await track(citizen.page, own);
  const promises = citizen.page.getByRole('region', { name: 'Что обещано в ответе' });
  await promises.getByText(sentence).waitFor();
  await promises.getByText(/Обещано к\sэтому дню/).waitFor();
  expect([...troubles, ...citizen.troubles]).toEqual([]);
});

/** The worker asks about a promise of the demonstration whose day was yesterday. */
async function promiseMail(): Promise<{ number: string; link: string }> {
  const administrator = await sessionOf(ACCOUNTS.administrator);
  let found = { number: '', link: '' };
  await expect.poll(async () => {
    const { outbox } = await graphql<{ outbox: { edges: { node: { subject: string; text: string | null } }[] } }>(
      'query { outbox(filter: { kind: [PROMISE_DUE] }, first: 50) { edges { node { subject text } } } }', {}, administrator,
    );
    const mail = outbox.edges.find(({ node }) => node.text?.includes('Приеду и проверю сам, что всё сделано.'))?.node;
    found = { number: /\d\d-\d{4}-\d{6}/.exec(mail?.subject ?? '')?.[0] ?? '', link: /\/promise\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '' };
    return found.link;
  }, { timeout: 30_000 }).not.toBe('');
  return found;
}

test('one click in the mail says what became of a promise; to look at the link records nothing, and a used link says so', async () => {
  const { number, link } = await promiseMail();
  const first = await stage.open(NARROW);
  await first.page.goto(link);
  await first.page.getByRole('heading', { name: 'Сделали обещанное?' }).waitFor();
  await first.page.getByText('Приеду и проверю сам, что всё сделано.').waitFor();
  for (const name of ['Да, сделали', 'Частично', 'Нет, не сделали']) {
    const box = await first.page.getByRole('button', { name }).boundingBox();
    expect(box!.height).toBeGreaterThanOrEqual(44);
    expect(box!.width).toBeGreaterThan(300);
  }
  expect(await first.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await first.page.getByRole('button', { name: 'English' }).click();
  await first.page.getByRole('heading', { name: 'Was it done?' }).waitFor();

  const clicked = await stage.open(NARROW);
  await clicked.page.goto(`${link}?outcome=partly`);
  await clicked.page.getByRole('heading', { name: 'Спасибо, записали' }).waitFor();
  await clicked.page.reload();
  await clicked.page.getByText('Вы сказали: сделано частично').waitFor();
  const late = await stage.open();
  await late.page.goto(`${link}?outcome=kept`);
  await late.page.getByRole('heading', { name: 'По этой ссылке вы уже ответили' }).waitFor();

  const coordinator = await stage.openAs(ACCOUNTS.coordinator);
  await coordinator.page.goto('/admin/promises?view=broken');
  await coordinator.page.getByRole('row', { name: number }).getByText('сделано частично').waitFor();
  expect([...first.troubles, ...clicked.troubles, ...late.troubles, ...coordinator.troubles]).toEqual([]);
});
