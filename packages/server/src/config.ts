import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf, type FilesConfig } from './config.files.js';
import { oidcOf, type OidcConfig } from './config.oidc.js';
import { SettingError } from './config.parse.js';
import { SETTINGS, type ANONYMOUS_OPERATIONS, type INTROSPECTION, type LogLevel, type NodeEnv, type SettingName } from './config.settings.js';
import type { Role } from './shared/actor.js';
import type { DataKey } from './shared/key-ring.js';

/** The folder that holds package.json and packages/: three levels above both src/ and dist/. */
export const PROJECT_ROOT = path.resolve(import.meta.dirname, '../../..');

export { SETTINGS, type LogLevel, type NodeEnv, type SettingName } from './config.settings.js';

/** A demonstration is measured and attacked by its visitors: its rates only stop a runaway script. */
const DEMO_PER_MINUTE = 1_000_000;

/** The environment of the process, parsed; `null` means "not set". */
export interface Config extends FilesConfig {
  port: number;
  host: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** `null`: the embedded PostgreSQL (start.ts starts it and hands its address to server and worker). */
  databaseUrl: string | null;
  /** Of a login with the rights of the server alone; `null`: that of `databaseUrl`, which takes the server's role. */
  serverDatabaseUrl: string | null;
  databasePool: number;
  /** An absolute path. */
  dataDir: string;
  redisUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  /** Where undelivered letters return to, and where the worker takes them; null: nowhere. */
  bounces: { address: string; host: string; port: number } | null;
  secret: string;
  /** `null`: the one key that is derived from the secret. */
  dataKeys: DataKey[] | null;
  /** Whether the nightly run anonymises what is over. */
  retention: boolean;
  demo: boolean;
  /** Roles that cannot work without a second factor. */
  requireTwoFactor: readonly Role[];
  /** Sign-in by OpenID Connect; null: there is none. */
  oidc: OidcConfig | null;
  webhookAllowPrivate: boolean;
  serviceName: string;
  /** Empty when no party is named. */
  partyName: string;
  partyLogo: string | null;
  /** `#rrggbb`. */
  partyAccent: string;
  trustedProxies: readonly string[];
  corsOrigins: readonly string[];
  introspection: (typeof INTROSPECTION)[number];
  anonymousOperations: (typeof ANONYMOUS_OPERATIONS)[number];
  maxCost: number;
  anonymousPerMinute: number;
  staffPerMinute: number;
  operationTimeoutMs: number;
  /** How long a move can be taken back, in seconds; 0: not at all. */
  undoSeconds: number;
  /** Whether a deputy's aide may sign an answer, in the deputy's name. */
  aideMaySign: boolean;
  metricsToken: string | null;
  logLevel: LogLevel;
  nodeEnv: NodeEnv;
}

/** A setting that cannot be used. The message is one sentence that says what to do; it is printed without a stack. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings out of an environment. An empty variable counts as not set.
 * In demonstration mode without SECRET it makes DATA_DIR/secret, once.
 * @throws {ConfigError} at the first value that cannot be used.
 */
export function loadConfig(env: Environment): Config {
  const { given, orDefault } = settingsOf(env);
  const nodeEnv = orDefault('NODE_ENV');
  const demo = given('DEMO') ?? nodeEnv !== 'production';
  const { databaseUrl: ownDatabase, dataDir } = databaseSettings(env);
  const port = orDefault('PORT');
  const listen = orDefault('HOST');
  return {
    port,
    host: listen,
    publicUrl: given('PUBLIC_URL') ?? addressOf(listen, port),
    databaseUrl: ownDatabase,
    serverDatabaseUrl: given('SERVER_DATABASE_URL'),
    databasePool: orDefault('DATABASE_POOL'),
    dataDir,
    ...filesOf(given, orDefault, demo),
    redisUrl: given('REDIS_URL'),
    smtpUrl: given('SMTP_URL'),
    mailFrom: orDefault('MAIL_FROM'),
    bounces: bouncesOf(given('BOUNCE_ADDRESS'), given('BOUNCE_LISTEN')),
    secret: given('SECRET') ?? secretOfDemo(demo, dataDir),
    dataKeys: given('DATA_KEYS'),
    retention: orDefault('RETENTION'),
    demo,
    requireTwoFactor: given('REQUIRE_TWO_FACTOR') ?? (demo ? [] : ['ADMINISTRATOR']),
    oidc: oidcOf((name) => given(name) ?? (SETTINGS[name].default ? orDefault(name) : null), (sentence) => {
      throw new ConfigError(sentence);
    }),
    webhookAllowPrivate: given('WEBHOOK_ALLOW_PRIVATE') ?? demo,
    serviceName: orDefault('SERVICE_NAME'),
    partyName: given('PARTY_NAME') ?? '',
    partyLogo: given('PARTY_LOGO'),
    partyAccent: orDefault('PARTY_ACCENT'),
    trustedProxies: orDefault('TRUSTED_PROXIES'),
    corsOrigins: given('CORS_ORIGINS') ?? [],
    introspection: orDefault('INTROSPECTION'),
    anonymousOperations: orDefault('ANONYMOUS_OPERATIONS'),
    maxCost: orDefault('MAX_COST'),
    anonymousPerMinute: given('ANONYMOUS_PER_MINUTE') ?? (demo ? DEMO_PER_MINUTE : 1_200),
    staffPerMinute: given('STAFF_PER_MINUTE') ?? (demo ? DEMO_PER_MINUTE : 3_000),
    operationTimeoutMs: orDefault('OPERATION_TIMEOUT') * 1_000,
    undoSeconds: orDefault('UNDO_SECONDS'),
    aideMaySign: orDefault('AIDE_MAY_SIGN'),
    metricsToken: given('METRICS_TOKEN'),
    logLevel: orDefault('LOG_LEVEL'),
    nodeEnv,
  };
}

function bouncesOf(address: string | null, listen: { host: string; port: number } | null): Config['bounces'] {
  if (!address !== !listen) throw new ConfigError(`Настройка ${address ? 'BOUNCE_LISTEN' : 'BOUNCE_ADDRESS'}: нужна вместе с ${address ? 'BOUNCE_ADDRESS' : 'BOUNCE_LISTEN'}.`);
  return address && listen ? { address, ...listen } : null;
}

/** Where the database is, for tools that need nothing else: no secret is asked for and no file is made. */
export function databaseSettings(env: Environment): Pick<Config, 'databaseUrl' | 'dataDir'> {
  const { given, orDefault } = settingsOf(env);
  return { databaseUrl: given('DATABASE_URL'), dataDir: path.resolve(PROJECT_ROOT, orDefault('DATA_DIR')) };
}

type Environment = Record<string, string | undefined>;

function settingsOf(env: Environment) {
  const given = <N extends SettingName>(name: N): Value<N> | null => {
    const raw = env[name]?.trim();
    return raw ? parsed(name, raw) : null;
  };
  return { given, orDefault: <N extends SettingName>(name: N): Value<N> => given(name) ?? parsed(name, SETTINGS[name].default) };
}

/** The address to open in a browser for a server that listens on `listen`: "every interface" is not an address. */
export function addressOf(listen: string, port: number): string {
  if (listen === '0.0.0.0' || listen === '::') return `http://localhost:${port}`;
  return `http://${listen.includes(':') ? `[${listen}]` : listen}:${port}`;
}

type Value<N extends SettingName> = ReturnType<(typeof SETTINGS)[N]['parse']>;

function parsed<N extends SettingName>(name: N, raw: string): Value<N> {
  try {
    return SETTINGS[name].parse(raw) as Value<N>;
  } catch (error) {
    // A value may hold line breaks; the sentence stays on one line.
    if (error instanceof SettingError) throw new ConfigError(`Настройка ${name}: ${error.message.replaceAll(/\s+/g, ' ')}.`);
    throw error;
  }
}

function secretOfDemo(demo: boolean, dataDir: string): string {
  if (!demo) {
    throw new ConfigError('Настройка SECRET: задайте случайную строку не короче 32 символов, например командой «openssl rand -hex 32».');
  }
  const file = path.join(dataDir, 'secret');
  try {
    makeDataDir(dataDir);
    // Two processes may start at once: the first to create the file decides, and both read what it wrote.
    if (!existsSync(file)) {
      try {
        writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
    return parsed('SECRET', readFileSync(file, 'utf8').trim());
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(`Удалите испорченный файл ${file}: он создаётся заново при запуске.`);
    throw new ConfigError(`Настройка DATA_DIR: папка ${dataDir} недоступна для записи, дайте на неё права или укажите другую.`);
  }
}

/**
 * Makes the folder of data. Others may pass through it (the embedded database may run as another user), and not list it,
 * whatever the umask says; a folder that exists is left as it is.
 */
export function makeDataDir(dataDir: string): void {
  if (mkdirSync(dataDir, { recursive: true })) chmodSync(dataDir, 0o711);
}
