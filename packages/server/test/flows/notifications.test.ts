import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { NewsWriter } from '../../src/notifications/index.js';
import { answers, move, registers, submits, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { inEnglish, mailsOf, tokenIn, workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
let deputy: Person;
let administrator: Person;
let worker: ReturnType<typeof workerOf>;

beforeAll(async () => {
  world = await startWorld('notifications');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK', 'RU-NVS']);
  deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  administrator = await world.staffMember('ADMINISTRATOR');
  worker = workerOf(world);
}, 60_000);
afterAll(() => world.stop());

const OUTBOX = `query($filter: OutboxFilter, $first: Int, $after: String) { outbox(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id kind state to subject text html sentAt error appealNumber } } } }`;
const TRACK = 'query($number: String!, $code: String!) { trackAppeal(number: $number, code: $code) { status version } }';
const GIVE = 'mutation($input: GiveFeedbackInput!) { giveFeedback(input: $input) { feedback { quality } continuation appealNumber errors { code } } }';

const SUBJECT = '<b>Нет света</b> & "тепла"';

/** One appeal through everything that an applicant is told about, and another one for each other end. */
async function everyKind(citizen: Person): Promise<SentAppeal[]> {
  const send = () => submits(citizen, world.psk, { subject: SUBJECT });
  const [answered, rejected, withdrawn] = [await send(), await send(), await send()];
  await registers(moderator, answered, world.psk);
  await answers(deputy, answered);
  await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: rejected.id, version: 1, text: 'На какой улице?\nУ какого дома?' });
  await worker.work();
  await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id: rejected.id, version: 2, reason: 'SPAM', text: 'Похоже на <i>рекламу</i>.' });
  await citizen.ask('mutation($input: WithdrawAppealInput!) { withdrawAppeal(input: $input) { errors { code } } }', { input: { number: withdrawn.number, code: withdrawn.code, version: 1 } });
  await worker.work();
  return [answered, rejected, withdrawn];
}

test.each(['ru', 'en'] as const)('every kind of mail is written in the applicant\'s language: %s', async (locale) => {
  const appeals = await everyKind(locale === 'ru' ? world.citizen : inEnglish(world.citizen));
  const mails = (await Promise.all(appeals.map(({ id }) => mailsOf(world, id)))).flat();
  expect(new Set(mails.map(({ kind }) => kind))).toEqual(
    new Set(['SUBMITTED', 'CLARIFICATION_REQUEST', 'REJECTED', 'REGISTERED', 'ANSWERED', 'FEEDBACK_REMINDER', 'WITHDRAWN']));
  for (const mail of mails) {
    expect(mail).toMatchObject({ state: 'KEPT', to_address: 'petrova@mail.example', attempts: 0 });
    expect(mail.subject).toContain(appeals.find(({ id }) => id === mail.appeal_id)!.number);
    expect(mail.subject).toMatch(locale === 'ru' ? /^Обращение / : /^Appeal /);
    for (const part of [mail.subject, mail.text, mail.html]) expect(part).not.toMatch(/[{}]|undefined|\bnull\b|NaN/);
    expect(mail.html).toContain(`<html lang="${locale}">`);
    expect(mail.html).toContain('&lt;b&gt;Нет света&lt;/b&gt; &amp; &quot;тепла&quot;');
    expect(mail.html).not.toMatch(/<b>|<i>/);
    expect(mail.text).toContain(SUBJECT);
  }
});

test('the first mail has number, code and a link that holds the code; no other mail knows it', async () => {
  const appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
  await worker.work();
  const [first, second] = await mailsOf(world, appeal.id).then((mails) => [mails.find(({ kind }) => kind === 'SUBMITTED'), mails.find(({ kind }) => kind === 'REGISTERED')]);
  expect(first!.text).toContain(`http://127.0.0.1:4000/track/${appeal.number}#code=${appeal.code}\n`);
  expect(second!.text).toContain(`http://127.0.0.1:4000/track/${appeal.number}\n`);
  expect(`${second!.text}${second!.html}`).not.toContain(appeal.code);
  expect(second!.text).toContain('Ответит депутат: Анна Петровна Абрамова');
  expect(second!.text).toContain('Последний день для ответа: пятница, 17\u00A0апреля 2026\u00A0г.');
  expect(second!.text).toMatch(/Почему этот день\? Правило: 30 календарных дней.*19 апреля 2026/);
});

test('one press in the mail opens the mark, once, to the end of the window in the region\'s time', async () => {
  const appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
  await answers(deputy, appeal, 'Починили вчера.\nПроверил сам.');
  await worker.work();
  const mails = await mailsOf(world, appeal.id);
  const letter = mails.find(({ kind }) => kind === 'ANSWERED')!;
  expect(letter.text).toContain('> Починили вчера.\n> Проверил сам.');
  expect(letter.text).toContain('Нет освещения на улице: приняты меры');
  const token = tokenIn(letter.text);
  expect(tokenIn(mails.find(({ kind }) => kind === 'FEEDBACK_REMINDER')!.text)).not.toBe(token);
  expect(await rowsOf(world.database.orm.em.fork()).selectFrom('feedback_link').where('token_hash', '=', token).selectAll().execute()).toEqual([]);

  const invited = await world.citizen.ask('query($token: String!) { feedbackLink(token: $token) { appealNumber validUntil } }', { token });
  // Answered on 20 March, 30 days: the last moment of 19 April in Moscow's time.
  expect(invited.data.feedbackLink).toEqual({ appealNumber: appeal.number, validUntil: '2026-04-19T20:59:59.999Z' });
  const given = await world.citizen.ask(GIVE, { input: { token, quality: 4 } });
  expect(given.data.giveFeedback).toMatchObject({ feedback: { quality: 4 }, appealNumber: appeal.number, errors: [] });
  const again = await world.citizen.ask(GIVE, { input: { token, quality: 1 } });
  expect(again.data.giveFeedback.errors).toEqual([{ code: 'FEEDBACK_LINK_USED' }]);
});

describe('what is not sent', () => {
  test('a reminder to somebody who gave a mark', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await registers(moderator, appeal, world.psk);
    await answers(deputy, appeal);
    await world.citizen.ask(GIVE, { input: { number: appeal.number, code: appeal.code, quality: 5 } });
    await worker.work();
    expect((await mailsOf(world, appeal.id)).map(({ kind }) => kind).sort()).toEqual(['ANSWERED', 'REGISTERED', 'SUBMITTED']);
  });

  test('a reminder after the window', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await registers(moderator, appeal, world.psk);
    await answers(deputy, appeal);
    const day = world.clock.now();
    world.clock.set(new Date('2026-04-19T21:00:00.000Z'));
    await worker.work().finally(() => world.clock.set(day));
    expect((await mailsOf(world, appeal.id)).map(({ kind }) => kind)).not.toContain('FEEDBACK_REMINDER');
  });

  test('a question that was answered before the mail could be written', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: appeal.id, version: 1, text: 'Где?' });
    const { version } = (await world.citizen.ask(TRACK, appeal as never)).data.trackAppeal;
    await world.citizen.ask('mutation($input: ClarifyAppealInput!) { clarifyAppeal(input: $input) { errors { code } } }', { input: { number: appeal.number, code: appeal.code, version, text: 'Там.' } });
    await worker.work();
    expect((await mailsOf(world, appeal.id)).map(({ kind }) => kind)).toEqual(['SUBMITTED']);
  });

  test('anything to somebody without an e-mail', async () => {
    const appeal = await submits(world.citizen, world.psk, { applicant: { name: 'Пётр', phone: '+7 900 000-00-00' } });
    await worker.work();
    expect(await mailsOf(world, appeal.id)).toEqual([]);
  });

  test('the same news twice, when a job runs again after a crash', async () => {
    const appeal = await submits(world.citizen, world.psk);
    const { orm, reference, rules, clock, config, vault } = worker.parts;
    const writer = new NewsWriter(orm, reference, rules, clock, config, vault);
    const job = { appealId: appeal.id, news: 'SUBMITTED', code: appeal.code } as const;
    const ids = await Promise.all([writer.tell(job), writer.tell(job), writer.tell(job)]);
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    await worker.work();
    expect(await mailsOf(world, appeal.id)).toHaveLength(1);
  });
});

describe('rounds of the clock', () => {
  test('an appeal whose clarification did not come is closed, and its applicant is told why', async () => {
    const appeal = await submits(world.citizen, world.psk);
    await move(moderator, 'requestClarification', 'RequestClarificationInput', { id: appeal.id, version: 1, text: 'Где?' });
    const day = world.clock.now();
    await worker.round('lapse_clarifications');
    expect((await world.citizen.ask(TRACK, appeal as never)).data.trackAppeal.status).toBe('CLARIFICATION');
    world.clock.set(new Date('2026-03-24T09:00:00.000Z'));
    await worker.round('lapse_clarifications').finally(() => world.clock.set(day));
    expect((await world.citizen.ask(TRACK, appeal as never)).data.trackAppeal.status).toBe('REJECTED');
    expect((await mailsOf(world, appeal.id)).find(({ kind }) => kind === 'REJECTED')!.text).toContain('> Мы просили вас уточнить обращение, но ответа не получили.');
  });

  test('an unmarked answer is closed when the window is over where the appeal is, not where the server is', async () => {
    const other = await world.staffMember('DEPUTY', [], world.nvs.deputies[0]!.id);
    const [pskov, novosibirsk] = [await submits(world.citizen, world.psk), await submits(world.citizen, world.nvs)];
    await registers(moderator, pskov, world.psk);
    await registers(moderator, novosibirsk, world.nvs);
    await answers(deputy, pskov);
    await answers(other, novosibirsk);
    const day = world.clock.now();
    const statuses = async () => (await rowsOf(world.database.orm.em.fork()).selectFrom('appeal').where('id', 'in', [pskov.id, novosibirsk.id]).orderBy('region_code').select('status').execute())
      .map(({ status }) => status);
    world.clock.set(new Date('2026-04-19T16:59:00.000Z'));
    await worker.round('close_feedback_windows');
    expect(await statuses()).toEqual(['ANSWERED', 'ANSWERED']);
    world.clock.set(new Date('2026-04-19T17:30:00.000Z'));
    await worker.round('close_feedback_windows');
    expect(await statuses()).toEqual(['CLOSED', 'ANSWERED']);
    world.clock.set(new Date('2026-04-19T21:00:00.000Z'));
    await worker.round('close_feedback_windows').finally(() => world.clock.set(day));
    expect(await statuses()).toEqual(['CLOSED', 'CLOSED']);
    const history = await rowsOf(world.database.orm.em.fork()).selectFrom('history_entry').where('appeal_id', '=', pskov.id).orderBy('position', 'desc').limit(1).selectAll().execute();
    expect(history).toMatchObject([{ move: 'CLOSE', actor_kind: 'SYSTEM', reason: 'WINDOW_OVER', from_status: 'ANSWERED', to_status: 'CLOSED' }]);
  });
});

describe('the outbox', () => {
  test('an administrator reads what is kept and finds it by number or address; the address itself stays hidden', async () => {
    const appeal = await submits(world.citizen, world.psk, { applicant: { name: 'Вера', email: 'vera@letters.example' } });
    await worker.work();
    for (const search of [appeal.number, 'VERA@letters.example']) {
      const { data, raw } = await administrator.ask(OUTBOX, { filter: { search, kind: ['SUBMITTED'], state: 'KEPT' } });
      expect(data.outbox.totalCount, raw).toBe(1);
      expect(data.outbox.edges[0].node).toMatchObject({ kind: 'SUBMITTED', state: 'KEPT', to: 'v•••@letters.example', appealNumber: appeal.number, sentAt: null, error: null });
      expect(data.outbox.edges[0].node.text).toContain(appeal.code);
      expect(data.outbox.edges[0].node.html).toContain('<!doctype html>');
    }
    expect((await administrator.ask(OUTBOX, { filter: { search: '%' } })).data.outbox.totalCount).toBe(0);
  });

  test('pages follow one another without a double', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: any } = await administrator.ask(OUTBOX, { first: 4, after }); // oxlint-disable-line no-explicit-any -- as the query names it
      seen.push(...data.outbox.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = data.outbox.pageInfo.hasNextPage ? data.outbox.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.length).toBe((await administrator.ask(OUTBOX)).data.outbox.totalCount);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test.each(['MODERATOR', 'COORDINATOR', 'ANALYST', 'DEPUTY', 'AIDE'] as const)('a %s cannot read it', async (role) => {
    const person = await world.staffMember(role, role === 'MODERATOR' || role === 'COORDINATOR' ? ['RU-PSK'] : [], role === 'DEPUTY' || role === 'AIDE' ? world.psk.deputies[0]!.id : null);
    expect((await person.ask(OUTBOX)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  test('a citizen cannot read it', async () => {
    expect((await world.citizen.ask(OUTBOX)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
