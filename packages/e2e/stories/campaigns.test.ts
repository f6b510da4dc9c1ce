import { expect, test } from 'vitest';
import { ACCOUNTS, submit, unique } from '../src/api.js';
import { letterIsShown, letterRow, openQueue } from '../src/console.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

test('letters about one thing are one campaign: a person takes one out, confirms the others and accepts them together', async () => {
  const words = unique('Кавказская тропа размыта');
  const house = Number(words.slice(-2)) + 100;
  const text = `На улице Ермолаева, дом ${house}, оползень разрушил пешеходную лестницу к роднику, пенсионеры не могут набрать воды. Просим восстановить лестницу и перила.`;
  const sent = [
    await submit({ subject: `${words} первый`, text, email: 'one@example.test' }),
    await submit({ subject: `${words} второй`, text: `${text} Сама хожу с палочкой, упала там в четверг.`, email: 'two@example.test' }),
    await submit({ subject: `${words} третий`, text, email: 'three@example.test' }),
  ];
  const { page, troubles } = await stage.openAs(ACCOUNTS.moderator);
  await openQueue(page, words);
  await letterRow(page, `${words} первый`).click();
  await letterIsShown(page, `${words} первый`);
  const campaign = page.getByRole('region', { name: 'Массовое обращение' });
  await campaign.getByText('Ждут 3 письма об одном и том же.').waitFor({ timeout: 50_000 });
  await campaign.getByRole('button', { name: 'Показать все' }).or(campaign.getByRole('link', { name: 'Показать все' })).click();
  await expect.poll(() => page.url()).toContain('campaign=');
  await expect.poll(() => letterRow(page, words).count()).toBe(3);

  await letterRow(page, `${words} третий`).click();
  await letterIsShown(page, `${words} третий`);
  await campaign.getByRole('button', { name: 'Отделить это' }).click();
  await page.getByText('Готово 1 письмо').first().waitFor();
  await letterRow(page, `${words} первый`).click();
  await letterIsShown(page, `${words} первый`);
  await campaign.getByText('Ждут 2 письма').waitFor();
  await campaign.getByRole('button', { name: 'Подтвердить' }).click();
  await campaign.getByText('Подтверждено.').waitFor();
  await campaign.getByRole('button', { name: 'Принять все: 2' }).click();
  await page.getByText(`Зарегистрировано: ${sent[0]!.number}`).waitFor();
  expect(troubles).toEqual([]);
}, 120_000);
