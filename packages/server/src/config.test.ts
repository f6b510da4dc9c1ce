import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addressOf, ConfigError, loadConfig, PROJECT_ROOT } from './config.js';

const folder = mkdtempSync(path.join(tmpdir(), 'voter-deputy-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECRET = 'x'.repeat(32);
const load = (env: Record<string, string> = {}) => loadConfig({ SECRET, ...env });

describe('the settings', () => {
  test('have a working default each', () => {
    expect(load()).toEqual({
      port: 4000,
      bounces: null,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4000',
      databaseUrl: null,
      serverDatabaseUrl: null,
      databasePool: 10,
      dataDir: path.join(PROJECT_ROOT, '.data'),
      filesAt: null,
      scanner: null,
      fileMaxBytes: 20 * 1024 * 1024,
      filesPerLetter: 10,
      photoMaxPixels: 50_000_000,
      uploadsPerHour: 1_000_000,
      uploadsWaitingBytes: 10 * 1024 ** 3,
      fileLinkMs: 600_000,
      redisUrl: null,
      smtpUrl: null,
      mailFrom: 'Избиратель – депутат <no-reply@localhost>',
      secret: SECRET,
      dataKeys: null,
      retention: false,
      demo: true,
      requireTwoFactor: [],
      oidc: null,
      serviceName: 'Избиратель – депутат',
      partyName: '',
      partyLogo: null,
      partyAccent: '#1d4ed8',
      trustedProxies: ['loopback'],
      corsOrigins: [],
      introspection: 'signed-in',
      anonymousOperations: 'any',
      maxCost: 10_000,
      anonymousPerMinute: 1_000_000,
      staffPerMinute: 1_000_000,
      operationTimeoutMs: 10_000,
      undoSeconds: 30,
      aideMaySign: false,
      metricsToken: null,
      webhookAllowPrivate: true,
      logLevel: 'info',
      nodeEnv: 'development',
    });
  });

  test('count as not set when they are empty, as docker compose passes them', () => {
    expect(load({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(load());
  });

  test('places of files and scanner are read from their addresses', () => {
    expect(load({ FILES_URL: 's3://key:se%2Fcret@s3.example.ru:9000/files?region=ru-central1&tls=0' }).filesAt)
      .toEqual({ endpoint: 'http://s3.example.ru:9000', region: 'ru-central1', bucket: 'files', accessKeyId: 'key', secretAccessKey: 'se/cret' });
    expect(load({ FILES_URL: 's3://key:secret@s3.amazonaws.com/files?region=eu-west-1' }).filesAt).toMatchObject({ endpoint: null, region: 'eu-west-1' });
    expect(load({ CLAMD_URL: 'tcp://[::1]:3310' }).scanner).toEqual({ host: '::1', port: 3310 });
    expect(load({ CLAMD_URL: 'unix:/run/clamav/clamd.ctl' }).scanner).toEqual({ path: '/run/clamav/clamd.ctl' });
  });

  test('PUBLIC_URL follows host and port, and loses its last slash', () => {
    expect(load({ PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080');
    expect(load({ PUBLIC_URL: 'https://deputat.example.ru/' }).publicUrl).toBe('https://deputat.example.ru');
    expect(addressOf('0.0.0.0', 4000)).toBe('http://localhost:4000');
    expect(addressOf('::1', 4000)).toBe('http://[::1]:4000');
  });

  test('a relative DATA_DIR starts at the root of the project', () => {
    expect(load({ DATA_DIR: 'мои данные' }).dataDir).toBe(path.join(PROJECT_ROOT, 'мои данные'));
    expect(load({ DATA_DIR: '/srv/data' }).dataDir).toBe('/srv/data');
  });

  test('the rates are for people outside a demonstration', () => {
    expect(load({ DEMO: '0' })).toMatchObject({ anonymousPerMinute: 1_200, staffPerMinute: 3_000 });
    expect(load({ ANONYMOUS_PER_MINUTE: '5' })).toMatchObject({ anonymousPerMinute: 5 });
  });

  test('lists take commas', () => {
    expect(load({ CORS_ORIGINS: 'https://a.ru, https://b.ru:8443/' }).corsOrigins).toEqual(['https://a.ru', 'https://b.ru:8443']);
    expect(load({ TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,192.0.2.7' }).trustedProxies).toEqual(['loopback', '10.0.0.0/8', '192.0.2.7']);
  });

  test('DEMO is off in production unless it is asked for', () => {
    expect(load({ NODE_ENV: 'production' }).demo).toBe(false);
    expect(load({ NODE_ENV: 'production', DEMO: '1' }).demo).toBe(true);
    expect(load({ DEMO: 'false' }).demo).toBe(false);
  });

  test('DATA_KEYS is a ring of keys in their order, and no key stands in a complaint', () => {
    const [one, two] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64url')];
    expect(load({ DATA_KEYS: `k2:${two}, k1:${one}` }).dataKeys).toEqual([{ id: 'k2', key: Buffer.alloc(32, 2) }, { id: 'k1', key: Buffer.alloc(32, 1) }]);
    for (const wrong of [one, `k1:${one.slice(0, 20)}`, `K1:${one}`, `k1:${one},k1:${two}`, `s1:${one}`, `k1:${one},`]) {
      expect(() => load({ DATA_KEYS: wrong }), wrong).toThrow(ConfigError);
      expect(() => load({ DATA_KEYS: wrong }), wrong).toThrow(/^Настройка DATA_KEYS: [^/=]*\.$/);
    }
  });

  test.each([
    ['PORT', 'http'], ['PORT', '0'], ['PORT', '65536'], ['PORT', '40.5'], ['PORT', '-1'],
    ['HOST', 'http://localhost'], ['HOST', 'a b'],
    ['PUBLIC_URL', 'deputat.example.ru'], ['PUBLIC_URL', 'ftp://x.ru'], ['PUBLIC_URL', 'https://x.ru/?a=1'],
    ['DATABASE_URL', 'mysql://localhost/a'], ['DATABASE_URL', 'postgres://localhost'], ['DATABASE_URL', 'nonsense'],
    ['FILES_URL', 'https://s3.example.ru/a'], ['FILES_URL', 's3://key@s3.example.ru/a'], ['FILES_URL', 's3://key:secret@s3.example.ru/'], ['FILES_URL', 's3://key:secret@s3.example.ru/a/b'],
    ['CLAMD_URL', 'localhost:3310'], ['CLAMD_URL', 'tcp://clamav'], ['FILE_MAX_MB', '0'], ['PHOTO_MAX_MEGAPIXELS', 'many'],
    ['DATABASE_POOL', '0'], ['REDIS_URL', 'http://localhost'], ['SMTP_URL', 'localhost:25'], ['BOUNCE_ADDRESS', 'bounces'], ['BOUNCE_ADDRESS', 'undelivered-letters@mail.example'], ['BOUNCE_LISTEN', '2525'], ['BOUNCE_LISTEN', '0.0.0.0:99999'],
    ['MAIL_FROM', 'nobody'], ['MAIL_FROM', 'a <b@c>\nBcc: x@y.z'],
    ['SECRET', 'short'], ['DEMO', 'maybe'], ['PARTY_ACCENT', 'red'], ['PARTY_LOGO', 'logo.svg'],
    ['TRUSTED_PROXIES', 'everyone'], ['TRUSTED_PROXIES', '10.0.0.0/99'], ['CORS_ORIGINS', '*'], ['CORS_ORIGINS', 'https://x.ru/app'], ['INTROSPECTION', 'yes'],
    ['ANONYMOUS_OPERATIONS', 'none'], ['MAX_COST', '1'], ['ANONYMOUS_PER_MINUTE', '0'], ['STAFF_PER_MINUTE', '-5'], ['OPERATION_TIMEOUT', '0'], ['METRICS_TOKEN', 'short'],
    ['LOG_LEVEL', 'loud'], ['NODE_ENV', 'prod'],
  ])('%s=%s is refused with one sentence that names it', (name, value) => {
    const failure = attempt({ [name]: value });
    expect(failure).toBeInstanceOf(ConfigError);
    expect(failure?.message).toMatch(new RegExp(`^Настройка ${name}: [^\\n]+\\.$`));
  });

  test('returned letters need their address and the place where they are taken, both or none', () => {
    const [BOUNCE_ADDRESS, BOUNCE_LISTEN] = ['bounces@mail.example', '0.0.0.0:2525'];
    expect(load({ BOUNCE_ADDRESS, BOUNCE_LISTEN }).bounces).toEqual({ address: 'bounces@mail.example', host: '0.0.0.0', port: 2525 });
    expect(attempt({ BOUNCE_ADDRESS })?.message).toContain('BOUNCE_LISTEN');
    expect(attempt({ BOUNCE_LISTEN })?.message).toContain('BOUNCE_ADDRESS');
  });

  test('a secret or a password is not repeated in the sentence', () => {
    expect(attempt({ SECRET: 'almost-a-key' })?.message).not.toContain('almost-a-key');
    expect(attempt({ DATABASE_URL: 'mysql://voter:hunter2@localhost/a' })?.message).not.toContain('hunter2');
  });
});

describe('SECRET', () => {
  test('is made once in demonstration mode, for the eyes of its owner only', () => {
    const env = { DATA_DIR: path.join(folder, 'demo') };
    const { secret } = loadConfig(env);
    expect(secret).toMatch(/^[\da-f]{64}$/);
    expect(loadConfig(env).secret).toBe(secret);
    expect(statSync(path.join(folder, 'demo', 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder, 'demo', 'secret'), 'utf8')).toBe(secret);
  });

  test('cannot be left out in production', () => {
    const env = { DATA_DIR: path.join(folder, 'production'), NODE_ENV: 'production' };
    expect(() => loadConfig(env)).toThrow(/^Настройка SECRET: задайте случайную строку/);
    expect(existsSync(env.DATA_DIR)).toBe(false);
  });
});

function attempt(env: Record<string, string>): Error | null {
  try {
    load(env);
    return null;
  } catch (error) {
    return error as Error;
  }
}

describe('sign-in beside e-mail and password', () => {
  const provider = { OIDC_CLIENT_ID: 'voter-deputy', OIDC_CLIENT_SECRET: 'secret', OIDC_ISSUER: 'https://sso.example.ru' };

  test('is a provider with its issuer, or with three addresses, and never half of it', () => {
    expect(load(provider).oidc).toEqual({
      id: 'sso', name: 'единый вход', clientId: 'voter-deputy', clientSecret: 'secret', scopes: ['openid', 'email', 'profile'],
      issuer: 'https://sso.example.ru', authorizationUrl: null, tokenUrl: null, userInfoUrl: null,
    });
    expect(() => load({ ...provider, OIDC_CLIENT_SECRET: '' })).toThrow(/OIDC_CLIENT_SECRET/);
    expect(() => load({ ...provider, OIDC_ISSUER: '', OIDC_TOKEN_URL: 'https://sso.example.ru/token' })).toThrow(/OIDC_ISSUER/);
  });

  test('asks administrators for a second factor outside a demonstration, or whom the setting names', () => {
    expect(load({ DEMO: '0', SECRET: 'x'.repeat(32) }).requireTwoFactor).toEqual(['ADMINISTRATOR']);
    expect(load({ REQUIRE_TWO_FACTOR: 'administrator, COORDINATOR' }).requireTwoFactor).toEqual(['ADMINISTRATOR', 'COORDINATOR']);
    expect(load({ REQUIRE_TWO_FACTOR: 'none' }).requireTwoFactor).toEqual([]);
    expect(() => load({ REQUIRE_TWO_FACTOR: 'everyone' })).toThrow(/не роль/);
  });
});
