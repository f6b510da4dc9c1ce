import { expect, test } from 'vitest';
import { ACCOUNTS, answered, demoDeputy, REGION, registered } from '../src/api.js';
import { NARROW, WIDE, type Window } from '../src/browser.js';
import { choosePlace, giveContact, track, writeLetter } from '../src/portal.js';
import { useStage } from '../src/stage.js';

const stage = useStage();

/** Russian on wide and narrow screens, and one pass in English. */
const PASSES = [
  { name: 'in Russian, 1440 px wide', size: WIDE, locale: 'ru', suffix: '' },
  { name: 'in Russian, 390 px wide', size: NARROW, locale: 'ru', suffix: '-phone' },
  { name: 'in English, 1440 px wide', size: WIDE, locale: 'en', suffix: '-en' },
] as const;
const LETTER = {
  subject: 'Во дворе на Кирова, 12 второй месяц нет света',
  text: 'Здравствуйте!\n\nС конца сентября у нас не горит ни один из трёх фонарей во дворе. Дети идут в школу по темноте, у второго подъезда уже упала пожилая соседка. '
    + 'В управляющую компанию звонили дважды, заявки 1184 и 1297, ответа нет.\n\nПросим помочь: когда починят?',
};
const ANSWER = 'Здравствуйте, Вера Павловна!\n\nВчера была у вас во дворе вместе с инженером управляющей компании. Причина — повреждённый кабель между вторым и третьим подъездом. '
  + 'Кабель заменили сегодня утром, все три фонаря горят, вечером я проверила сама.\n\nЗаявки 1184 и 1297 компания закрывала без выезда: я попросила жилищную инспекцию это проверить, об итогах напишу.';

const DATA = [LETTER.subject, 'Савельева', 'Ольга Викторовна Лебедева', 'Русский', '«Наш город»'];

/** Looks at each screen of a pass and gathers what is wrong, so that one run tells all. */
class Inspection {
  readonly faults: string[] = [];

  constructor(private readonly pass: (typeof PASSES)[number]) {}

  async look(window: Window, name: string, address?: string): Promise<void> {
    if (address) await window.page.goto(address);
    await window.settled();
    const picture = name + this.pass.suffix;
    await window.picture(picture);
    this.faults.push(...(await window.faults(picture)));
    const lang = await window.page.locator('html').getAttribute('lang');
    if (lang !== this.pass.locale) this.faults.push(`${picture}: the page says that it is in ${lang}`);
    if (this.pass.locale === 'ru') return;
    const words = await window.page.locator('h1, nav a, th, legend, main label').allInnerTexts();
    // Names and letters stay in the language in which they were written.
    const russian = words.filter((text) => /[а-яё]/i.test(text) && !DATA.some((written) => text.includes(written)));
    if (russian.length > 0) this.faults.push(`${picture}: in Russian are ${russian.slice(0, 5).join(' | ')}`);
  }
}

test.each(PASSES)('every screen of the portal is sound $name', { timeout: 180_000 }, async (pass) => {
  const inspection = new Inspection(pass);
  const deputy = await demoDeputy();
  const sent = await answered(LETTER, ANSWER);
  const window = await stage.open(pass.size);
  const { page } = window;
  await page.goto('/');
  await window.speak(pass.locale);
  await inspection.look(window, 'portal-home', '/');
  await window.speak('ru');
  await page.goto('/write');
  await choosePlace(page, { region: REGION.name, deputy: deputy.name });
  await writeLetter(page, LETTER);
  await giveContact(page, { name: 'Вера Павловна Орлова', email: 'vera@example.test' });
  await window.speak(pass.locale);
  await inspection.look(window, 'portal-write-place', '/write');
  await inspection.look(window, 'portal-write', '/write/letter');
  await inspection.look(window, 'portal-write-contact', '/write/contact');
  await inspection.look(window, 'portal-write-check', '/write/check');
  await page.getByRole('button', { name: /^(Отправить|Send)$/ }).click();
  await page.waitForURL('**/write/sent');
  await inspection.look(window, 'portal-sent');
  await page.goto('/write');
  await page.locator('main form button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await inspection.look(window, 'portal-write-problems');
  await inspection.look(window, 'portal-track-form', '/track');
  await window.speak('ru');
  await track(page, sent);
  await window.speak(pass.locale);
  await page.reload();
  await page.getByText(LETTER.subject).first().waitFor();
  await inspection.look(window, 'portal-track');
  await inspection.look(window, 'portal-mark', sent.link);
  await inspection.look(window, 'portal-mark-given', `${sent.link}?mark=5`);
  await inspection.look(window, 'portal-mark-unknown', '/feedback/unknown');
  await inspection.look(window, 'portal-not-found', '/no-such-page');
  expect(inspection.faults).toEqual([]);
});

test.each(PASSES)('every screen of the staff is sound $name', { timeout: 180_000 }, async (pass) => {
  const inspection = new Inspection(pass);
  const deputy = await demoDeputy();
  const window = await stage.open(pass.size);
  const { page } = window;
  await page.goto('/admin/sign-in');
  await window.speak(pass.locale);
  await inspection.look(window, 'console-sign-in', '/admin/sign-in');
  await window.signIn(ACCOUNTS.administrator);
  await inspection.look(window, 'console-start-administrator', '/admin/');
  await inspection.look(window, 'console-appeals', '/admin/appeals');
  await inspection.look(window, 'console-feedback', '/admin/feedback');
  await inspection.look(window, 'console-rating', '/admin/rating');
  await inspection.look(window, 'console-rating-explanation', `/admin/rating/${deputy.id}`);
  await inspection.look(window, 'console-deputies', '/admin/deputies');
  await inspection.look(window, 'console-deputy', `/admin/deputies/${deputy.id}`);
  await inspection.look(window, 'console-rollout', '/admin/rollout');
  await inspection.look(window, 'console-outbox', '/admin/outbox');
  await page.getByRole('main').getByRole('link').first().click();
  await page.getByRole('dialog').waitFor();
  await inspection.look(window, 'console-outbox-mail');
  await inspection.look(window, 'console-accounts', '/admin/accounts');
  await inspection.look(window, 'console-invitations', '/admin/accounts/invitations');
  await inspection.look(window, 'console-profile', '/admin/profile');
  await inspection.look(window, 'console-personal-data', '/admin/personal-data');
  await inspection.look(window, 'console-partners', '/admin/partners');
  await page.getByRole('main').getByRole('link', { name: '«Наш город»' }).first().click();
  await page.waitForURL(/partners\/./);
  await inspection.look(window, 'console-partner');
  for (const tab of ['usage', 'webhooks']) await inspection.look(window, `console-partner-${tab}`, `${new URL(page.url()).pathname}?tab=${tab}`);
  await inspection.look(window, 'console-empty', '/admin/appeals?search=нетакихслов');
  await inspection.look(window, 'console-not-found', '/admin/no-such-page');
  expect(inspection.faults).toEqual([]);
});

test.each(PASSES)('every screen of the moderator and of the deputy is sound $name', { timeout: 180_000 }, async (pass) => {
  const inspection = new Inspection(pass);
  const own = await registered(LETTER);
  const moderator = await stage.openAs(ACCOUNTS.moderator, pass.size);
  await moderator.speak(pass.locale);
  await inspection.look(moderator, 'console-start', '/admin/');
  await moderator.page.goto('/admin/queue');
  await moderator.page.getByRole('option').first().waitFor();
  if (pass.size === NARROW) {
    await inspection.look(moderator, 'console-queue-list');
    await moderator.page.getByRole('option').first().click();
  }
  await moderator.page.locator('#letter-subject').waitFor();
  await inspection.look(moderator, 'console-queue');
  if (pass.size === NARROW) {
    await moderator.page.getByRole('button', { name: 'Решить' }).click();
    await inspection.look(moderator, 'console-queue-decision');
  } else {
    await moderator.page.keyboard.press('r');
    await moderator.page.getByRole('heading', { level: 3 }).waitFor();
    await inspection.look(moderator, 'console-queue-reject');
  }

  const deputy = await stage.openAs(ACCOUNTS.deputy, pass.size);
  await deputy.speak(pass.locale);
  await inspection.look(deputy, 'console-start-deputy', '/admin/');
  await inspection.look(deputy, 'console-inbox', '/admin/inbox');
  await deputy.page.goto(`/admin/appeals/${own.id}`);
  const words = deputy.page.getByRole('textbox', { name: /^(Текст ответа|Text of the answer)$/ });
  await words.fill(ANSWER);
  await deputy.page.getByText(/^(меры приняты|measures taken)$/i).click();
  await deputy.page.getByText(/^(сохранено|saved)/).waitFor();
  await deputy.page.evaluate(() => scrollTo(0, 0));
  await inspection.look(deputy, 'console-appeal');
  await deputy.page.getByRole('button', { name: /^(Проверить и подписать|Check and sign)/ }).click();
  await deputy.page.getByRole('dialog').waitFor();
  await inspection.look(deputy, 'console-answer-preview');
  await inspection.look(deputy, 'console-rating-own', '/admin/rating/me');
  expect(inspection.faults).toEqual([]);
});

// The faults of every screen hold what the browser refused by the content security policy: this proves that they would.
test.each(['/', '/admin/sign-in'])('a style or a script that does not come from us is refused at %s, and a screen with it is not sound', async (address) => {
  const window = await stage.open(WIDE);
  await window.page.goto(address);
  await window.settled();
  expect(await window.faults(address)).toEqual([]);
  await window.page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'h1 { letter-spacing: 9px }' }));
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.stranger = true' }));
  });
  expect(await window.page.evaluate(() => [getComputedStyle(document.querySelector('h1')!).letterSpacing === '9px', 'stranger' in globalThis])).toEqual([false, false]);
  expect((await window.faults(address)).filter((fault) => /Content Security Policy/i.test(fault))).toHaveLength(2);
});
