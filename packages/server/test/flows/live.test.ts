import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { pdf } from '../files/samples.js';
import { drafted } from '../files/uploads.js';
import { answers, registers, submits } from '../support/steps.js';
import { startWorld, type Person, type World } from '../support/world.js';

let world: World;
let address: string;

beforeAll(async () => {
  world = await startWorld('live');
  address = (await world.app.http.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws');
}, 60_000);
afterAll(() => world.stop());

const client = (person: Person, origin = address.replace('ws', 'http')): Client => createClient({
  url: `${address}/graphql`, retryAttempts: 0, lazy: true,
  webSocketImpl: class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { headers: { cookie: person.cookie, origin } });
    }
  },
});

/** Everything that a subscription gives until it ends. */
function listen(person: Person, query: string, variables: Record<string, unknown> = {}) {
  const got: any[] = []; // oxlint-disable-line no-explicit-any -- read by each test
  const errors: unknown[] = [];
  let over = false;
  const ws = client(person);
  ws.subscribe({ query, variables }, {
    next: (value) => void got.push(value.data ?? value),
    error: (error) => { errors.push(error); over = true; },
    complete: () => { over = true; },
  });
  return { got, errors, over: () => over, stop: () => ws.dispose() };
}

async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 100 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(check()).toBe(true);
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

test('a new appeal is heard by its region alone', async () => {
  const own = listen(await world.staffMember('MODERATOR', ['RU-PSK']), 'subscription { appealSubmitted { number region { code } status } }');
  const other = listen(await world.staffMember('MODERATOR', ['RU-NVS']), 'subscription { appealSubmitted { number } }');
  await settle();
  const appeal = await submits(world.citizen, world.psk);
  await until(() => own.got.length > 0);
  expect(own.got).toEqual([{ appealSubmitted: { number: appeal.number, region: { code: 'RU-PSK' }, status: 'SUBMITTED' } }]);
  await settle();
  expect(other.got).toEqual([]);
  await Promise.all([own.stop(), other.stop()]);
});

test('every event tells of the whole appeal as it is then, not as an earlier one found it', async () => {
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  const deputy = await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id);
  const appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
  const page = listen(deputy, 'subscription($id: ID!) { appealChanged(id: $id) { status messages { kind } notes { text } draft { attachments { name } } } }', { id: appeal.id });
  await settle();
  for (const [at, name] of ['1.pdf', '2.pdf'].entries()) {
    await drafted(world, deputy, appeal.id, pdf(), name);
    await until(() => page.got.length > at);
  }
  await answers(deputy, appeal);
  await until(() => page.got.length > 2);
  expect(page.got.map(({ appealChanged }) => appealChanged)).toEqual([
    { status: 'REGISTERED', messages: [], notes: [], draft: { attachments: [{ name: '1.pdf' }] } },
    { status: 'REGISTERED', messages: [], notes: [], draft: { attachments: [{ name: '1.pdf' }, { name: '2.pdf' }] } },
    { status: 'ANSWERED', messages: [{ kind: 'ANSWER' }], notes: [], draft: null },
  ]);
  await page.stop();
});

test('a change is heard by the deputy whom it concerns', async () => {
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  const deputy = listen(await world.staffMember('DEPUTY', [], world.psk.deputies[0]!.id), 'subscription { appealChanged { number status } }');
  const otherDeputy = listen(await world.staffMember('DEPUTY', [], world.psk.deputies[1]!.id), 'subscription { appealChanged { number } }');
  await settle();
  const appeal = await submits(world.citizen, world.psk);
  await registers(moderator, appeal, world.psk);
  await until(() => deputy.got.length > 0);
  expect(deputy.got).toEqual([{ appealChanged: { number: appeal.number, status: 'REGISTERED' } }]);
  await settle();
  expect(otherDeputy.got).toEqual([]);
  await Promise.all([deputy.stop(), otherDeputy.stop()]);
});

test('a subscription ends with its session', async () => {
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  const stream = listen(moderator, 'subscription { appealSubmitted { number } }');
  await settle();
  await world.app.http.inject({ method: 'POST', url: '/api/auth/sign-out', payload: {}, headers: { cookie: moderator.cookie, host: '127.0.0.1:4000', origin: world.app.parts.config.publicUrl } });
  await until(stream.over);
  await submits(world.citizen, world.psk);
  await settle();
  expect(stream.got).toEqual([]);
  await stream.stop();
});

test('a subscription ends when the account is deactivated', async () => {
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  const id = (await moderator.ask('{ me { id } }')).data.me.id as string;
  const stream = listen(moderator, 'subscription { appealSubmitted { number } }');
  await settle();
  await world.accounts.deactivate(id);
  await until(stream.over);
  await stream.stop();
});

test('nobody subscribes without a session, and no page of another site opens the socket', async () => {
  const nobody = listen(world.citizen, 'subscription { appealSubmitted { number } }');
  await until(() => nobody.over() || nobody.got.length > 0);
  expect(JSON.stringify([nobody.errors, nobody.got])).toContain('UNAUTHENTICATED');
  await nobody.stop();
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  const foreign = client(moderator, 'https://evil.example');
  const refused = await new Promise((resolve) => foreign.subscribe({ query: 'subscription { appealSubmitted { number } }' }, { next: () => resolve('next'), error: () => resolve('refused'), complete: () => resolve('complete') }));
  expect(refused).toBe('refused');
  await foreign.dispose();
});
