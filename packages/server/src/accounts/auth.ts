import { APIError, betterAuth, type BetterAuthOptions } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import { sql } from 'kysely';
import pg from 'pg';
import type { Config } from '../config.js';
import { rowsFor, transaction } from '../db/acting.js';
import type { Orm } from '../db/orm.js';
import { SYSTEM } from '../shared/actor.js';
import { systemClock, type Clock } from '../shared/clock.js';
import { newId } from '../shared/ids.js';
import { addJob } from '../shared/jobs.js';
import { ownOrigins } from './own-origin.js';
import { PASSWORD_LENGTH } from './password.js';
import { requestLimit } from './request-limit.js';

/** Where better-auth answers. */
export const AUTH_PATH = '/api/auth';

/** The PostgreSQL schema of better-auth's tables. */
export const AUTH_SCHEMA = 'auth';

/** The bridge (routes.ts) writes the client's address here; what a client sends under this name is dropped. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

const DAY_S = 24 * 60 * 60;
const SESSION_DAYS = 7;
const RESET_MINUTES = 60;
const CODE_TRIES = 5;
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
  /** A session began. */
  entered(accountId: string): Promise<void>;
  sessionEnded(sessionId: string): void;
  /** Sends the letter with the link of a new password. */
  passwordForgotten(accountId: string, token: string, expiresAt: Date): Promise<void>;
}

/** Nothing of the kind, for those who only need to know the tables. */
export const NO_HOOKS: Hooks = {
  mayEnter: () => Promise.resolve(false), entered: () => Promise.resolve(), sessionEnded: () => undefined, passwordForgotten: () => Promise.resolve(),
};

/** A small pool of its own whose search_path is the schema of better-auth, which knows no schemas. */
export function authPool(databaseUrl: string, max = 4): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: `-c search_path=${AUTH_SCHEMA}`, max, application_name: 'voter-deputy auth' });
  // Without a handler an idle connection that the database closes would end the process; the next query opens a new one.
  pool.on('error', () => undefined);
  return pool;
}

/** The settings of better-auth, shared by the server and by the migration at deploy. */
export function authOptions(pool: pg.Pool, config: AuthConfig, clock: Clock, log: AuthLog, hooks: Hooks) {
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
      twoFactor({
        issuer: config.serviceName,
        // Over all challenges of the account and all servers: five wrong codes, then five minutes of rest.
        accountLockout: { enabled: true, maxFailedAttempts: CODE_TRIES, durationSeconds: CODE_REST_S },
      }),
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
      },
      customStorage: requestLimit(clock),
    },
    databaseHooks: {
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

interface AuthParts {
  databaseUrl: string;
  config: AuthConfig;
  /** Asked whether the account behind a password is still active. */
  orm: Orm;
  clock?: Clock;
  log?: AuthLog;
}

/** Sign-in, sessions and passwords (better-auth), for routes.ts, sessions.ts and accounts.service.ts. `close` ends its connections. */
export function createAuth({ databaseUrl, config, orm, clock = systemClock, log = () => undefined }: AuthParts) {
  const pool = authPool(databaseUrl);
  const listeners = new Set<(sessionId: string) => void>();
  const { handler, api, $context } = betterAuth(authOptions(pool, config, clock, log, {
    mayEnter: async (accountId) => {
      const row = await rowsFor(orm, SYSTEM).selectFrom('account').select('id')
        .where('id', '=', accountId).where('deactivated_at', 'is', null).executeTakeFirst();
      return row !== undefined;
    },
    entered: async (accountId) => {
      await sql`update auth."user" set "lastSeenAt" = ${clock.now()} where id = ${accountId}`.execute(rowsFor(orm, SYSTEM));
    },
    sessionEnded: (sessionId) => listeners.forEach((listener) => listener(sessionId)),
    passwordForgotten: (accountId, token, expiresAt) => transaction(orm, SYSTEM, (em) =>
      addJob(em, 'account_mail', { mail: 'PASSWORD_RESET', accountId, token, expiresAt: expiresAt.toISOString() })),
  }));
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
    close: () => pool.end(),
  };
}
export type Auth = ReturnType<typeof createAuth>;
