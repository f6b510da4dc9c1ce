import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { migrateAuth } from '../../src/accounts/auth.migrate.js';
import { createDemoAccounts, DEMO_ACCOUNTS } from '../../src/accounts/index.js';
import { rowsOf } from '../../src/db/orm.js';
import type { StaffActor } from '../../src/shared/actor.js';
import { SetClock } from '../../src/shared/clock.js';
import { newId } from '../../src/shared/ids.js';
import { CONFIG, cookieOf, createDatabase, eventually, PASSWORD, setCookies, startServer, type Server } from './accounts.fixture.js';

const MODERATOR = { password: PASSWORD, name: 'Мария Модератор', role: 'MODERATOR' as const, regions: ['RU-NVS'], deputyId: null };

let database: Awaited<ReturnType<typeof createDatabase>>;
let server: Server;
let other: Server;

beforeAll(async () => {
  database = await createDatabase('accounts');
  [server, other] = await Promise.all([startServer(database.url), startServer(database.url)]);
});
afterAll(async () => {
  await Promise.all([server?.stop(), other?.stop()]);
  await database?.drop();
});

let people = 0;
async function moderator(): Promise<{ id: string; email: string }> {
  const email = `person${(people += 1)}@example.test`;
  const { id } = await server.accounts.createAccount({ ...MODERATOR, email });
  return { id, email };
}
const isAnonymous = async (at: Server, cookie: string): Promise<boolean> => (await at.actorOf(cookie)).kind === 'ANONYMOUS';

describe('signing in', () => {
  test('a person with the right password is who the account says, within its regions', async () => {
    const { id, email } = await moderator();
    const actor = await server.actorOf(await server.signIn(email.toUpperCase())) as StaffActor;
    expect(actor).toMatchObject({
      kind: 'STAFF', accountId: id, email, name: 'Мария Модератор', role: 'MODERATOR', regions: ['RU-NVS'], deputyId: null,
    });
    expect(actor.sessionExpiresAt.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
  });

  test('the cookie is out of reach of scripts and of other sites, and secure where the address is', async () => {
    const { email } = await moderator();
    const session = (cookies: string[]): string | undefined => cookies.find((cookie) => cookie.includes('voter-deputy.session_token='));
    const plain = session(setCookies(await server.post('/sign-in/email', { email, password: PASSWORD })));
    expect(plain).toMatch(/^voter-deputy\.session_token=/);
    expect(plain).toMatch(/; HttpOnly/i);
    expect(plain).toMatch(/; SameSite=Lax/i);
    expect(plain).toMatch(/; Path=\//i);
    expect(plain).not.toMatch(/Secure|Domain/i);
    const config = { ...CONFIG, publicUrl: 'https://deputy.example' };
    const secure = await startServer(database.url, { config, hears: false });
    const cookie = session(setCookies(await secure.post('/sign-in/email', { email, password: PASSWORD })));
    await secure.stop();
    expect(cookie).toMatch(/^__Secure-voter-deputy\.session_token=.*; Secure/i);
  });

  test('cannot be told from the answer whether an account exists, is deactivated, or has another password', async () => {
    const { email } = await moderator();
    const gone = await moderator();
    await server.accounts.deactivate(gone.id);
    const answers = await Promise.all([
      server.post('/sign-in/email', { email, password: 'wrong-wrong-wrong' }),
      server.post('/sign-in/email', { email: 'nobody@example.test', password: 'wrong-wrong-wrong' }),
      server.post('/sign-in/email', { email: gone.email, password: 'wrong-wrong-wrong' }),
      server.post('/sign-in/email', { email: gone.email, password: PASSWORD }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers[0]!.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' });
    expect(answers.flatMap(setCookies)).toEqual([]);
  });

  test('a person cannot sign up, nor reach what the library offers besides', async () => {
    const stranger = { email: 'stranger@example.test', password: PASSWORD, name: 'Чужой' };
    for (const path of ['/sign-up/email', '/update-user', '/delete-user', '/sign-in/social', '/sign-in/email/../../sign-up/email']) {
      const response = await server.post(path, stranger);
      expect([path, response.statusCode]).toEqual([path, 404]);
      expect(response.json()).toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(server.auth.api.signUpEmail({ body: stranger })).rejects.toThrow();
    expect((await server.post('/sign-in/email', stranger)).statusCode).toBe(401);
  });

  test('a page of another site cannot sign a person in or out', async () => {
    const { email } = await moderator();
    const cookie = await server.signIn(email);
    const evil = { origin: 'https://evil.example' };
    expect((await server.post('/sign-in/email', { email, password: PASSWORD }, evil)).statusCode).toBe(403);
    expect((await server.post('/sign-out', undefined, { ...evil, cookie })).statusCode).toBe(403);
    expect(await isAnonymous(server, cookie)).toBe(false);
  });

  test('the address by which the request came counts as ours on loopback alone', async () => {
    const { email } = await moderator();
    const local = await server.post('/sign-in/email', { email, password: PASSWORD }, { host: 'localhost:8080', origin: 'http://localhost:8080' });
    expect(local.statusCode).toBe(200);
    const foreign = await server.post('/sign-in/email', { email, password: PASSWORD }, { host: 'rebound.example', origin: 'http://rebound.example' });
    expect(foreign.statusCode).toBe(403);
  });

  test('a body that is too large, not JSON or malformed is refused in one shape', async () => {
    const large = await server.post('/sign-in/email', { email: 'a@example.test', password: 'x'.repeat(9_000) });
    expect([large.statusCode, large.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
    const form = await server.post('/sign-in/email', 'email=a', { 'content-type': 'application/x-www-form-urlencoded' });
    expect([form.statusCode, form.json().code]).toEqual([415, 'JSON_EXPECTED']);
    const broken = await server.post('/sign-in/email', '{"email":', { 'content-type': 'application/json' });
    expect(broken.statusCode).toBe(400);
    expect(typeof broken.json().code).toBe('string');
    const number = await server.post('/sign-in/email', { email: 1, password: [] });
    expect(number.statusCode).toBe(400);
  });

  test('after thirty attempts in a minute an address has to wait, whatever address it claims', async () => {
    // Windows begin at whole minutes.
    const clock = new SetClock(new Date(Math.floor(Date.now() / 60_000) * 60_000));
    const limited = await startServer(database.url, { clock, hears: false });
    const attempt = (claimed: string) =>
      limited.post('/sign-in/email', { email: `not an address ${claimed}`, password: 'x' }, { 'x-client-address': claimed, 'x-forwarded-for': claimed }, '203.0.113.200');
    for (let i = 0; i < 30; i += 1) expect((await attempt(`203.0.113.${i}`)).statusCode).toBe(400);
    const refused = await attempt('203.0.113.99');
    expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([429, 'RATE_LIMITED', '60']);
    clock.advance(60_000);
    expect((await attempt('203.0.113.99')).statusCode).toBe(400);
    await limited.stop();
  });

  test('neither e-mail nor password reaches the log', async () => {
    const { email } = await moderator();
    await server.signIn(email);
    await server.post('/sign-in/email', { email, password: 'wrong-secret-word' });
    await server.post('/sign-in/email', { email, password: PASSWORD }, { origin: 'https://evil.example' });
    const log = server.logs.join('\n');
    expect(log).toContain('/api/auth/sign-in/email');
    expect(log).not.toContain(email);
    expect(log).not.toContain('wrong-secret-word');
    expect(log).not.toContain(PASSWORD);
  });
});

describe('a session', () => {
  test('costs no SQL while it is steady', async () => {
    const { email } = await moderator();
    const cookie = await server.signIn(email);
    const first = await server.actorOf(cookie);
    // The very same object: nothing was read again.
    expect(await server.actorOf(cookie)).toBe(first);
    const fresh = await startServer(database.url, { hears: false });
    const page = await Promise.all(Array.from({ length: 20 }, () => fresh.actorOf(cookie)));
    expect(new Set(page).size).toBe(1);
    await fresh.stop();
  });

  test('cannot be had with a token whose signature is missing or forged, even while the true one is remembered', async () => {
    const { email } = await moderator();
    const cookie = await server.signIn(email);
    expect(await isAnonymous(server, cookie)).toBe(false);
    const [name, value] = [cookie.slice(0, cookie.indexOf('=')), decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1))];
    const token = value.slice(0, value.indexOf('.'));
    const forged = `${token}.${Buffer.alloc(32, 7).toString('base64')}`;
    for (const bad of [token, `${token}.`, forged, 'x', '']) {
      expect(await isAnonymous(server, `${name}=${encodeURIComponent(bad)}`)).toBe(true);
    }
  });

  test('ends at sign-out: the cookie that was kept is nobody at once here, and in every other process', async () => {
    const { email } = await moderator();
    const cookie = await server.signIn(email);
    expect(await isAnonymous(server, cookie)).toBe(false);
    expect(await isAnonymous(other, cookie)).toBe(false);
    const response = await server.post('/sign-out', undefined, { cookie });
    expect(response.statusCode).toBe(200);
    expect(setCookies(response).join()).toMatch(/session_token=;.*Max-Age=0/i);
    expect(await isAnonymous(server, cookie)).toBe(true);
    expect(await eventually(() => isAnonymous(other, cookie))).toBe(true);
  });

  test('that ends while it is being read is not remembered', async () => {
    for (let round = 0; round < 5; round += 1) {
      const cookie = await server.signIn((await moderator()).email);
      await Promise.all([server.actorOf(cookie), server.post('/sign-out', undefined, { cookie }), server.actorOf(cookie)]);
      expect(await isAnonymous(server, cookie)).toBe(true);
    }
  });

  test('ends at once when the account is deactivated by another process', async () => {
    const { id, email } = await moderator();
    const cookie = await server.signIn(email);
    const second = await server.signIn(email);
    expect(await isAnonymous(server, cookie)).toBe(false);
    expect(await isAnonymous(server, second)).toBe(false);
    await other.accounts.deactivate(id);
    expect(await eventually(() => isAnonymous(server, cookie))).toBe(true);
    expect(await eventually(() => isAnonymous(server, second))).toBe(true);
    const left = await sql<{ count: number }>`select count(*)::int as count from auth.session where "userId" = ${id}`.execute(rowsOf(server.orm.em));
    expect(left.rows[0]?.count).toBe(0);
  });

  test('a changed role counts at once', async () => {
    const { id, email } = await moderator();
    const cookie = await server.signIn(email);
    expect(await server.actorOf(cookie)).toMatchObject({ role: 'MODERATOR', regions: ['RU-NVS'] });
    await sql`update account set regions = '{RU-PSK}' where id = ${id}`.execute(rowsOf(other.orm.em));
    expect(await eventually(async () => (await server.actorOf(cookie) as StaffActor).regions[0] === 'RU-PSK')).toBe(true);
  });

  test('a session cut short or deleted in SQL is heard as well', async () => {
    const { id, email } = await moderator();
    const [expired, deleted] = [await server.signIn(email), await server.signIn(email)];
    const ids = [await server.actorOf(expired), await server.actorOf(deleted)].map((actor) => (actor as StaffActor).sessionId);
    await sql`update auth.session set "expiresAt" = now() where id = ${ids[0]}`.execute(rowsOf(other.orm.em));
    await sql`delete from auth.session where id = ${ids[1]} and "userId" = ${id}`.execute(rowsOf(other.orm.em));
    expect(await eventually(() => isAnonymous(server, expired))).toBe(true);
    expect(await eventually(() => isAnonymous(server, deleted))).toBe(true);
  });

  test('is never remembered beyond its end, even by a server that hears nothing', async () => {
    const { email } = await moderator();
    const cookie = await server.signIn(email);
    const clock = new SetClock(new Date());
    const deaf = await startServer(database.url, { clock, hears: false });
    const { sessionExpiresAt } = await deaf.actorOf(cookie) as StaffActor;
    clock.set(new Date(sessionExpiresAt.getTime() - 1_000));
    expect(await isAnonymous(deaf, cookie)).toBe(false);
    clock.advance(999);
    expect(await isAnonymous(deaf, cookie)).toBe(false);
    clock.advance(1);
    expect(await isAnonymous(deaf, cookie)).toBe(true);
    await deaf.stop();
  });

  test('is asked about anew after thirty seconds by a server that hears nothing', async () => {
    const { email } = await moderator();
    const cookie = await server.signIn(email);
    const clock = new SetClock(new Date());
    const deaf = await startServer(database.url, { clock, hears: false });
    expect(await isAnonymous(deaf, cookie)).toBe(false);
    await server.post('/sign-out', undefined, { cookie });
    expect(await isAnonymous(deaf, cookie)).toBe(false);
    clock.advance(30_001);
    expect(await isAnonymous(deaf, cookie)).toBe(true);
    await deaf.stop();
  });

  test('is prolonged once a day where a cookie can be set, and never by a WebSocket', async () => {
    const { email } = await moderator();
    const cookie = await server.signIn(email);
    const { sessionId } = await server.actorOf(cookie) as StaffActor;
    await sql`update auth.session set "expiresAt" = now() + interval '5 days' where id = ${sessionId}`.execute(rowsOf(server.orm.em));
    const fresh = await startServer(database.url, { hears: false });
    const days = (actor: unknown): number => Math.round(((actor as StaffActor).sessionExpiresAt.getTime() - Date.now()) / 86_400_000);
    expect(days(await fresh.actorOf(cookie))).toBe(5);
    await fresh.stop();
    const again = await startServer(database.url, { hears: false });
    const renewed: string[] = [];
    expect(days(await again.actorOf(cookie, (header) => renewed.push(header)))).toBe(7);
    expect(renewed.join()).toMatch(/session_token=.*HttpOnly/i);
    await again.stop();
  });

  test('a person sees and ends their own sessions, and cannot end those of another', async () => {
    const [mine, theirs] = [await moderator(), await moderator()];
    const [here, elsewhere, foreign] = [await server.signIn(mine.email), await server.signIn(mine.email), await server.signIn(theirs.email)];
    expect(await isAnonymous(server, foreign)).toBe(false);
    const list = (await server.get('/list-sessions', { cookie: foreign })).json() as { token: string }[];
    expect(list).toHaveLength(1);
    await server.post('/revoke-session', { token: list[0]!.token }, { cookie: here });
    expect(await isAnonymous(server, foreign)).toBe(false);
    expect((await server.post('/revoke-other-sessions', undefined, { cookie: here })).statusCode).toBe(200);
    expect(await isAnonymous(server, elsewhere)).toBe(true);
    expect(await isAnonymous(server, here)).toBe(false);
    expect((await server.get('/list-sessions')).statusCode).toBe(401);
  });

  test('a new password needs the old one, and ends the other sessions when asked', async () => {
    const { email } = await moderator();
    const [here, elsewhere] = [await server.signIn(email), await server.signIn(email)];
    const change = (currentPassword: string, newPassword: string) =>
      server.post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }, { cookie: here });
    expect((await change('wrong-wrong-wrong', 'another-long-one')).json()).toMatchObject({ code: 'INVALID_PASSWORD' });
    expect((await change(PASSWORD, 'short')).json()).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    const changed = await change(PASSWORD, 'another-long-one');
    expect(changed.statusCode).toBe(200);
    expect(await isAnonymous(server, elsewhere)).toBe(true);
    expect(await isAnonymous(server, cookieOf(changed))).toBe(false);
    expect((await server.post('/sign-in/email', { email, password: PASSWORD })).statusCode).toBe(401);
  });
});

describe('making accounts', () => {
  test('the same e-mail twice, in whatever case and at once, is one account, and the first call counts', async () => {
    const [a, b] = await Promise.all([
      server.accounts.createAccount({ ...MODERATOR, email: 'twice@example.test' }),
      other.accounts.createAccount({ ...MODERATOR, email: 'Twice@Example.test', regions: ['RU-PSK'] }),
    ]);
    expect(a.id).toBe(b.id);
    expect([a.created, b.created].filter(Boolean)).toHaveLength(1);
  });

  test('an interrupted call leaves nobody who can sign in, and the next one completes it', async () => {
    const email = 'half@example.test';
    const impossible = { ...MODERATOR, email, role: 'DEPUTY' as const, regions: [], deputyId: newId() };
    await expect(server.accounts.createAccount(impossible)).rejects.toThrow();
    expect((await server.post('/sign-in/email', { email, password: PASSWORD })).statusCode).toBe(401);
    expect(await server.accounts.createAccount({ ...MODERATOR, email })).toMatchObject({ created: true });
    expect(await isAnonymous(server, await server.signIn(email))).toBe(false);
  });

  test.each([
    ['a moderator without regions', { role: 'MODERATOR' as const, regions: [], deputyId: null }, 'ACCOUNT_REGIONS_MISSING'],
    ['a deputy without a deputy', { role: 'AIDE' as const, regions: [], deputyId: null }, 'ACCOUNT_DEPUTY_MISSING'],
    ['an analyst with regions', { role: 'ANALYST' as const, regions: ['RU-NVS'], deputyId: null }, 'ACCOUNT_SCOPE_TOO_WIDE'],
    ['a moderator with a deputy', { role: 'MODERATOR' as const, regions: ['RU-NVS'], deputyId: newId() }, 'ACCOUNT_SCOPE_TOO_WIDE'],
  ])('cannot make %s', async (_who, scope, code) => {
    await expect(server.accounts.createAccount({ ...MODERATOR, ...scope, email: 'never@example.test' })).rejects.toMatchObject({ code });
  });

  test('a person cannot be given a short password', async () => {
    await expect(server.accounts.createAccount({ ...MODERATOR, email: 'short@example.test', password: 'короткий' }))
      .rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
  });

  test('a person sets the language for themselves', async () => {
    const { id, email } = await moderator();
    const actor = await server.actorOf(await server.signIn(email)) as StaffActor;
    await server.accounts.setLocale(actor, 'en');
    const row = await rowsOf(server.orm.em).selectFrom('account').select('locale').where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.locale).toBe('en');
  });
});

describe('accounts of the demonstration', () => {
  const deputies = async (): Promise<{ deputy: { id: string; name: string }; deputy2: { id: string; name: string } }> => {
    const [deputy, deputy2] = [newId(), newId()];
    const db = rowsOf(server.orm.em);
    for (const [code, id] of [['RU-NVS', deputy], ['RU-PSK', deputy2]] as const) {
      await sql`insert into region (code, number, name_ru, name_en, federal_district, administrative_centre, time_zone, tile_column, tile_row, valid_from)
        values (${code}, '54', 'Регион', 'Region', 'СФО', 'Город', 'Asia/Novosibirsk', 1, 1, '1993-12-12')`.execute(db);
      await sql`insert into deputy (id, region_code, last_name, first_name, sort_name, search_name, created_at)
        values (${id}, ${code}, 'Ильин', 'Пётр', 'Ильин Пётр', 'ильин петр', now())`.execute(db);
    }
    return { deputy: { id: deputy, name: 'Пётр Ильин' }, deputy2: { id: deputy2, name: 'Анна Псковская' } };
  };

  test('cannot be made outside demonstration mode', async () => {
    const nobody = { id: newId(), name: '' };
    await expect(createDemoAccounts(server.accounts, { demo: false }, { deputy: nobody, deputy2: nobody })).rejects.toThrow(/demonstration/);
    expect((await server.post('/sign-in/email', { email: 'admin@demo.test', password: 'demo-demo-demo' })).statusCode).toBe(401);
  });

  test('are the seven, each with its place, and repeating changes nothing', async () => {
    const given = await deputies();
    await createDemoAccounts(server.accounts, { demo: true }, given);
    await createDemoAccounts(server.accounts, { demo: true }, given);
    const seen: Record<string, unknown> = {};
    for (const { email, password } of DEMO_ACCOUNTS) {
      const { role, regions, deputyId, name } = await server.actorOf(await server.signIn(email, password)) as StaffActor;
      expect(name).toMatch(/^[А-ЯЁ][а-яё]+ [А-ЯЁ]/);
      seen[email.split('@')[0]!] = [role, regions, deputyId];
    }
    expect(seen).toEqual({
      admin: ['ADMINISTRATOR', [], null],
      analyst: ['ANALYST', [], null],
      moderator: ['MODERATOR', ['RU-NVS'], null],
      coordinator: ['COORDINATOR', ['RU-NVS'], null],
      deputy: ['DEPUTY', [], given.deputy.id],
      aide: ['AIDE', [], given.deputy.id],
      deputy2: ['DEPUTY', [], given.deputy2.id],
    });
  });
});

test('the migration of accounts may run again and at the same time', async () => {
  await Promise.all([1, 2, 3].map(() => migrateAuth({ databaseUrl: database.url, config: CONFIG })));
  const { rows } = await sql<{ schema: string }>`
    select distinct table_schema as schema from information_schema.tables where table_name in ('user', 'session', 'verification')
  `.execute(rowsOf(server.orm.em));
  expect(rows).toEqual([{ schema: 'auth' }]);
});
