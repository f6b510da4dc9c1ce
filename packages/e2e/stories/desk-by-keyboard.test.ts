import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ACCOUNTS, demoDeputy, found, graphql, sessionOf, submit, TOPIC, type Submitted } from '../src/api.js';
import { plainLetter } from '../src/letters.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

/** How many letters a moderator goes through; `LETTERS=100` for a long day. */
const LETTERS = Number(process.env['LETTERS'] ?? 20);
/** What is decided about ten letters in a row. */
const DAY = ['accept', 'accept', 'otherTopic', 'accept', 'reject', 'accept', 'accept', 'otherTopic', 'clarify', 'accept'] as const;
type Plan = (typeof DAY)[number];
const STATUS: Record<Plan, string> = { accept: 'REGISTERED', otherTopic: 'REGISTERED', reject: 'REJECTED', clarify: 'CLARIFICATION' };

/** Presses keys and counts them; a chord counts each of its keys. Words that are typed are counted apart: a person must write them anyhow. */
class Hands {
  pressed = 0;

  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.pressed += key.split('+').length;
      await this.page.keyboard.press(key);
    }
  }

  async write(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }
}

interface Letter extends Submitted {
  plan: Plan;
}

/** The number of the letter that is read; empty while none is there. */
const numberOnDesk = async (page: Page): Promise<string> => (await page.getByRole('region', { name: 'Письмо' }).getByRole('definition').allInnerTexts()).at(-1) ?? '';

/** The same once the decision stands beside it. */
async function letterOnDesk(page: Page): Promise<string> {
  await page.getByRole('region', { name: 'Решение' }).getByRole('button', { name: 'Принять', exact: true }).waitFor();
  return numberOnDesk(page);
}

const suggestedTopics = (page: Page) => page.getByRole('group', { name: 'Похожие темы' }).getByRole('listitem');

/** Decides as planned; returns the topic that was taken instead of the likeliest. */
async function decide(page: Page, hands: Hands, plan: Plan): Promise<string | null> {
  switch (plan) {
    case 'accept':
      await hands.press('Enter');
      return null;
    case 'otherTopic': {
      const other = await suggestedTopics(page).nth(1).locator('span').first().innerText();
      await hands.press('2', 'Enter');
      return other;
    }
    case 'reject':
      await hands.press('r');
      await page.getByLabel('Письмо заявителю').waitFor();
      await hands.press('Control+Enter');
      return null;
    case 'clarify':
      await hands.press('u');
      await page.getByLabel('Сообщение заявителю').waitFor();
      await hands.write('Укажите, пожалуйста, подъезд.');
      await hands.press('Control+Enter');
      return null;
  }
}

async function where(letters: readonly Submitted[], cookie: string): Promise<Map<string, { status: string; topic: string | undefined }>> {
  const stands = new Map<string, { status: string; topic: string | undefined }>();
  for (const { number } of letters) {
    const { id } = await found({ number }, cookie);
    const { appeal } = await graphql<{ appeal: { status: string; topic: { name: string } | null } }>('query($id: ID!) { appeal(id: $id) { status topic { name } } }', { id }, cookie);
    stands.set(number, { status: appeal.status, topic: appeal.topic?.name });
  }
  return stands;
}

test(`${LETTERS} letters are moderated by keyboard alone, with at most three keys for each plain one`, { timeout: 60_000 + LETTERS * 8000 }, async () => {
  const letters: Letter[] = [];
  const mark = `ЗВ${randomInt(10_000_000, 99_999_999)}`;
  const send = async (at: number, plan: Plan) => letters.push({ ...(await submit(plainLetter(at, mark, plan === 'reject'))), plan });
  for (let at = 0; at < LETTERS; at += 1) await send(at, DAY[at % DAY.length] ?? 'accept');
  const moderator = await sessionOf(ACCOUNTS.moderator);
  const window = await stage.openAs(ACCOUNTS.moderator);
  const { page } = window;
  const hands = new Hands(page);
  await page.goto(`/admin/queue?sort=newest&search=${mark}`);
  await letterOnDesk(page);

  const todo = new Map(letters.map((letter) => [letter.number, letter]));
  const otherTopics = new Map<string, string>();
  const tooMany: string[] = [];

  const oneLetter = async (): Promise<void> => {
    const number = await letterOnDesk(page);
    const letter = todo.get(number);
    if (!letter) {
      // Somebody else's: walked past.
      await hands.press('j');
      await expect.poll(() => numberOnDesk(page), { timeout: 15_000 }).not.toBe(number);
      return;
    }
    // Just sent, it is still being looked through: the deputy comes a moment after the topics.
    await suggestedTopics(page).first().waitFor();
    await page.getByText(/^Предложен: /).waitFor({ timeout: 60_000 });
    const before = hands.pressed;
    const other = await decide(page, hands, letter.plan);
    if (other) otherTopics.set(number, other);
    if (letter.plan !== 'clarify' && hands.pressed - before > 3) tooMany.push(`${letter.plan}: ${letter.subject}`);
    todo.delete(number);
    await page.getByText(letter.number).first().waitFor();
    await expect.poll(() => numberOnDesk(page), { timeout: 15_000 }).not.toBe(number);
  };

  while (todo.size > LETTERS / 2) await oneLetter();

  // Meanwhile two letters come, and a colleague takes one that lies ahead: neither moves what stands under the eyes.
  const shown = await letterOnDesk(page);
  await send(LETTERS, 'accept');
  await send(LETTERS + 1, 'accept');
  await page.getByRole('button', { name: /^2 новых/ }).waitFor();
  const colleagues = [...todo.values()].findLast(({ number, plan }) => number !== shown && plan === 'accept');
  if (colleagues) {
    const { id, version } = await found(colleagues, await sessionOf(ACCOUNTS.coordinator));
    const input = { id, version, topicCode: TOPIC.code, deputyId: (await demoDeputy()).id, kind: 'APPLICATION' };
    await graphql('mutation($input: RegisterAppealInput!) { registerAppeal(input: $input) { errors { code } } }', { input }, await sessionOf(ACCOUNTS.coordinator));
    todo.delete(colleagues.number);
    await page.getByRole('option', { name: colleagues.subject }).getByText('зарегистрировано').waitFor();
  }
  expect(await numberOnDesk(page)).toBe(shown);
  while (todo.size > 0) await oneLetter();

  // The new ones are asked for by a key, and stand above.
  for (const letter of letters.slice(LETTERS)) todo.set(letter.number, letter);
  await hands.press('g');
  while (todo.size > 0) {
    const number = await letterOnDesk(page);
    if (todo.has(number)) await oneLetter();
    else {
      await hands.press('k');
      await expect.poll(() => numberOnDesk(page), { timeout: 15_000 }).not.toBe(number);
    }
  }

  const stands = await where(letters, moderator);
  expect(letters.filter(({ number, plan }) => stands.get(number)?.status !== STATUS[plan]).map(({ number, subject, plan }) => `${plan}: ${subject}, ${stands.get(number)?.status}`)).toEqual([]);
  expect([...otherTopics].filter(([number, topic]) => stands.get(number)?.topic !== topic)).toEqual([]);
  expect(tooMany).toEqual([]);
  expect(window.troubles).toEqual([]);
  if (process.env['LETTERS']) console.log(`${letters.length} letters, ${hands.pressed} keys`);
});
