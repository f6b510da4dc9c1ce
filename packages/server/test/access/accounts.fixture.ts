import Fastify, { type LightMyRequestResponse } from 'fastify';
import { AccountsService, authRoutes, createAuth, createSessions, webHeaders } from '../../src/accounts/index.js';
import type { OidcConfig } from '../../src/config.oidc.js';
import { migrate } from '../../src/db/migrate.js';
import { connect } from '../../src/db/orm.js';
import { ACCOUNTS_ROLE } from '../../src/db/walls/roles.js';
import type { Actor, Role } from '../../src/shared/actor.js';
import { systemClock, type Clock } from '../../src/shared/clock.js';
import { Events } from '../../src/shared/events.js';
import { testDatabase } from '../support/database.js';

export const CONFIG = { secret: 'test-test-test-test-test-test-0123456789', publicUrl: 'http://127.0.0.1:4000', demo: false, serviceName: 'Избиратель – депутат', aideMaySign: false, requireTwoFactor: [] as Role[], oidc: null as OidcConfig | null };
export const PASSWORD = 'correct-horse-battery';

/** A migrated database of its own for one test file, with the library's tables and the walls. */
export async function createDatabase(name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const database = await testDatabase(name);
  await migrate(database.orm, { databaseUrl: database.url, config: CONFIG });
  return database;
}

/** One server process as far as accounts go: its own pools, memory and ear for events. */
export async function startServer(databaseUrl: string, { config = CONFIG, clock = systemClock, hears = true }: {
  config?: typeof CONFIG; clock?: Clock; hears?: boolean;
} = {}) {
  const orm = await connect(databaseUrl, 4);
  const events = new Events(databaseUrl, () => undefined);
  if (hears) await events.start();
  const logs: string[] = [];
  const auth = createAuth({ databaseUrl, role: ACCOUNTS_ROLE, config, orm, clock, log: (level, text) => logs.push(`${level} ${text}`) });
  const sessions = createSessions({ auth, orm, events, clock, config });
  const accounts = new AccountsService(orm, auth, clock);
  const app = Fastify({ logger: { level: 'info', stream: { write: (line: string) => logs.push(line) } } });
  await app.register(authRoutes, { auth, config });

  // Each request from an address of its own, so that only the test of the limit meets it.
  let addresses = 0;
  const ownAddress = (): string => `198.51.${(addresses += 1) >> 8}.${addresses & 255}`;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}, remoteAddress = ownAddress()): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST', url: `/api/auth${path}`, remoteAddress, headers: { host: '127.0.0.1:4000', origin: config.publicUrl, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
  const get = (path: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
    app.inject({ method: 'GET', url: `/api/auth${path}`, headers: { host: '127.0.0.1:4000', ...headers } });
  return {
    orm, auth, sessions, accounts, app, logs, post, get,
    actorOf: (cookie: string, renew?: (setCookie: string) => void): Promise<Actor> => sessions.actorOf(webHeaders({ cookie }), renew),
    signIn: async (email: string, password = PASSWORD): Promise<string> => {
      const response = await post('/sign-in/email', { email, password });
      if (response.statusCode !== 200) throw new Error(`sign-in: ${response.statusCode} ${response.body}`);
      return cookieOf(response);
    },
    async stop(): Promise<void> {
      sessions.close();
      await app.close();
      await events.stop();
      await auth.close();
      await orm.close();
    },
  };
}
export type Server = Awaited<ReturnType<typeof startServer>>;

/** Set-Cookie headers of an answer. */
export const setCookies = (response: LightMyRequestResponse): string[] => [response.headers['set-cookie'] ?? []].flat();

/** The Cookie header that a browser would send back. */
export const cookieOf = (response: LightMyRequestResponse): string => setCookies(response).map((cookie) => cookie.split(';')[0]).join('; ');

/** Asks again until the answer is as expected, for what travels by notification; a second is a hundred times what it takes. */
export async function eventually(check: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
