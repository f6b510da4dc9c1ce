import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ACCOUNTS, found, graphql, sessionOf, TOPIC } from '../src/api.js';

const APP = path.resolve(import.meta.dirname, '../../../examples/partner-app');
/** Milliseconds until the worker has sent a message, on a slow machine. */
const SOON = { timeout: 30_000 };

interface Webhook {
  id: string;
  url: string;
}

let administrator: string;
let partnerId: string;
let webhook: Webhook;
let app: ChildProcess | undefined;
let printed = '';
let complained = '';

beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts', '--errors-only'], { cwd: APP });
  administrator = await sessionOf(ACCOUNTS.administrator);
  const { partners } = await graphql<{ partners: { edges: { node: { id: string; webhooks: Webhook[] } }[] } }>(
    '{ partners(search: "Мой двор", first: 1) { edges { node { id webhooks { id url } } } } }', {}, administrator);
  const { id, webhooks } = partners.edges[0]!.node;
  [partnerId, webhook] = [id, webhooks[0]!];
});
afterAll(async () => {
  await moveWebhook(webhook.url);
  if (!app || app.exitCode !== null) return;
  const ended = new Promise((resolve) => app?.once('exit', resolve));
  app.kill('SIGTERM');
  await ended;
});

const moveWebhook = async (url: string): Promise<void> => {
  const { changeWebhook } = await graphql<{ changeWebhook: { errors: unknown[] } }>(
    'mutation($input: ChangeWebhookInput!) { changeWebhook(input: $input) { errors { code } } }', { input: { id: webhook.id, url } }, administrator);
  expect(changeWebhook.errors).toEqual([]);
};

const freePort = (): Promise<number> => new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
});

test('the example of a partner’s app sends one letter, and hears of its registration by a signed webhook, with the demonstration’s key', { timeout: 120_000 }, async () => {
  const port = await freePort();
  await moveWebhook(`http://127.0.0.1:${port}/webhook`);
  app = spawn(process.execPath, ['src/main.ts'], { cwd: APP, env: { ...process.env, API_URL: `${inject('productUrl')}/graphql`, WEBHOOK_PORT: String(port) } });
  app.stdout?.on('data', (text: Buffer) => { printed += text.toString(); });
  app.stderr?.on('data', (text: Buffer) => { complained += text.toString(); });
  await expect.poll(() => printed + complained, SOON).toContain('Остановить: Ctrl-C');
  expect(printed).toContain('Ключ принадлежит партнёру: Приложение «Мой двор»');
  expect(printed).toContain('номер и код те же, обращение одно');
  const number = /Отправлено: (\S+),/.exec(printed)?.[1] ?? '';

  const moderator = await sessionOf(ACCOUNTS.moderator);
  const { id, version } = await found({ number }, moderator);
  const { me } = await graphql<{ me: { deputy: { id: string } } }>('{ me { deputy { id } } }', {}, await sessionOf(ACCOUNTS.deputy));
  const { registerAppeal } = await graphql<{ registerAppeal: { errors: unknown[] } }>(
    'mutation($input: RegisterAppealInput!) { registerAppeal(input: $input) { errors { code field } } }',
    { input: { id, version, topicCode: TOPIC.code, deputyId: me.deputy.id, kind: 'COMPLAINT' } }, moderator);
  expect(registerAppeal.errors).toEqual([]);

  await expect.poll(() => printed, SOON).toContain(`Вебхук: appeal.registered ${number}, подпись верна`);
  await expect.poll(() => printed, SOON).toMatch(new RegExp(`Вебхук[^]*${number}: .*, ответ до \\d{4}-`));
  expect(complained).toBe('');
  const { partner } = await graphql<{ partner: { webhooks: object[] } }>(
    'query($id: ID!) { partner(id: $id) { webhooks { failing deliveries(first: 1) { edges { node { event appealNumber state attempts statusCode } } } } } }', { id: partnerId }, administrator);
  expect(partner.webhooks).toEqual([{ failing: false, deliveries: { edges: [{ node: { event: 'APPEAL_REGISTERED', appealNumber: number, state: 'DELIVERED', attempts: 1, statusCode: 204 } }] } }]);
});

test('without a right key it says the code and ends', async () => {
  const { code, stderr } = await promisify(execFile)(process.execPath, ['src/main.ts'], {
    cwd: APP, env: { ...process.env, API_URL: `${inject('productUrl')}/graphql`, API_KEY: `vdk_${'A'.repeat(43)}`, WEBHOOK_PORT: String(await freePort()) },
  }).then(() => ({ code: 0, stderr: '' }), (error: { code: number; stderr: string }) => error);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^UNAUTHENTICATED KEY_UNKNOWN: /)]);
});
