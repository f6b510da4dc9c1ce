import { APIError, betterAuth, type BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import { sql } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import { rowsOf, type Orm } from '../db/orm.js';
import { takingRole } from '../db/walls/roles.js';
import { accountStream, recordIn } from '../history/index.js';
import { SYSTEM } from '../shared/actor.js';
import { systemClock, type Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { ownOrigins } from './own-origin.js';
import { PASSWORD_LENGTH } from './password.js';
import { addressLimits, PasswordTries, type Counter } from './throttle.js';
import { oidcPlugin } from './oidc.js';
import { Quotas } from '../shared/quota.js';
import { withSecondFactor } from './second-factor.js';

/** Where better-auth answers. */
export const AUTH_PATH = '/api/auth';

/** The PostgreSQL schema of better-auth's tables. */
export const AUTH_SCHEMA = 'auth';

/** Where the console asks who is there. */
export const SIGN_IN_PAGE = '/admin/sign-in';

/** Tells a browser in which the person signed in before. */
export const DEVICE_COOKIE = 'voter-deputy.device';

/** The bridge (routes.ts) writes the client's address here; what a client sends under this name is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

const DAY_S = 24 * 60 * 60;
const SESSION_DAYS = 7;
const RESET_MINUTES = 60;
const CODE_TRIES = 5;
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null, refreshTokenExpiresAt: null };
/** Also what the bridge tells of a locked second factor. */
export const CODE_REST_S = 300;
// Everyone knows the password of a demonstration, so its limit only has to stop a runaway script.
const SIGN_INS_PER_MINUTE = 30;
const DEMO_SIGN_INS_PER_MINUTE = 600;

export type AuthConfig = Pick<Config, 'secret' | 'publicUrl' | 'demo' | 'serviceName' | 'requireTwoFactor' | 'oidc'>;

/** What the library has to say. Its arguments may hold addresses, so only the text, and of an error name and place, are passed on. */
export type AuthLog = (level: 'warn' | 'error', text: string, error?: { name: string; stack?: string | undefined }) => void;

export interface Hooks {
  /** Whether this account may have a session. */
  mayEnter(accountId: string): Promise<boolean>;
  /** The address of the account that a provider's subject came in to before; null when it did not. */
  emailOf(providerId: string, subject: string): Promise<string | null>;
  /** A session began. */
  entered(accountId: string): Promise<void>;
  sessionEnded(sessionId: string): void;
  /** What the person did with the own account goes on record. */
  deed(accountId: string, event: 'PASSWORD_RESET' | 'TWO_FACTOR_ENABLED' | 'TWO_FACTOR_DISABLED'): Promise<void>;
  /** Sends the letter with the link of a new password. */
  passwordForgotten(accountId: string, token: string, expiresAt: Date): Promise<void>;
}

/** Nothing of the kind, for those who only need to know the tables. */
export const NO_HOOKS: Hooks = {
  mayEnter: () => Promise.resolve(false), emailOf: () => Promise.resolve(null), entered: () => Promise.resolve(), sessionEnded: () => undefined, deed: () => Promise.resolve(), passwordForgotten: () => Promise.resolve(),
};

/** A small pool of its own whose search_path is the schema of better-auth, which knows no schemas. */
export function authPool(databaseUrl: string, max = 4, role?: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${AUTH_SCHEMA} ${takingRole(role)}`, max, application_name: 'voter-deputy auth' });
  // Without a handler an idle connection that the database closes would end the process; the next query opens a new one.
  pool.on('error', () => undefined);
  return pool;
}

/** The settings of better-auth, shared by the server and by the migration at deploy. */
export function authOptions(pool: pg.Pool, config: AuthConfig, clock: Clock, log: AuthLog, hooks: Hooks, counter: Counter) {
  const refuseStrangers = async ({ userId }: { userId: string }): Promise<void> => {
    // The same answer as for a wrong password: a deactivated account is nobody.
    if (!(await hooks.mayEnter(userId))) {
      throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' });
    }
  };
  return {
    appName: 'voter-deputy',
    database: pool,
    secret: config.secret,
    baseURL: config.publicUrl,
    basePath: AUTH_PATH,
    trustedOrigins: (request?: Request) => ownOrigins(config, request?.headers),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by invitation.
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      // Whoever knew the old password is out.
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }: { user: { id: string } }) => hooks.deed(user.id, 'PASSWORD_RESET'),
      sendResetPassword: async ({ user, token }: { user: { id: string }; token: string }) => {
        if (await hooks.mayEnter(user.id)) await hooks.passwordForgotten(user.id, token, new Date(clock.now().getTime() + RESET_MINUTES * 60_000));
      },
    },
    user: {
      additionalFields: {
        // Written by sessions.ts alone; kept here, since a change of the account itself ends its subscriptions.
        lastSeenAt: { type: 'date', required: false, input: false, returned: false },
      },
    },
    plugins: [
      ...(config.oidc ? [oidcPlugin(config.oidc, hooks.emailOf)] : []),
      withSecondFactor(twoFactor({
        issuer: config.serviceName,
        // Over all challenges of the account and all servers: five wrong codes, then five minutes of rest.
        accountLockout: { enabled: true, maxFailedAttempts: CODE_TRIES, durationSeconds: CODE_REST_S },
      })),
    ],
    session: {
      expiresIn: SESSION_DAYS * DAY_S,
      updateAge: DAY_S,
      // A list of one's own sessions needs no recent sign-in, and a new password needs the old one.
      freshAge: 0,
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 600,
      customRules: {
        '/sign-in/*': { window: 60, max: config.demo ? DEMO_SIGN_INS_PER_MINUTE : SIGN_INS_PER_MINUTE },
        '/change-password': { window: 60, max: 10 },
        '/request-password-reset': { window: 60, max: 10 },
        '/reset-password': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 30 },
        '/callback/*': { window: 60, max: 120 },
      },
      customStorage: addressLimits(counter, config.secret, clock),
    },
    account: {
      // What a provider hands out is used once, to learn who signs in, and kept nowhere.
      updateAccountOnSignIn: false,
    },
    onAPIError: { errorURL: `${config.publicUrl}${SIGN_IN_PAGE}` },
    databaseHooks: {
      // Nothing of a person changes there but the second factor.
      user: {
        update: {
          after: ({ id, ...user }: { id: string; twoFactorEnabled?: boolean | null }) =>
            hooks.deed(id, user.twoFactorEnabled ? 'TWO_FACTOR_ENABLED' : 'TWO_FACTOR_DISABLED'),
        },
      },
      account: {
        create: { before: (account: object) => Promise.resolve({ data: { ...account, ...NO_TOKENS } }) },
      },
      session: {
        create: { before: refuseStrangers, after: ({ userId }: { userId: string }) => hooks.entered(userId) },
        delete: { after: ({ id }: { id: string }) => Promise.resolve(hooks.sessionEnded(id)) },
      },
    },
    advanced: {
      cookiePrefix: 'voter-deputy',
      useSecureCookies: config.publicUrl.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      database: { generateId: () => newId() },
      // Both are switched off under NODE_ENV=test unless said otherwise, and then nobody tests them.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // No level is named: with one, part of the library writes past this function, straight to stderr.
    logger: {
      log: (level, text, ...args: unknown[]) => {
        const error = args.find((arg) => arg instanceof Error);
        log(level === 'warn' ? 'warn' : 'error', text, error && { name: error.name, stack: error.stack });
      },
    },
  } satisfies BetterAuthOptions;
}

/** Of someone who acts from a letter or in the middle of signing in; the record keeps name and role alone. */
const NO_SESSION = { sessionId: '', email: '', regions: [], deputyId: null } as const;

interface AuthParts {
  databaseUrl: string;
  /** The database's role for its connections; without one the login's own rights hold. */
  role?: string;
  config: AuthConfig;
  /** Asked whether the account behind a password is still active. */
  orm: Orm;
  clock?: Clock;
  log?: AuthLog;
  /** Counts over all servers; made of `orm` when left out. */
  counter?: Counter;
}

/** Sign-in, sessions and passwords (better-auth), for routes.ts, sessions.ts and accounts.service.ts. `close` ends its connections. */
export function createAuth({ databaseUrl, role, config, orm, clock = systemClock, log = () => undefined, counter = new Quotas(orm, clock) }: AuthParts) {
  const pool = authPool(databaseUrl, 4, role);
  const listeners = new Set<(sessionId: string) => void>();
  const { handler, api, $context } = betterAuth(authOptions(pool, config, clock, log, {
    mayEnter: async (accountId) => {
      const row = await rowsFor(orm, SYSTEM).selectFrom('account').select('id')
        .where('id', '=', accountId).where('deactivated_at', 'is', null).executeTakeFirst();
      return row !== undefined;
    },
    emailOf: async (providerId, subject) => {
      const { rows } = await sql<{ email: string }>`select u.email from auth.account a join auth."user" u on u.id = a."userId"
        where a."providerId" = ${providerId} and a."accountId" = ${subject}`.execute(rowsFor(orm, SYSTEM));
      return rows[0]?.email ?? null;
    },
    entered: async (accountId) => {
      await sql`update auth."user" set "lastSeenAt" = ${clock.now()} where id = ${accountId}`.execute(rowsFor(orm, SYSTEM));
    },
    sessionEnded: (sessionId) => listeners.forEach((listener) => listener(sessionId)),
    deed: (accountId, event) => transaction(orm, SYSTEM, async (em) => {
      const account = await rowsOf(em).selectFrom('account').select(['role', 'name']).where('id', '=', accountId).executeTakeFirst();
      if (account) await recordIn(em, accountStream(accountId), { kind: 'STAFF', accountId, ...account, ...NO_SESSION, sessionExpiresAt: clock.now() }, clock.now(), { event });
    }),
    passwordForgotten: (accountId, token, expiresAt) => transaction(orm, SYSTEM, (em) =>
      addJob(em, 'account_mail', { mail: 'PASSWORD_RESET', accountId, token, expiresAt: expiresAt.toISOString() })),
  }, counter));
  return {
    handler,
    api,
    /** The inside of the library, for what it offers to server code alone. */
    context: $context,
    /** Told at once of each session that this process ends; other processes hear `session.ended`. */
    onSessionEnded(listener: (sessionId: string) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    passwordTries: new PasswordTries(counter, config.secret, clock, config.demo),
    /** Whose password a link of a letter sets; null for a link that is worth nothing. */
    async emailOfReset(token: string): Promise<string | null> {
      if (token === '') return null;
      const { internalAdapter } = await $context;
      const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
      return found ? (await internalAdapter.findUserById(found.value))?.email ?? null : null;
    },
    /** The live sessions of an account, with their tokens: the server's own connections may not read those. */
    async sessionsOf(accountId: string, now: Date): Promise<StoredSession[]> {
      const { rows } = await pool.query<StoredSession>(
        'select id, token, "createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent" from session where "userId" = $1 and "expiresAt" > $2', [accountId, now]);
      return rows;
    },
    close: () => pool.end(),
  };
}

/** A session as it is stored; the token is the session's secret. */
export interface StoredSession {
  id: string;
  token: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
}
export type Auth = ReturnType<typeof createAuth>;
