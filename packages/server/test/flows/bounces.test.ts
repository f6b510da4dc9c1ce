import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BounceTaker, bounceServer, returnAddress } from '../../src/notifications/index.js';
import { rowsOf } from '../../src/db/orm.js';
import { submits } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { forgetJobs, mailServer, mailsOf, workerOf } from './notifications.fixture.js';

const ADDRESS = 'bounces@mail.example';
let world: World;
let moderator: Person;
const ends: (() => unknown)[] = [];
const warnings: string[] = [];

beforeAll(async () => {
  world = await startWorld('bounces');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
}, 60_000);
beforeEach(() => forgetJobs(world));
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(() => world.stop());

/** A letter that a mail server took over, and where that server may send it back. */
async function sentLetter() {
  const { secret } = world.app.parts.config;
  const mailbox = await mailServer();
  const worker = workerOf(world, mailbox.url, (mailId) => returnAddress(ADDRESS, mailId, secret));
  const server = await bounceServer({ host: '127.0.0.1', port: 0, secret, taker: new BounceTaker(world.app.parts.orm, world.clock), warn: (details, text) => void warnings.push(text + JSON.stringify(details)) });
  ends.push(() => worker.close(), () => mailbox.stop(), () => server.stop());
  const appeal = await submits(world.citizen, world.psk);
  await worker.work();
  const back = async (raw: string, to = mailbox.received[0]!.from) => {
    const transport = createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true });
    ends.push(() => transport.close());
    return transport.sendMail({ envelope: { from: '', to }, raw }).then(() => 250, (error: { responseCode: number }) => error.responseCode);
  };
  const state = async () => {
    const [mail] = await mailsOf(world, appeal.id);
    const { data } = await moderator.ask('query($id: ID!) { appeal(id: $id) { emailFailedAt } }', { id: appeal.id });
    return { state: mail!.state, error: mail!.error, isMarked: data.appeal.emailFailedAt !== null };
  };
  return { from: mailbox.received[0]!.from, back, state };
}

/** A notice as Postfix writes it. */
const notice = (action: string, status: string, more = ''): string => ['From: MAILER-DAEMON@relay.example', 'To: bounces', 'Subject: Undelivered Mail Returned to Sender', 'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"', '', '--edge', 'Content-Type: text/plain; charset=utf-8', '', `The mail system could not deliver. ${more}`, '',
  '--edge', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; relay.example', 'X-Postfix-Queue-ID: 4F1', '', 'Final-Recipient: rfc822; petrova@mail.example', `Action: ${action}`,
  `Status: ${status}`, 'Diagnostic-Code: smtp; 550 5.1.1 <petrova@mail.example>: no such user', '', '--edge--', ''].join('\r\n');
const SENT = { state: 'SENT', error: null, isMarked: false };

test('a letter that comes back because there is no such mailbox marks the contact, and the log says why', async () => {
  const { from, back, state } = await sentLetter();
  expect(from).toMatch(/^bounces\+[0-9a-f]{32}-[0-9a-f]{20}@mail\.example$/);
  expect(await state()).toEqual(SENT);
  expect(await back(notice('failed', '5.1.1'))).toBe(250);
  expect(await state()).toEqual({ state: 'FAILED', error: 'Returned: 5.1.1', isMarked: true });
});

test.each([['5.2.2', 'the mailbox is full'], ['5.7.1', 'a policy of theirs'], ['4.4.7', 'nobody answered for days']])('%s (%s) is noted, and the next letter is tried', async (status) => {
  const { back, state } = await sentLetter();
  expect(await back(notice('failed', status))).toBe(250);
  expect(await state()).toEqual({ state: 'FAILED', error: `Returned: ${status}`, isMarked: false });
});

test.each([
  ['a delay', notice('delayed', '4.4.1')],
  ['an absence', 'From: petrova@mail.example\r\nSubject: Отпуск\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n'],
  ['rubbish', '\u0000\u0001 --edge\r\n\r\n'],
])('%s says nothing of the mailbox', async (_name, raw) => {
  const { back, state } = await sentLetter();
  expect(await back(raw)).toBe(250);
  expect(await state()).toEqual(SENT);
});

test('nobody can report a letter that did not come to them, nor use the server for other mail', async () => {
  const { from, back, state } = await sentLetter();
  const [{ from: other }, [mail]] = [await sentLetter(), await rowsOf(world.database.orm.em).selectFrom('mail').select('id').execute()];
  const forged = from.replace(/-[0-9a-f]{20}@/, '-00000000000000000000@');
  for (const to of [forged, 'petrova@mail.example', `bounces+${mail!.id}@mail.example`, from.replace(/\+[0-9a-f]{32}/, /\+[0-9a-f]{32}/.exec(other)![0])]) expect(await back(notice('failed', '5.1.1'), to), to).toBe(550);
  expect(await state()).toEqual(SENT);
  expect(await back(notice('failed', '5.1.1'), from.toUpperCase())).toBe(250);
  expect((await state()).isMarked).toBe(true);
});

test('what is larger than a notice is refused and not kept', async () => {
  const { back, state } = await sentLetter();
  expect(await back(notice('failed', '5.1.1', 'x'.repeat(300 * 1024).replace(/.{70}/g, '$&\r\n')))).toBe(552);
  expect(await state()).toEqual(SENT);
  expect(warnings).toEqual([]);
});
