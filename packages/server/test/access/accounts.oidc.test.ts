import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../src/db/orm.js';
import { CONFIG, cookieOf, createDatabase, PASSWORD, setCookies, startServer, type Server } from './accounts.fixture.js';
import { CLIENT, startProvider, type TestProvider } from './oidc.fixture.js';

const CALLBACK = '/api/auth/callback/sso';
const SCOPES = ['openid', 'email', 'profile'];
const MODERATOR = { password: PASSWORD, name: 'Мария Модератор', role: 'MODERATOR' as const, regions: ['RU-NVS'], deputyId: null };

let database: Awaited<ReturnType<typeof createDatabase>>;
let provider: TestProvider;
let server: Server;

const configOf = (oidc: object) => ({
  ...CONFIG,
  oidc: { id: 'sso', name: 'единый вход', clientId: CLIENT.id, clientSecret: CLIENT.secret, scopes: SCOPES, issuer: null, authorizationUrl: null, tokenUrl: null, userInfoUrl: null, ...oidc },
});

beforeAll(async () => {
  database = await createDatabase('oidc');
  provider = await startProvider(`${CONFIG.publicUrl}${CALLBACK}`);
  server = await startServer(database.url, { config: configOf({ issuer: provider.issuer }) });
}, 120_000);
afterAll(async () => {
  await server?.stop();
  await provider?.stop();
  await database?.drop();
});

let people = 0;
async function person(verified = true): Promise<{ email: string; subject: string; id: string }> {
  const [email, subject] = [`oidc${(people += 1)}@example.test`, `subject-${people}`];
  provider.people.set(subject, { email, verified });
  const { id } = await server.accounts.createAccount({ ...MODERATOR, email });
  return { email, subject, id };
}

/** Asks our server where to go, goes there as a browser would, and comes back. `tamper` changes what comes back. */
async function signIn(subject: string, { at = server, tamper = (url: URL) => url, cookie, deny = false }: { at?: Server; tamper?: (url: URL) => URL; cookie?: string; deny?: boolean } = {}) {
  const begun = await at.post('/sign-in/oauth2', { providerId: 'sso', callbackURL: '/admin/', errorCallbackURL: '/admin/sign-in' });
  expect(begun.statusCode, begun.body).toBe(200);
  const back = tamper(await provider.visit(begun.json().url, subject, deny));
  expect(back.pathname).toBe(CALLBACK);
  return at.get(back.pathname.replace('/api/auth', '') + back.search, { cookie: cookie ?? cookieOf(begun) });
}
const isIn = async (cookie: string, at = server): Promise<boolean> => (await at.actorOf(cookie)).kind === 'STAFF';

test('a person with an account and a confirmed address comes in, by PKCE, state and nonce, and the account stays theirs', async () => {
  const { subject, id, email } = await person();
  const begun = await server.post('/sign-in/oauth2', { providerId: 'sso', callbackURL: '/admin/' });
  const asked = new URL(begun.json().url).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('scope')).toBe('openid email profile');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name), name).toBeTruthy();
  const response = await signIn(subject);
  expect([response.statusCode, response.headers.location]).toEqual([302, '/admin/']);
  expect(await server.actorOf(cookieOf(response))).toMatchObject({ accountId: id, email, role: 'MODERATOR', name: 'Мария Модератор' });
  // The second time the provider's subject is known already.
  expect(await isIn(cookieOf(await signIn(subject)))).toBe(true);
  const { rows } = await sql<{ accessToken: string | null; idToken: string | null }>`select "accessToken", "idToken" from auth.account where "userId" = ${id} and "providerId" = 'sso'`
    .execute(rowsOf(server.orm.em.fork()));
  expect(rows).toEqual([{ accessToken: null, idToken: null }]);
}, 60_000);

test.each([
  ['whom we do not know', () => {
    provider.people.set('stranger', { email: 'stranger@example.test', verified: true });
    return Promise.resolve('stranger');
  }, 'OIDC_NO_ACCOUNT'],
  ['whose address the provider did not confirm', async () => (await person(false)).subject, 'OIDC_EMAIL_NOT_CONFIRMED'],
  ['without an account and without a confirmed address', () => {
    provider.people.set('nobody', { email: 'nobody@example.test', verified: false });
    return Promise.resolve('nobody');
  }, 'OIDC_EMAIL_NOT_CONFIRMED'],
  ['whose account is deactivated', async () => {
    const { subject, id } = await person();
    await server.accounts.deactivate(id);
    return subject;
  }, 'OIDC_NO_ACCOUNT'],
  ['who came in before and whose address at the provider is another by now', async () => {
    const { subject } = await person();
    await signIn(subject);
    provider.people.set(subject, { email: 'other@example.test', verified: true });
    return subject;
  }, 'OIDC_NO_ACCOUNT'],
])('a person %s is led back to the sign-in page with a code', async (_who, make, code) => {
  const response = await signIn(await make());
  expect([response.statusCode, response.headers.location]).toEqual([302, `/admin/sign-in?error=${code}`]);
  expect(setCookies(response).join()).not.toMatch(/session_token=[^;]+\./);
  expect(server.logs.join('\n')).toContain(code);
  expect(server.logs.join('\n')).not.toMatch(/@example\.test/);
}, 60_000);

test('nobody is made by signing in', async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from auth."user" where email like 'stranger@%' or email like 'nobody@%'`.execute(rowsOf(server.orm.em.fork()));
  expect(rows).toEqual([{ count: 0 }]);
});

test('a state that is not ours, or of another browser, is refused', async () => {
  const { subject } = await person();
  const forged = await signIn(subject, { tamper: (url) => {
    url.searchParams.set('state', 'forged');
    return url;
  } });
  expect(forged.headers.location).toBe('/admin/sign-in?error=OIDC_STATE_INVALID');
  const elsewhere = await signIn(subject, { cookie: '' });
  expect(elsewhere.headers.location).toBe('/admin/sign-in?error=OIDC_STATE_INVALID');
}, 60_000);

test('a person who changes their mind at the provider is led back', async () => {
  const { subject } = await person();
  expect((await signIn(subject, { deny: true })).headers.location).toBe('/admin/sign-in?error=OIDC_DENIED');
}, 60_000);

test('an address to come back to is a page of ours, and no ID token is taken from outside', async () => {
  const { subject } = await person();
  const begun = await server.post('/sign-in/oauth2', { providerId: 'sso', callbackURL: 'https://evil.example/', idToken: { token: 'x' }, scopes: ['everything'] });
  expect(new URL(begun.json().url).searchParams.get('scope')).toBe('openid email profile');
  const back = await provider.visit(begun.json().url, subject);
  expect((await server.get(back.pathname.replace('/api/auth', '') + back.search, { cookie: cookieOf(begun) })).headers.location).toBe('/admin/');
  expect((await server.post('/sign-in/oauth2', { providerId: 'google' })).statusCode).toBe(404);
  expect((await server.post('/sign-in/social', { provider: 'sso' })).statusCode).toBe(404);
}, 60_000);

test('single addresses do in place of an issuer', async () => {
  const { authorization_endpoint: authorizationUrl, token_endpoint: tokenUrl, userinfo_endpoint: userInfoUrl } =
    await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json() as Record<string, string>;
  const explicit = await startServer(database.url, { config: configOf({ authorizationUrl, tokenUrl, userInfoUrl }) });
  const { subject } = await person();
  const response = await signIn(subject, { at: explicit });
  expect(response.headers.location).toBe('/admin/');
  expect(await isIn(cookieOf(response), explicit)).toBe(true);
  await explicit.stop();
}, 60_000);

test('a second factor is asked for after a provider as after a password', async () => {
  const { subject, email } = await person();
  const cookie = await server.signIn(email);
  const { totpURI } = (await server.post('/two-factor/enable', { password: PASSWORD }, { cookie })).json();
  const totp = new TOTP({ secret: Secret.fromBase32(new URL(totpURI).searchParams.get('secret')!) });
  await server.post('/two-factor/verify-totp', { code: totp.generate() }, { cookie });
  const half = await signIn(subject);
  expect(half.headers.location).toBe('/admin/sign-in?step=two-factor');
  expect(await isIn(cookieOf(half))).toBe(false);
  const whole = await server.post('/two-factor/verify-totp', { code: totp.generate() }, { cookie: cookieOf(half) });
  expect(await isIn(cookieOf(whole))).toBe(true);
}, 60_000);

test('a provider that is away stops nobody else, and is asked again when it is back', async () => {
  const away = await startServer(database.url, { config: configOf({ issuer: 'http://127.0.0.1:9' }) });
  const { email } = await person();
  const refused = await away.post('/sign-in/oauth2', { providerId: 'sso' });
  expect([refused.statusCode, refused.json().code]).toEqual([503, 'OIDC_UNAVAILABLE']);
  expect(await isIn(await away.signIn(email), away)).toBe(true);
  await away.stop();
}, 60_000);
