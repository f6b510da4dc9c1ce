import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MAIL_ATTEMPTS } from '../../src/notifications/sender.js';
import { submits } from '../support/steps.js';
import { startWorld, type World } from '../support/world.js';
import { decoded, forgetJobs, mailServer, mailsOf, workerOf } from './notifications.fixture.js';

let world: World;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  world = await startWorld('notifications_smtp');
}, 60_000);
beforeEach(() => forgetJobs(world));
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
afterAll(() => world.stop());

async function workerWith(behaviour?: Parameters<typeof mailServer>[0]) {
  const server = await mailServer(behaviour);
  const worker = workerOf(world, server.url);
  ends.push(() => worker.close(), () => server.stop());
  return { server, worker };
}

test('a mail server takes the mail over; what we keep has no secret in it any more', async () => {
  const { server, worker } = await workerWith();
  const appeal = await submits(world.citizen, world.psk);
  await worker.work();
  expect(server.received).toHaveLength(1);
  const { to, raw } = server.received[0]!;
  expect(to).toEqual(['petrova@mail.example']);
  const [mail] = await mailsOf(world, appeal.id);
  expect(raw).toContain('Auto-Submitted: auto-generated');
  expect(raw).toContain(`Message-ID: <${mail!.id}@127.0.0.1>`);
  expect(raw).toContain('Content-Type: multipart/alternative');
  expect(decoded(raw).split(`#code=${appeal.code}`).length).toBeGreaterThan(2);
  expect(mail).toMatchObject({ state: 'SENT', text: null, html: null, attempts: 1, error: null, sent_at: world.clock.now() });

  await worker.work(['send_mail']);
  expect(server.received).toHaveLength(1);
});

test('a line break in a subject begins no other header', async () => {
  const { server, worker } = await workerWith();
  await submits(world.citizen, world.psk, { subject: 'Нет света\r\nBcc: spy@mail.example' });
  await worker.work();
  expect(server.received).toHaveLength(1);
  expect(server.received[0]!.to).toEqual(['petrova@mail.example']);
  expect(server.received[0]!.raw).not.toMatch(/^Bcc:/m);
});

test('a server that is busy is asked again, and after the last attempt the mail counts as failed', async () => {
  const { server, worker } = await workerWith({ data: { code: 451, text: 'Busy, petrova@mail.example must wait' } });
  const appeal = await submits(world.citizen, world.psk);
  await worker.work();
  const [waiting] = await mailsOf(world, appeal.id);
  expect(waiting).toMatchObject({ state: 'WAITING', attempts: 1, sent_at: null });
  expect(waiting!.text).toContain(appeal.code);
  expect(waiting!.error).toContain('451');
  expect(waiting!.error).not.toContain('petrova');

  for (let attempt = 2; attempt <= MAIL_ATTEMPTS + 2; attempt += 1) await worker.work(['send_mail']);
  expect((await mailsOf(world, appeal.id))[0]).toMatchObject({ state: 'FAILED', attempts: MAIL_ATTEMPTS, sent_at: null });
  expect(server.received).toEqual([]);
  expect(worker.lines.join('\n')).toMatch(/Failed task \d+ \(send_mail.*451/);
  expect(worker.lines.join('\n')).not.toMatch(/petrova|Мария|Петрова/);
  expect(worker.lines.join('\n')).not.toContain(appeal.code);
}, 30_000);

test('a mailbox that does not exist is not tried again', async () => {
  const { worker } = await workerWith({ recipient: { code: 550, text: 'No such user' } });
  const appeal = await submits(world.citizen, world.psk);
  await worker.work();
  expect((await mailsOf(world, appeal.id))[0]).toMatchObject({ state: 'FAILED', attempts: 1 });
});

test('a server that is down is waited for', async () => {
  const { server, worker } = await workerWith();
  await server.stop();
  const appeal = await submits(world.citizen, world.psk);
  await worker.work();
  expect((await mailsOf(world, appeal.id))[0]).toMatchObject({ state: 'WAITING', attempts: 1 });
});

test('a mail that the transaction did not keep is not sent: nothing of a refused submission leaves the house', async () => {
  const { server, worker } = await workerWith();
  const { data } = await world.citizen.ask('mutation($input: SubmitAppealInput!) { submitAppeal(input: $input) { errors { code } } }', {
    input: { regionCode: 'RU-PSK', subject: '', text: 'x', kind: 'COMPLAINT', applicant: { name: 'Я', email: 'me@mail.example' }, consent: true },
  });
  expect(data.submitAppeal.errors).toMatchObject([{ code: 'SUBJECT_EMPTY' }]);
  await worker.work();
  expect(server.received).toEqual([]);
});
