import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { addJob, type JobName } from '../../src/shared/jobs.js';
import { answers, move, registers, submits, versionOf, type SentAppeal } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { decoded, forgetJobs, mailServer, mailsOf, workerOf } from './notifications.fixture.js';

let world: World;
let moderator: Person;
const people: Record<'deputy' | 'aide' | 'coordinator' | 'other', Person> = {} as never;
const emails: Record<string, string> = {};
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  world = await startWorld('staff_news');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  const [own, other] = world.psk.deputies;
  people.deputy = await world.staffMember('DEPUTY', [], own!.id);
  people.aide = await world.staffMember('AIDE', [], own!.id);
  people.coordinator = await world.staffMember('COORDINATOR', ['RU-PSK']);
  people.other = await world.staffMember('DEPUTY', [], other!.id);
  for (const [name, person] of Object.entries({ ...people, moderator })) emails[name] = (await person.ask('{ me { email } }')).data.me.email;
}, 60_000);
beforeEach(async () => {
  await forgetJobs(world);
  await db().deleteFrom('digest_item').execute();
  await db().deleteFrom('notification_setting').execute();
  at('2026-03-20T06:15:00Z'); // Friday, a quarter past nine in Pskov
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(() => world.stop());

const at = (moment: string): void => world.clock.set(new Date(moment));
const db = () => rowsOf(world.database.orm.em.fork());

async function workerWith(behaviour?: Parameters<typeof mailServer>[0]) {
  const server = await mailServer(behaviour);
  const worker = workerOf(world, server.url);
  ends.push(() => worker.close(), () => server.stop());
  const run = async (job: JobName) => {
    await addJob(world.app.parts.orm.em.fork(), job, {} as never);
    await worker.work();
  };
  const to = (name: string) => server.received.filter((mail) => mail.to.includes(emails[name]!)).map(({ raw }) => ({ raw, text: decoded(raw), subject: subjectOf(raw) }));
  return { server, worker, run, to };
}

const subjectOf = (raw: string): string => raw.replaceAll('\r\n ', ' ').match(/^Subject: (.*)$/m)![1]!.replace(/=\?UTF-8\?(Q|B)\?(.*?)\?=\s?/gi, (_all, kind: string, text: string) =>
  (kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : Buffer.from(text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, (_hex, byte: string) => String.fromCharCode(parseInt(byte, 16))), 'latin1')).toString());

async function registered(): Promise<SentAppeal> {
  const appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
  return appeal;
}

const choose = (person: Person, modes: Record<string, string>, more: Record<string, unknown> = {}) => person.ask(
  'mutation($input: SetNotificationsInput!) { setNotifications(input: $input) { settings { modes { event mode } quietFrom quietUntil mailFailedAt } errors { code field } } }',
  { input: { modes: Object.entries(modes).map(([event, mode]) => ({ event, mode })), ...more } });

test('deputy and aide hear of a new appeal at once, by number, day and link, without a word of the applicant', async () => {
  const { to } = await workerWith().then(async (ready) => {
    const appeal = await registered();
    await ready.worker.work();
    await ready.worker.work(['send_mail']);
    for (const name of ['deputy', 'aide']) {
      const [mail, ...more] = ready.to(name);
      expect(more).toEqual([]);
      expect(mail!.subject).toBe(`Новое обращение к вам: ${appeal.number}`);
      expect(mail!.text).toContain(`/admin/appeals/${appeal.id}`);
      expect(mail!.text).toContain('пятница, 17');
      expect(mail!.text + mail!.subject).not.toMatch(/Петров|фонар|освещени|petrova/i);
    }
    return ready;
  });
  expect(to('coordinator')).toEqual([]);
  expect(to('moderator')).toEqual([]);
});

test('whoever is to accept a forwarded appeal is told, and nobody of a move that was taken back', async () => {
  const { worker, to } = await workerWith();
  const appeal = await registered();
  await move(people.deputy, 'forwardToDeputy', 'ForwardToDeputyInput', { id: appeal.id, version: await versionOf(people.deputy, appeal), deputyId: world.psk.deputies[1]!.id, reason: 'Другой округ' });
  await worker.work();
  expect(to('other').map(({ subject }) => subject)).toEqual([`Вам передали обращение ${appeal.number}: примите или верните`]);
});

test('a choice per kind of news: at once, once a day, not at all; and only of one’s own role', async () => {
  const { worker, run, to } = await workerWith();
  expect((await choose(people.deputy, { APPEAL_NEW: 'OFF' })).data.setNotifications).toMatchObject({ errors: [], settings: { modes: [{ event: 'APPEAL_NEW', mode: 'OFF' }, { event: 'APPEAL_FORWARDED', mode: 'INSTANT' }, { event: 'APPEAL_REOPENED', mode: 'INSTANT' }, { event: 'ESCALATION', mode: 'INSTANT' }] } });
  await choose(people.aide, { APPEAL_NEW: 'DIGEST' });
  expect((await choose(people.deputy, { APPEAL_SUBMITTED: 'INSTANT' })).data.setNotifications.errors).toMatchObject([{ code: 'NOTIFICATION_NOT_YOURS', field: 'modes.0.event' }]);
  expect((await choose(people.deputy, {}, { quietFrom: 22 })).data.setNotifications.errors).toMatchObject([{ code: 'QUIET_HOURS_MALFORMED' }]);
  const [first, second] = [await registered(), await registered()];
  await worker.work();
  expect([to('deputy'), to('aide')]).toEqual([[], []]);

  at('2026-03-21T06:00:00Z'); // Saturday
  await run('send_digests');
  expect(to('aide')).toEqual([]);
  at('2026-03-23T04:30:00Z'); // Monday, half past seven
  await run('send_digests');
  expect(to('aide')).toEqual([]);
  at('2026-03-23T05:10:00Z');
  await run('send_digests');
  await run('send_digests');
  const [digest, ...more] = to('aide');
  expect(more).toEqual([]);
  expect(digest!.subject).toContain('За день: 2');
  for (const { number, id } of [first, second]) {
    expect(digest!.text).toContain(number);
    expect(digest!.text).toContain(id);
  }
  expect(await db().selectFrom('digest_item').where('account', '=', (await people.aide.ask('{ me { id } }')).data.me.id).selectAll().execute()).toEqual([]);
  // The moderator's own digest tells of both arrivals.
  expect(to('moderator').map(({ subject }) => subject)).toEqual([expect.stringContaining('За день: 2')]);
});

test('in quiet hours of the region the message waits for their end', async () => {
  const { worker } = await workerWith();
  const { data: { me } } = await people.deputy.ask('{ me { id } }');
  await choose(people.deputy, {}, { quietFrom: 9, quietUntil: 14 });
  await registered();
  at('2027-03-19T06:15:00Z'); // the queue goes by the clock of the wall
  await worker.work();
  const { id, state } = await db().selectFrom('mail').where('account', '=', me.id).where('kind', '=', 'APPEAL_NEW').orderBy('created_at', 'desc').orderBy('id').select(['id', 'state']).executeTakeFirstOrThrow();
  expect(state).toBe('WAITING');
  const jobs = await world.database.orm.em.fork().execute<{ run_at: Date }[]>(`select run_at from graphile_worker.jobs where key = 'mail:${id}'`);
  expect(jobs.map(({ run_at }) => new Date(run_at).toISOString())).toEqual(['2027-03-19T11:00:00.000Z']);
});

test('the ladder reaches deputy, aide and coordinator, each with their own step', async () => {
  const { worker, run, to } = await workerWith();
  await choose(people.coordinator, { ESCALATION: 'INSTANT' });
  const appeal = await registered();
  await worker.work();
  at('2026-04-13T07:00:00Z');
  await run('escalate');
  await worker.work();
  const subject = `Срок ответа по обращению ${appeal.number}`;
  const about = (name: string): number => to(name).filter((mail) => mail.subject === subject).length;
  expect([about('deputy'), about('aide'), about('coordinator')]).toEqual([1, 0, 0]);
  at('2026-04-15T07:00:00Z');
  await run('escalate');
  await worker.work();
  expect([about('deputy'), about('aide'), about('coordinator')]).toEqual([1, 1, 0]);
  at('2026-04-20T07:00:00Z');
  await run('escalate');
  await worker.work();
  expect([about('deputy'), about('aide'), about('coordinator')]).toEqual([1, 1, 1]);
});

test('one click ends the letters of one kind, by a post alone and only with our signature', async () => {
  const { worker, to } = await workerWith();
  await registered();
  await worker.work();
  const [mail] = to('deputy');
  const headers = mail!.raw.replaceAll('\r\n ', '');
  expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const path = new URL(headers.match(/^List-Unsubscribe:\s*<(.*?)>/m)![1]!).pathname;
  const ask = (method: 'GET' | 'POST', url: string) => world.app.http.inject({ method, url, ...(method === 'POST' ? { payload: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } } : {}) });
  const mode = async () => (await people.deputy.ask('{ myNotifications { modes { event mode } } }')).data.myNotifications.modes[0];
  expect((await ask('GET', path)).statusCode).toBe(200);
  expect(await mode()).toEqual({ event: 'APPEAL_NEW', mode: 'INSTANT' });
  expect((await ask('POST', `${path.slice(0, -3)}AAA`)).statusCode).toBe(404);
  expect((await ask('POST', '/unsubscribe/account.x.APPEAL_NEW.x')).statusCode).toBe(404);
  expect((await ask('POST', path)).statusCode).toBe(200);
  expect(await mode()).toEqual({ event: 'APPEAL_NEW', mode: 'OFF' });
});

test('an applicant can end reminders of the mark, and nothing that the rules oblige us to tell', async () => {
  const { worker, server } = await workerWith();
  const appeal = await registered();
  await answers(people.deputy, appeal);
  await worker.work();
  const kinds = new Map((await mailsOf(world, appeal.id)).map(({ id, kind }) => [id, kind as string]));
  const sent = server.received.filter(({ to }) => to.includes('petrova@mail.example')).map(({ raw }) => ({ raw: raw.replaceAll('\r\n ', ''), kind: kinds.get(raw.match(/Message-ID: <(.*?)@/)![1]!) }));
  expect(sent.map(({ kind }) => kind).toSorted()).toEqual(['ANSWERED', 'FEEDBACK_REMINDER', 'REGISTERED', 'SUBMITTED']);
  expect(sent.filter(({ raw }) => raw.includes('List-Unsubscribe')).map(({ kind }) => kind)).toEqual(['FEEDBACK_REMINDER']);
  const reminder = sent.find(({ kind }) => kind === 'FEEDBACK_REMINDER')!.raw;
  const path = new URL(reminder.match(/^List-Unsubscribe:\s*<(.*?)>/m)![1]!).pathname;
  expect((await world.app.http.inject({ method: 'POST', url: path, payload: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).statusCode).toBe(200);
  const row = await db().selectFrom('appeal as a').innerJoin('applicant as p', 'p.id', 'a.applicant_id').where('a.id', '=', appeal.id).select('p.reminders_off_at').executeTakeFirstOrThrow();
  expect(row.reminders_off_at).not.toBeNull();
});

test('a mailbox that does not exist is marked: staff see it, and no more mails go there', async () => {
  const { worker } = await workerWith({ recipient: { code: 550, text: '5.1.1 No such user' } });
  const appeal = await registered();
  await worker.work();
  const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { emailFailedAt } }', { id: appeal.id });
  expect(data.appeal.emailFailedAt).toBe('2026-03-20T06:15:00.000Z');
  const before = (await mailsOf(world, appeal.id)).length;
  await answers(people.deputy, appeal);
  await worker.work();
  expect(await mailsOf(world, appeal.id)).toHaveLength(before);
  expect((await people.deputy.ask('{ myNotifications { mailFailedAt } }')).data.myNotifications.mailFailedAt).toBe('2026-03-20T06:15:00.000Z');
  expect((await choose(people.deputy, {})).data.setNotifications.settings.mailFailedAt).toBeNull();
});

test('a refusal by the rules of the other side says nothing of the mailbox', async () => {
  const { worker } = await workerWith({ recipient: { code: 550, text: '5.7.1 Rejected by policy' } });
  const appeal = await registered();
  await worker.work();
  expect((await moderator.ask('query($id: ID!) { appeal(id: $id) { emailFailedAt } }', { id: appeal.id })).data.appeal.emailFailedAt).toBeNull();
});

test('a messenger bot gets the same by a signed webhook, and the outbox shows way and state', async () => {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  let status = 500;
  const bot = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((resolve) => bot.close(resolve)));
  const url = `http://127.0.0.1:${(bot.address() as AddressInfo).port}/hook`;
  const { worker, to } = await workerWith();
  const set = (address: string | null) => people.deputy.ask('mutation($url: String) { setNotificationBot(url: $url) { settings { botUrl } secret errors { code field } } }', { url: address });
  const { data } = await set(url);
  expect(data.setNotificationBot).toMatchObject({ settings: { botUrl: url }, errors: [] });
  expect((await set('ftp://x')).data.setNotificationBot.errors).toMatchObject([{ code: 'WEBHOOK_URL_INVALID' }]);
  const appeal = await registered();
  await worker.work();
  expect(received).toHaveLength(1);
  status = 204;
  await worker.work(['send_mail']);
  const { headers, body } = received.at(-1)!;
  expect(JSON.parse(body)).toMatchObject({ type: 'notification', data: { title: `Новое обращение к вам: ${appeal.number}` } });
  expect(body).not.toMatch(/Петров|фонар/);
  const key = Buffer.from(data.setNotificationBot.secret.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`);
  expect(to('deputy')).toHaveLength(1);
  const administrator = await world.staffMember('ADMINISTRATOR');
  const { data: log } = await administrator.ask('query($search: String) { outbox(filter: { search: $search, kind: [APPEAL_NEW] }) { edges { node { channel state to } } } }', { search: appeal.number });
  const rows = log.outbox.edges.map(({ node }: { node: object }) => node);
  expect(rows).toContainEqual({ channel: 'BOT', state: 'SENT', to: `${new URL(url).host}/•••` });
  expect(rows).toContainEqual({ channel: 'MAIL', state: 'SENT', to: expect.stringMatching(/^d•••@/) });
});
