import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { isPublic, WebhookAddresses } from '../../src/partners/webhook-address.js';
import { RETRY_AFTER_MS } from '../../src/partners/webhook-events.js';
import { post } from '../../src/partners/webhook-post.js';
import { LOG_DAYS } from '../../src/partners/webhook-queue.js';
import { addJob } from '../../src/shared/jobs.js';
import { move, registers, submits, versionOf } from '../support/steps.js';
import { partnerWithKey, type KeyedPartner } from '../support/partners.js';
import { startWorld, type Person, type World } from '../support/world.js';
import { forgetJobs, workerOf } from './notifications.fixture.js';

let world: World;
let administrator: Person;
let moderator: Person;
let partner: KeyedPartner;
let worker: ReturnType<typeof workerOf>;
let receiver: Awaited<ReturnType<typeof receive>>;

beforeAll(async () => {
  world = await startWorld('webhooks');
  administrator = await world.staffMember('ADMINISTRATOR');
  moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  worker = workerOf(world);
  receiver = await receive();
}, 60_000);
afterAll(async () => {
  receiver.close();
  await world.stop();
});
beforeEach(async () => {
  partner = await partnerWithKey(world, administrator);
  await forgetJobs(world);
  receiver.got.length = 0;
  receiver.answer = { status: 200 };
});

interface Got { headers: IncomingHttpHeaders; body: string; path: string }

/** A partner's server: keeps what it is sent and answers as it is told. */
async function receive() {
  const got: Got[] = [];
  const state = { got, answer: { status: 200 } as { status: number; headers?: Record<string, string>; body?: string; hang?: boolean }, port: 0, close: () => void server.close() };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
    request.on('end', () => {
      got.push({ headers: request.headers, body, path: request.url ?? '' });
      if (state.answer.hang) return;
      response.writeHead(state.answer.status, state.answer.headers ?? {}).end(state.answer.body ?? '');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  return state;
}

const EVENTS = ['APPEAL_REGISTERED', 'APPEAL_REJECTED', 'APPEAL_CLARIFICATION_REQUESTED', 'APPEAL_ANSWERED', 'APPEAL_WITHDRAWN', 'APPEAL_CLOSED'];
const CREATE = 'mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id url events active failing } secret errors { code field } } }';
const LOG = `query($id: ID!) { partner(id: $id) { webhooks { id active failing lastDeliveredAt deliveries { totalCount edges { node {
  id messageId event appealNumber attempts state statusCode error deliveredAt nextAttemptAt body } } } } } }`;

const tryToCreate = async (url: string, events = EVENTS) => (await administrator.ask(CREATE, { input: { partnerId: partner.id, url, events } })).data.createWebhook;
async function hook(events = EVENTS): Promise<{ id: string; secret: string }> {
  const { webhook, secret, errors } = await tryToCreate(`http://127.0.0.1:${receiver.port}/hook`, events);
  expect(errors).toEqual([]);
  return { id: webhook.id, secret };
}
const log = async () => {
  const [webhook] = (await administrator.ask(LOG, { id: partner.id })).data.partner.webhooks;
  return { ...webhook, rows: webhook.deliveries.edges.map(({ node }: { node: unknown }) => node) };
};
const onDelivery = async (mutation: string, id: string) =>
  (await administrator.ask(`mutation($id: ID!) { ${mutation}(id: $id) { delivery { id messageId state } errors { code field } } }`, { id })).data[mutation];

/** As a receiver checks it, by the specification alone. */
function signatureOf(secret: string, { headers, body }: Got): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64')}`;
}

test('what happens to a submitted appeal is told, signed, and without anybody\'s data', async () => {
  const { secret } = await hook();
  const appeal = await submits(partner.app, world.psk);
  await registers(moderator, appeal, world.psk);
  await worker.work();
  expect(receiver.got).toHaveLength(1);
  const [message] = receiver.got as [Got];
  expect(message.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'webhook-timestamp': String(world.clock.now().getTime() / 1000), 'webhook-signature': signatureOf(secret, message) });
  const at = world.clock.now().toISOString();
  expect(JSON.parse(message.body)).toEqual({ type: 'appeal.registered', timestamp: at, data: { number: appeal.number, status: 'REGISTERED', changedAt: at } });
  const { rows, failing, lastDeliveredAt } = await log();
  expect([failing, lastDeliveredAt]).toEqual([false, at]);
  expect(rows).toMatchObject([{ event: 'APPEAL_REGISTERED', appealNumber: appeal.number, attempts: 1, state: 'DELIVERED', statusCode: 200, error: null, messageId: message.headers['webhook-id'], body: message.body }]);
});

test('an appeal of the portal, and an event that nobody asked for, are told to nobody', async () => {
  await hook(['APPEAL_ANSWERED']);
  await registers(moderator, await submits(world.citizen, world.psk), world.psk);
  await registers(moderator, await submits(partner.app, world.psk), world.psk);
  await worker.work();
  expect(receiver.got).toEqual([]);
});

test('the news of one move is one message, even when the job runs twice', async () => {
  await hook();
  const appeal = await submits(partner.app, world.psk);
  await move(moderator, 'rejectAppeal', 'RejectAppealInput', { id: appeal.id, version: await versionOf(moderator, appeal), reason: 'SPAM', text: 'Это реклама' });
  const { orm } = world.database;
  const { rows } = await rowsOf(orm.em.fork()).executeQuery<{ payload: { status: string; at: string } }>({
    sql: 'select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1', parameters: ['partner_news'], query: { kind: 'RawNode' } as never, queryId: { queryId: 'q' } as never,
  });
  expect(rows).toHaveLength(1);
  await worker.work();
  await orm.em.fork().execute(`select graphile_worker.add_job('partner_news', payload := ?::json)`, [JSON.stringify(rows[0]!.payload)]);
  await worker.work();
  expect(receiver.got.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['appeal.rejected']);
});

test('a receiver that answers 500 for a day loses nothing: pauses grow, the webhook counts as failing, and 200 ends it', async () => {
  await hook();
  const appeal = await submits(partner.app, world.psk);
  await registers(moderator, appeal, world.psk);
  receiver.answer = { status: 500, body: 'Traceback: secret things of a stranger' };
  await worker.work();
  for (const [i, pause] of RETRY_AFTER_MS.slice(0, 7).entries()) {
    const { rows: [row], failing } = await log();
    expect(row).toMatchObject({ state: 'WAITING', attempts: i + 1, statusCode: 500, error: 'HTTP_STATUS', nextAttemptAt: new Date(world.clock.now().getTime() + pause).toISOString() });
    expect(failing).toBe(true);
    world.clock.advance(pause);
    await worker.work(['deliver_webhook']);
  }
  receiver.answer = { status: 200 };
  world.clock.advance(RETRY_AFTER_MS[7]!);
  await worker.work(['deliver_webhook']);
  const { rows, failing } = await log();
  expect(rows).toMatchObject([{ state: 'DELIVERED', attempts: 9, statusCode: 200, error: null, nextAttemptAt: null }]);
  expect(failing).toBe(false);
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(9);
  expect(worker.lines.join('\n')).toContain('"statusCode":500');
  expect(worker.lines.join('\n')).not.toMatch(/Traceback|whsec_/);
}, 20_000);

test('after the last attempt it has failed, and a replay sends the same message once more', async () => {
  await hook();
  await registers(moderator, await submits(partner.app, world.psk), world.psk);
  receiver.answer = { status: 503 };
  await worker.work();
  for (const pause of RETRY_AFTER_MS) {
    world.clock.advance(pause);
    await worker.work(['deliver_webhook']);
  }
  const { rows: [failed] } = await log();
  expect(failed).toMatchObject({ state: 'FAILED', attempts: 10, statusCode: 503, nextAttemptAt: null });
  receiver.answer = { status: 204 };
  const { delivery, errors } = await onDelivery('replayDelivery', failed.id);
  expect(errors).toEqual([]);
  expect(delivery).toMatchObject({ messageId: failed.messageId, state: 'WAITING' });
  await worker.work();
  const { rows } = await log();
  expect(rows.map(({ state, body }: { state: string; body: string }) => [state, body])).toEqual([['DELIVERED', failed.body], ['FAILED', failed.body]]);
  expect(receiver.got.at(-1)?.headers['webhook-id']).toBe(failed.messageId);
}, 20_000);

test('410 switches a webhook off; while it is off nothing is sent, and ping and replay say so', async () => {
  const { id } = await hook();
  receiver.answer = { status: 410 };
  await registers(moderator, await submits(partner.app, world.psk), world.psk);
  await worker.work();
  const { rows: [row], active } = await log();
  expect([row.state, row.error, active]).toEqual(['FAILED', 'GONE', false]);
  await registers(moderator, await submits(partner.app, world.psk), world.psk);
  await worker.work();
  expect(receiver.got).toHaveLength(1);
  expect((await onDelivery('pingWebhook', id)).errors).toEqual([{ code: 'WEBHOOK_OFF', field: 'id' }]);
  expect((await onDelivery('replayDelivery', row.id)).errors).toEqual([{ code: 'WEBHOOK_OFF', field: 'id' }]);
});

test('a redirect is not followed, and a long answer is not read to its end', async () => {
  const { id } = await hook();
  receiver.answer = { status: 302, headers: { location: `http://127.0.0.1:${receiver.port}/elsewhere` } };
  await onDelivery('pingWebhook', id);
  await worker.work();
  expect(receiver.got.map(({ path }) => path)).toEqual(['/hook']);
  expect((await log()).rows[0]).toMatchObject({ event: 'PING', state: 'WAITING', statusCode: 302, error: 'REDIRECT' });
  receiver.answer = { status: 200, body: 'x'.repeat(5_000_000) };
  await worker.work(['deliver_webhook']);
  expect((await log()).rows[0]).toMatchObject({ state: 'DELIVERED', statusCode: 200 });
});

test('a receiver that says nothing is given ten seconds', async () => {
  receiver.answer = { status: 200, hang: true };
  const began = performance.now();
  const posted = await post(new URL(`http://127.0.0.1:${receiver.port}/`), {}, '{}', new WebhookAddresses({ webhookAllowPrivate: true, demo: true }));
  expect(posted).toEqual({ statusCode: null, error: 'TIMEOUT' });
  expect(performance.now() - began).toBeLessThan(12_000);
}, 15_000);

test.each([
  '127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.1', '198.18.0.1', '224.0.0.1',
  '255.255.255.255', '168.63.129.16', '::1', '::', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1', '64:ff9b::7f00:1',
  '2002:7f00:1::', '2001:db8::1', 'nonsense',
])('%s is no address of the open internet', (address) => expect(isPublic(address)).toBe(false));

test.each(['93.184.216.34', '2a00:1450:4010:c0e::65', '77.88.55.88'])('%s is one', (address) => expect(isPublic(address)).toBe(true));

const outside = new WebhookAddresses({ webhookAllowPrivate: false, demo: false });
test.each([
  ['https://127.0.0.1/', 'WEBHOOK_ADDRESS_PRIVATE'], ['https://0x7f.1/', 'WEBHOOK_ADDRESS_PRIVATE'], ['https://2130706433/', 'WEBHOOK_ADDRESS_PRIVATE'], ['https://[::ffff:10.0.0.1]/', 'WEBHOOK_ADDRESS_PRIVATE'],
  ['https://localhost/', 'WEBHOOK_ADDRESS_PRIVATE'], ['http://93.184.216.34/', 'WEBHOOK_URL_NOT_HTTPS'], ['ftp://93.184.216.34/', 'WEBHOOK_URL_INVALID'], ['https://user:pass@93.184.216.34/', 'WEBHOOK_URL_INVALID'],
  ['nonsense', 'WEBHOOK_URL_INVALID'], ['https://no-such-host.invalid/', 'WEBHOOK_HOST_UNKNOWN'],
])('%s is refused as %s', async (url, code) => {
  await expect(outside.check(url)).rejects.toMatchObject({ code });
});

test('an address is judged again at each message: one that turned private is not called', async () => {
  expect(await post(new URL(`http://localhost:${receiver.port}/`), {}, '{}', new WebhookAddresses({ webhookAllowPrivate: false, demo: true }))).toEqual({ statusCode: null, error: 'ADDRESS_PRIVATE' });
  expect(receiver.got).toEqual([]);
});

test('the connection goes to the judged address, whatever the name means meanwhile', async () => {
  const pinned = { addressesOf: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]) } as unknown as WebhookAddresses;
  expect(await post(new URL(`http://rebound.invalid:${receiver.port}/pinned`), {}, '{}', pinned)).toEqual({ statusCode: 200, error: null });
  expect(receiver.got.map(({ path, headers }) => [path, headers.host])).toEqual([['/pinned', `rebound.invalid:${receiver.port}`]]);
});

test('the secret is closed at rest and shown once', async () => {
  const { id, secret } = await hook();
  const row = await rowsOf(world.database.orm.em.fork()).selectFrom('webhook').where('id', '=', id).selectAll().executeTakeFirstOrThrow();
  expect(row.secret).toMatch(/^v1\./);
  expect(JSON.stringify(row)).not.toContain(secret.slice(6));
});

test('a deleted webhook is gone with its log, and waiting jobs find nothing to do', async () => {
  const { id } = await hook();
  await onDelivery('pingWebhook', id);
  const { data } = await administrator.ask('mutation($id: ID!) { deleteWebhook(id: $id) { webhook { id } partner { webhooks { id } } errors { code } } }', { id });
  expect(data.deleteWebhook).toEqual({ webhook: null, partner: { webhooks: [] }, errors: [] });
  await worker.work();
  expect(receiver.got).toEqual([]);
});

test('the log keeps what has ended for ninety days, and what still waits for as long as it waits', async () => {
  const { id } = await hook();
  await onDelivery('pingWebhook', id);
  await worker.work();
  receiver.answer = { status: 503 };
  await onDelivery('pingWebhook', id);
  await worker.work();
  const states = async () => (await log()).rows.map(({ state }: { state: string }) => state);
  const night = async () => {
    await addJob(world.database.orm.em.fork(), 'forget_deliveries', {});
    await worker.work();
  };
  world.clock.advance(LOG_DAYS * 86_400_000);
  await night();
  expect(await states()).toEqual(['WAITING', 'DELIVERED']);
  world.clock.advance(1);
  await night();
  expect(await states()).toEqual(['WAITING']);
});
