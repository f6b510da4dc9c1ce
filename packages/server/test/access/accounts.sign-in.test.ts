import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { SetClock } from '../../src/shared/clock.js';
import { CONFIG, cookieOf, createDatabase, PASSWORD, setCookies, startServer, type Server } from './accounts.fixture.js';

const NEW_PASSWORD = 'another-horse-battery';

let database: Awaited<ReturnType<typeof createDatabase>>;
let server: Server;
let other: Server;

beforeAll(async () => {
  database = await createDatabase('sign_in');
  const config = { ...CONFIG, requireTwoFactor: ['ADMINISTRATOR' as const] };
  [server, other] = [await startServer(database.url, { config }), await startServer(database.url, { config })];
}, 120_000);
afterAll(async () => {
  await Promise.all([server?.stop(), other?.stop()]);
  await database?.drop();
});

let people = 0;
async function person(role: 'MODERATOR' | 'ADMINISTRATOR' = 'MODERATOR'): Promise<{ id: string; email: string }> {
  const email = `sign-in${(people += 1)}@example.test`;
  const { id } = await server.accounts.createAccount({ email, password: PASSWORD, name: 'Мария', role, regions: role === 'MODERATOR' ? ['RU-NVS'] : [], deputyId: null });
  return { id, email };
}
const kindOf = async (cookie: string, at = server): Promise<string> => (await at.actorOf(cookie)).kind;
const outcome = ({ statusCode, body, headers }: Awaited<ReturnType<Server['post']>>) => ({ statusCode, body, headers: Object.keys(headers).sort() });

/** Switches the second factor on. */
async function enrol(email: string): Promise<{ cookie: string; code: () => string; backupCodes: string[] }> {
  const cookie = await server.signIn(email);
  const { totpURI, backupCodes } = (await server.post('/two-factor/enable', { password: PASSWORD }, { cookie })).json();
  const uri = new URL(totpURI);
  const totp = new TOTP({ secret: Secret.fromBase32(uri.searchParams.get('secret')!), issuer: uri.searchParams.get('issuer')! });
  const on = await server.post('/two-factor/verify-totp', { code: totp.generate() }, { cookie });
  expect(on.statusCode, on.body).toBe(200);
  return { cookie: cookieOf(on), code: () => totp.generate(), backupCodes };
}

/** The token in the job that writes the letter. */
async function lastToken(accountId: string): Promise<string | null> {
  const { rows } = await sql<{ payload: { token: string; accountId: string } }>`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'account_mail' order by j.id desc`.execute(rowsOf(server.orm.em.fork()));
  return rows.find(({ payload }) => payload.accountId === accountId)?.payload.token ?? null;
}
const deeds = async (accountId: string): Promise<string[]> => {
  const { rows } = await sql<{ event: string }>`select event from history_entry where stream = ${`account:${accountId}`} order by position`.execute(rowsOf(server.orm.em.fork()));
  return rows.map(({ event }) => event);
};

describe('a forgotten password', () => {
  test('is set anew by a link that works once and ends every session', async () => {
    const { id, email } = await person();
    const open = await server.signIn(email);
    expect((await server.post('/request-password-reset', { email: email.toUpperCase() })).statusCode).toBe(200);
    const token = (await lastToken(id))!;
    const short = await server.post('/reset-password', { token, newPassword: 'short' });
    expect([short.statusCode, short.json().code]).toEqual([400, 'PASSWORD_TOO_SHORT']);
    expect((await server.post('/reset-password', { token, newPassword: NEW_PASSWORD })).statusCode).toBe(200);
    expect(await kindOf(open)).toBe('ANONYMOUS');
    expect(await kindOf(await server.signIn(email, NEW_PASSWORD))).toBe('STAFF');
    expect((await server.post('/sign-in/email', { email, password: PASSWORD })).statusCode).toBe(401);
    const again = await server.post('/reset-password', { token, newPassword: NEW_PASSWORD });
    expect([again.statusCode, again.json().code]).toEqual([400, 'INVALID_TOKEN']);
    expect(await deeds(id)).toEqual(['ACCOUNT_CREATED', 'PASSWORD_RESET']);
  });

  test('is asked for with one answer, whoever it is, and no letter goes to nobody or to a deactivated account', async () => {
    const [known, gone] = [await person(), await person()];
    await server.accounts.deactivate(gone.id);
    const answers = [];
    for (const email of [known.email, gone.email, 'nobody@example.test']) answers.push(await server.post('/request-password-reset', { email }));
    expect(new Set(answers.map((answer) => JSON.stringify(outcome(answer)))).size).toBe(1);
    expect(await lastToken(known.id)).not.toBeNull();
    expect(await lastToken(gone.id)).toBeNull();
  });
});

describe('guessing a password', () => {
  test('is over after ten tries of one account from any addresses and on any server, and the same for an account that does not exist', async () => {
    const { id, email } = await person();
    const wrong = (at: Server, of: string) => at.post('/sign-in/email', { email: of, password: 'wrong-wrong-wrong' });
    const refusals = [];
    for (const of of [email, 'nobody-at-all@example.test']) {
      for (let i = 0; i < 10; i += 1) expect((await wrong(i % 2 ? server : other, of)).statusCode).toBe(401);
      refusals.push(await wrong(server, of), await other.post('/sign-in/email', { email: of, password: PASSWORD }));
    }
    expect(new Set(refusals.map((answer) => JSON.stringify(outcome(answer)))).size).toBe(1);
    expect([refusals[0]!.statusCode, refusals[0]!.json().code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(refusals[0]!.headers['retry-after'])).toBeGreaterThan(0);
    // The owner is not locked out: the letter still comes, and whoever has it is in at once.
    await server.post('/request-password-reset', { email });
    const reset = await server.post('/reset-password', { token: await lastToken(id), newPassword: NEW_PASSWORD });
    const device = cookieOf(reset);
    expect(device).toMatch(/voter-deputy\.device=/);
    expect((await server.post('/sign-in/email', { email, password: NEW_PASSWORD })).statusCode).toBe(429);
    const own = await server.post('/sign-in/email', { email, password: NEW_PASSWORD }, { cookie: device });
    expect(own.statusCode).toBe(200);
    // The cookie is of this account alone.
    expect((await server.post('/sign-in/email', { email: 'nobody-at-all@example.test', password: 'x' }, { cookie: device })).statusCode).toBe(429);
    expect(server.logs.join('\n')).toContain('RATE_LIMITED');
    expect(server.logs.join('\n')).not.toContain(email);
  }, 90_000);
});

describe('a second factor', () => {
  test('is set up with the password, asked for at sign-in, and switched off with the password', async () => {
    const { id, email } = await person();
    const wrong = await server.post('/two-factor/enable', { password: 'wrong-wrong-wrong' }, { cookie: await server.signIn(email) });
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'INVALID_PASSWORD']);
    const { cookie, code, backupCodes } = await enrol(email);
    expect(backupCodes).toHaveLength(10);
    expect(await server.actorOf(cookie)).toMatchObject({ kind: 'STAFF', twoFactorEnabled: true });

    const first = await server.post('/sign-in/email', { email, password: PASSWORD });
    expect(first.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await kindOf(cookieOf(first))).toBe('ANONYMOUS');
    const refused = await server.post('/two-factor/verify-totp', { code: '000000' }, { cookie: cookieOf(first) });
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'INVALID_CODE']);
    const second = await server.post('/two-factor/verify-totp', { code: code() }, { cookie: cookieOf(first) });
    expect(await kindOf(cookieOf(second))).toBe('STAFF');

    const off = await server.post('/two-factor/disable', { password: PASSWORD }, { cookie: cookieOf(second) });
    expect(off.statusCode).toBe(200);
    expect((await server.post('/sign-in/email', { email, password: PASSWORD })).json()).not.toHaveProperty('twoFactorRedirect');
    expect(await deeds(id)).toEqual(['ACCOUNT_CREATED', 'TWO_FACTOR_ENABLED', 'TWO_FACTOR_DISABLED']);
  }, 60_000);

  test('can be replaced by a recovery code, once', async () => {
    const { email } = await person();
    const { backupCodes: [backup] } = await enrol(email);
    const begin = async () => cookieOf(await server.post('/sign-in/email', { email, password: PASSWORD }));
    const used = await server.post('/two-factor/verify-backup-code', { code: backup }, { cookie: await begin() });
    expect(await kindOf(cookieOf(used))).toBe('STAFF');
    const again = await server.post('/two-factor/verify-backup-code', { code: backup }, { cookie: await begin() });
    expect([again.statusCode, again.json().code]).toEqual([401, 'INVALID_BACKUP_CODE']);
  }, 60_000);

  test('rests for five minutes after five wrong codes, over challenges and servers, the right code included', async () => {
    const { email } = await person();
    const { code } = await enrol(email);
    const begin = async (at: Server) => cookieOf(await at.post('/sign-in/email', { email, password: PASSWORD }));
    for (const at of [server, other, server]) {
      const cookie = await begin(at);
      for (let i = 0; i < 2; i += 1) await at.post('/two-factor/verify-totp', { code: '000000' }, { cookie });
    }
    const locked = await other.post('/two-factor/verify-totp', { code: code() }, { cookie: await begin(other) });
    expect([locked.statusCode, locked.json().code, locked.headers['retry-after']]).toEqual([429, 'RATE_LIMITED', '300']);
    expect(setCookies(locked).join()).not.toContain('session_token');
  }, 60_000);

  test('is asked of roles that a setting names: without it the person has no right but to set it up', async () => {
    const { email } = await person('ADMINISTRATOR');
    const cookie = await server.signIn(email);
    expect(await server.actorOf(cookie)).toMatchObject({ kind: 'UNSECURED', role: 'ADMINISTRATOR' });
    expect(await kindOf((await enrol(email)).cookie)).toBe('STAFF');
    expect(await kindOf(await server.signIn((await person()).email))).toBe('STAFF');
  }, 60_000);
});

test('when a person was last here is known to five minutes, without a write for each request', async () => {
  const clock = new SetClock(new Date());
  const quiet = await startServer(database.url, { clock, hears: false });
  const { id, email } = await person();
  const cookie = await quiet.signIn(email);
  const seen = async (): Promise<Date> => {
    const { rows } = await sql<{ lastSeenAt: Date }>`select "lastSeenAt" from auth."user" where id = ${id}`.execute(rowsOf(server.orm.em.fork()));
    return rows[0]!.lastSeenAt;
  };
  const [atSignIn, start] = [await seen(), clock.now()];
  expect(atSignIn.getTime()).toBe(start.getTime());
  clock.advance(60_000);
  await quiet.actorOf(cookie);
  expect((await seen()).getTime()).toBe(start.getTime());
  clock.advance(5 * 60_000);
  await quiet.actorOf(cookie);
  expect((await seen()).getTime()).toBe(start.getTime() + 6 * 60_000);
  await quiet.stop();
});
