import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSchema } from '../../src/graphql/schema.js';
import { DEMO_KEY } from '../../src/partners/index.js';
import { PARTNER_SCOPES, type PartnerScope, type Role } from '../../src/shared/actor.js';
import { partnerWithKey } from '../support/partners.js';
import { INTERNALS, RandomOperations } from '../support/random-operations.js';
import { registers, submits } from '../support/steps.js';
import { startWorld, type World } from '../support/world.js';

/**
 * Random operations as every role and with keys of partners. With RANDOM_TARGET=http://… they go to a running demonstration, as many as RANDOM_OPERATIONS
 * says: 100,000 before a release (`docs/benchmarks.md`).
 */
const TARGET = process.env['RANDOM_TARGET'];
const COUNT = Number(process.env['RANDOM_OPERATIONS'] ?? 2_000);
const SEED = Number(process.env['RANDOM_SEED'] ?? 20_190_320);
const AT_ONCE = 8;
const DEMO = ['admin', 'analyst', 'moderator', 'coordinator', 'deputy', 'aide', 'deputy2'];
const SIGN_IN_EVERY = 5_000;

const keyed = (secret: string): Record<string, string> => ({ authorization: `Bearer ${secret}` });

let world: World | null = null;
let address: string;
let callers: { name: string; headers: Record<string, string> }[];

beforeAll(async () => {
  if (TARGET) {
    address = TARGET;
    callers = await signedIn();
    return;
  }
  world = await startWorld('random_operations');
  address = await world.app.http.listen({ port: 0, host: '127.0.0.1' });
  const roles: [Role, string[], string | null][] = [
    ['ADMINISTRATOR', [], null], ['ANALYST', [], null], ['MODERATOR', ['RU-PSK'], null], ['COORDINATOR', ['RU-PSK'], null], ['DEPUTY', [], world.psk.deputies[0]!.id], ['AIDE', [], world.psk.deputies[0]!.id],
  ];
  callers = [{ name: 'anonymous', headers: {} }];
  for (const [role, regions, deputyId] of roles) callers.push({ name: role, headers: { cookie: (await world.staffMember(role, regions, deputyId)).cookie } });
  const administrator = await world.staffMember('ADMINISTRATOR', []);
  for (const scopes of [PARTNER_SCOPES, ...PARTNER_SCOPES.map((scope): PartnerScope[] => [scope])]) {
    const { secret } = await partnerWithKey(world, administrator, scopes, { costPerMinute: 1_000_000 });
    callers.push({ name: `key for ${scopes.join(' ')}`, headers: keyed(secret) });
  }
  const moderator = await world.staffMember('MODERATOR', ['RU-PSK']);
  for (let i = 0; i < 3; i += 1) await registers(moderator, await submits(world.citizen, world.psk), world.psk);
}, 120_000);
afterAll(() => world?.stop());

async function signedIn(): Promise<typeof callers> {
  const all: typeof callers = [{ name: 'anonymous', headers: {} }, { name: 'partner', headers: keyed(DEMO_KEY) }];
  for (const name of DEMO) {
    const response = await fetch(`${address}/api/auth/sign-in/email`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: address }, body: JSON.stringify({ email: `${name}@demo.test`, password: 'demo-demo-demo' }),
    });
    all.push({ name, headers: { cookie: response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ') } });
  }
  return all;
}

test(`${COUNT} random operations as every role and with keys: no 5xx, nothing broken, nothing of the inside told`, { timeout: 3_600_000 }, async () => {
  const random = new RandomOperations(buildSchema(), SEED);
  const faults: string[] = [];
  const times: number[] = [];
  const codes = new Map<string, number>();
  let sent = 0;
  let slowest = { took: 0, what: '' };
  const worker = async (): Promise<void> => {
    while (sent < COUNT && faults.length < 30) {
      sent += 1;
      if (TARGET && sent % SIGN_IN_EVERY === 0) callers = await signedIn();
      const caller = callers[sent % callers.length]!;
      const { query, variables } = random.next();
      const began = performance.now();
      const response = await fetch(`${address}/graphql`, {
        method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json;q=0.9', ...caller.headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const took = performance.now() - began;
      times.push(took);
      if (took > slowest.took) slowest = { took, what: `${caller.name}: ${query.slice(0, 1_000)} ${JSON.stringify(variables).slice(0, 300)}` };
      random.learn(text);
      const { errors = [] } = JSON.parse(text) as { errors?: { message: string; extensions: { code: string } }[] };
      for (const { extensions: { code } } of errors) codes.set(code, (codes.get(code) ?? 0) + 1);
      const told = errors.map(({ message }) => message).join(' | ');
      if (errors.length === 0) codes.set('ran', (codes.get('ran') ?? 0) + 1);
      const isBroken = response.status >= 500 || errors.some(({ extensions: { code } }) => code === 'INTERNAL_SERVER_ERROR');
      if (isBroken || INTERNALS.test(told)) faults.push(`${response.status} to ${caller.name}: ${told.slice(0, 300)}\n${query.slice(0, 1_500)}\n${JSON.stringify(variables).slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)} ms`;
  console.log(`${sent} operations: median ${at(0.5)}, 99 % ${at(0.99)}, slowest ${at(1)}; ${[...codes].sort((a, b) => b[1] - a[1]).map(([code, n]) => `${code} ${n}`).join(', ')}`);
  if (TARGET) console.log(`the slowest, of ${slowest.what}`);
  expect(faults).toEqual([]);
  // The generator still says things that run, and things that do not.
  expect(codes.get('ran') ?? 0).toBeGreaterThan(COUNT / 20);
  expect(codes.get('GRAPHQL_VALIDATION_FAILED') ?? 0).toBeGreaterThan(0);
});
