import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccountsService, createAuth, createDemoAccounts, DEMO_PASSWORD } from '../../src/accounts/index.js';
import { createApp, type App } from '../../src/app.js';
import { loadConfig } from '../../src/config.js';
import { migrate } from '../../src/db/migrate.js';
import { rowsOf } from '../../src/db/orm.js';
import { demoDeputies, loadDemo } from '../../src/demo/load.js';
import { loadPartners } from '../../src/demo/partners.js';
import { verifyHistory } from '../../src/history/index.js';
import { banner } from '../../src/launch/banner.js';
import { DEMO_KEY, DEMO_WEBHOOK_SECRET } from '../../src/partners/index.js';
import { importReference } from '../../src/regions/import-reference.js';
import { SetClock } from '../../src/shared/clock.js';
import { Vault } from '../../src/shared/vault.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const NOW = new Date('2026-11-24T09:30:00Z');
const clock = new SetClock(NOW);
let database: TestDatabase;
const configFor = (demo: string) => loadConfig({ SECRET: 'test-secret-test-secret-test-secret-01', DATABASE_URL: database.url, LOG_LEVEL: 'silent', DEMO: demo, NODE_ENV: 'test' });
const rows = async <T>(query: string): Promise<T[]> => (await sql<T>`${sql.raw(query)}`.execute(rowsOf(database.orm.em.fork()))).rows;

beforeAll(async () => {
  database = await testDatabase('demo_partners');
  const config = configFor('1');
  await migrate(database.orm, { databaseUrl: database.url, config });
  await importReference(database.orm, { clock });
  await loadDemo({ orm: database.orm, databaseUrl: database.url, now: NOW, log: () => undefined, appeals: 1500, vault: Vault.of(config) });
  const auth = createAuth({ databaseUrl: database.url, config, orm: database.orm });
  await createDemoAccounts(new AccountsService(database.orm, auth, clock), config, await demoDeputies(database.orm));
  await auth.close();
  for (let i = 0; i < 2; i += 1) await loadPartners(database.orm, config, Vault.of(config), NOW);
}, 90_000);
afterAll(() => database.drop());

const serving = async <T>(demo: string, work: (app: App) => Promise<T>): Promise<T> => {
  const app = await createApp({ config: configFor(demo), databaseUrl: database.url, clock });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
};
const ask = async (app: App, query: string, headers: Record<string, string> = { authorization: `Bearer ${DEMO_KEY}` }) => {
  const response = await app.http.inject({ method: 'POST', url: '/graphql', payload: { query }, headers: { 'content-type': 'application/json', ...headers } });
  return { status: response.statusCode, ...response.json<{ data?: any; errors?: { extensions: object }[] }>() }; // oxlint-disable-line no-explicit-any -- the test names what it reads
};

test('three partners are there, once, and every letter of a partner belongs to the one that its history names', async () => {
  expect(await rows(`select p.name, p.suspended_at is not null suspended, (select count(*) from partner_key k where k.partner_id = p.id) keys from partner p order by p.created_at`)).toEqual([
    { name: 'Приложение «Мой двор»', suspended: false, keys: 2 }, { name: 'Портал «Наш город»', suspended: false, keys: 2 }, { name: 'Приложение «Сосед»', suspended: true, keys: 2 }]);
  expect(await rows(`select a.number from appeal a left join partner p on p.id = a.partner_id join history_entry h on h.appeal_id = a.id and h.move = 'SUBMIT'
    where (a.channel = 'PARTNER') <> (a.partner_id is not null) or (h.actor_kind = 'PARTNER' and h.actor_name <> p.name)`)).toEqual([]);
});

test('the console has something to draw: use of every day, and deliveries of real news, one of which failed', async () => {
  const [usage] = await rows<{ days: number; last: string; refused: number }>(`select count(*)::int days, max(day)::text last, sum(refused)::int refused from partner_usage_day
    where partner_id = (select id from partner where name like '%Мой двор%')`);
  expect(usage).toMatchObject({ days: 120, last: '2026-11-24' });
  expect(usage!.refused).toBeGreaterThan(0);
  const log = await rows<{ state: string; attempts: number; n: number }>(`select state, attempts, count(*)::int n from webhook_delivery group by 1, 2`);
  expect(log.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(10);
  expect(log.find(({ state }) => state === 'FAILED')).toMatchObject({ attempts: 10, n: 1 });
  expect(await rows(`select 1 from webhook_delivery d left join appeal a on a.id = d.appeal_id where greatest(d.created_at, d.delivered_at) > timestamptz '${NOW.toISOString()}'
    or d.state = 'WAITING' or (a.id is null) <> (d.event = 'PING') or a.partner_id <> (select partner_id from webhook w where w.id = d.webhook_id)`)).toEqual([]);
  expect((await rows<{ secret: string }>('select secret from webhook'))[0]!.secret).not.toContain(DEMO_WEBHOOK_SECRET.slice(6));
});

test('what the partners did stands in a history that is whole', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { faults } = await verifyHistory(client).finally(() => client.end());
  expect(faults).toEqual([]);
  expect(await rows(`select event from history_entry where stream = 'partner:' || (select id from partner where name like '%Сосед%') order by position`))
    .toEqual(['PARTNER_CREATED', 'KEY_CREATED', 'KEY_CREATED', 'PARTNER_SUSPENDED'].map((event) => ({ event })));
});

test('the known key works in a demonstration, and the administrator sees all of it', async () => {
  await serving('1', async (app) => {
    expect((await ask(app, '{ viewerPartner { name } }')).data.viewerPartner).toEqual({ name: 'Приложение «Мой двор»' });
    expect((await ask(app, '{ submittedAppeals { totalCount } }')).data.submittedAppeals.totalCount).toBeGreaterThan(20);
    const signedIn = await app.http.inject({
      method: 'POST', url: '/api/auth/sign-in/email', payload: { email: 'admin@demo.test', password: DEMO_PASSWORD }, headers: { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000' },
    });
    const cookie = [signedIn.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ');
    const { data } = await ask(app, '{ partners(search: "Мой двор") { edges { node { keys { name state prefix } usage(days: 30) { requests } webhooks { failing deliveries { totalCount } } } } } }', { cookie });
    const [{ node }] = data.partners.edges;
    expect(node.keys).toEqual([{ name: 'Демонстрационный ключ', state: 'ACTIVE', prefix: DEMO_KEY.slice(0, 10) }, { name: 'Пробный', state: 'REVOKED', prefix: expect.any(String) }]);
    expect(node.usage.every(({ requests }: { requests: number }) => requests > 0)).toBe(true);
    expect(node.webhooks).toMatchObject([{ failing: false }]);
  });
});

test('outside a demonstration nobody makes it, it opens nothing even in a database of one, and nobody is shown it', async () => {
  await serving('0', async (app) => {
    const { status, errors } = await ask(app, '{ viewerPartner { name } }');
    expect([status, errors?.[0]?.extensions]).toEqual([401, { code: 'UNAUTHENTICATED', reason: 'KEY_UNKNOWN' }]);
  });
  await expect(loadPartners(database.orm, configFor('0'), Vault.of(configFor('0')), NOW)).rejects.toThrow(/demonstration/);
  expect(banner(configFor('1'))).toContain(DEMO_KEY);
  expect(banner(configFor('0'))).not.toContain('vdk_');
});
