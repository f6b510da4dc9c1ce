import 'reflect-metadata';
import Fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { authRoutes, createAuth, createSessions, webHeaders } from './accounts/index.js';
import { DeadlineRules } from './appeals/index.js';
import { calendarRoutes } from './calendar/index.js';
import type { Config } from './config.js';
import { FileLinks, FileStore, UploadsService } from './files/index.js';
import { fileRoutes } from './files/routes.js';
import { isAlive } from './db/acting.js';
import { connect, type Orm } from './db/orm.js';
import { ACCOUNTS_ROLE, SERVER_ROLE } from './db/walls/roles.js';
import { Context, type Parts } from './graphql/context.js';
import { allowOrigins } from './graphql/cors.js';
import { Engine } from './graphql/engine.js';
import { serveExports } from './graphql/exports.js';
import { Gate } from './graphql/gate.js';
import { serveGraphql } from './graphql/http.js';
import { Allowance } from './graphql/limits/allowance.js';
import { ListedOperations } from './graphql/limits/listed.js';
import { Operations } from './graphql/operations.js';
import { buildSchema } from './graphql/schema.js';
import { serveSubscriptions } from './graphql/websocket.js';
import { unsubscribeRoutes } from './notifications/index.js';
import { PartnerKeys, PartnerUsage } from './partners/index.js';
import { Reference } from './regions/index.js';
import { ANONYMOUS } from './shared/actor.js';
import { systemClock, type Clock } from './shared/clock.js';
import { isTrusted } from './shared/client-address.js';
import { Events } from './shared/events.js';
import { Failure } from './shared/failures.js';
import { hashOf, sameHash } from './shared/ids.js';
import { loggable } from './shared/loggable.js';
import { localeOf } from './shared/locale.js';
import { Quotas } from './shared/quota.js';
import { messageOf } from './shared/messages.js';
import { Vault } from './shared/vault.js';
import { Suggester } from './suggestions/index.js';
import { servePages } from './web/pages.js';

export interface App {
  http: FastifyInstance;
  parts: Parts;
  schema: GraphQLSchema;
  close(): Promise<void>;
}

interface AppOptions {
  config: Config;
  databaseUrl: string;
  clock?: Clock;
  /** Where the log goes instead of the standard output; for the test that reads it. */
  logTo?: NodeJS.WritableStream;
}

/** Bytes of a request's body: the longest letter with room for its escapes. */
const BODY_LIMIT = 256 * 1024;
/** A whole request must have come within this time, its headers sooner: whoever sends a byte a second holds no connection. */
const REQUEST_TIMEOUT_MS = 30_000;
/** A file may take longer over a thin line; whoever is silent on the way is let go sooner (files/uploads.service.ts). */
const UPLOAD_TIMEOUT_MS = 15 * 60_000;
const HEADERS_TIMEOUT_MS = 10_000;
const MAX_HEADER_BYTES = 16 * 1024;

/** Database, services, schema and pages as one application; main.ts listens with it, tests inject into it. */
export async function createApp({ config, databaseUrl, clock = systemClock, logTo }: AppOptions): Promise<App> {
  const http = Fastify({
    logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization', 'req.headers["x-api-key"]'], ...(logTo ? { stream: logTo } : {}) },
    bodyLimit: BODY_LIMIT, trustProxy: [...config.trustedProxies], forceCloseConnections: true, requestTimeout: UPLOAD_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, maxHeaderSize: MAX_HEADER_BYTES },
    logController: new LogController({ disableRequestLogging: true }),
  });
  answerFailures(http);
  boundRequests(http);
  const orm: Orm = await connect(databaseUrl, config.databasePool, { statementTimeoutMs: config.operationTimeoutMs, role: SERVER_ROLE });
  const events = new Events(databaseUrl, (text) => http.log.warn(text));
  await events.start();
  const quotas = new Quotas(orm, clock);
  const auth = createAuth({ databaseUrl, role: ACCOUNTS_ROLE, config, orm, clock, counter: quotas, log: (level, text, error) => http.log[level](error === undefined ? {} : { error: inLog(error) }, text) });
  const sessions = createSessions({ auth, orm, events, clock, config });
  const [reference, rules] = [await Reference.load(orm), await DeadlineRules.load(orm)];
  events.on('calendar.changed', () => void rules.refresh().catch((error: unknown) => http.log.error({ error: inLog(error) }, 'the calendar was not read anew')));
  const warn = (details: object, text: string): void => http.log.warn(details, text);
  const [keys, usage] = [new PartnerKeys({ orm, events, clock, demo: config.demo, warn }), new PartnerUsage(orm, clock, warn)];
  const suggester = new Suggester(orm);
  await suggester.refresh();
  events.on('suggestions.trained', () => void suggester.refresh().catch((error: unknown) => http.log.warn({ error: inLog(error) }, 'the new version of suggestions was not read')));
  const vault = Vault.of(config);
  const [store, fileLinks] = [await FileStore.open(config), new FileLinks(config, clock)];
  const parts: Parts = { config, orm, auth, clock, events, reference, rules, quotas, suggester, keys, usage, vault, fileLinks };
  const schema = buildSchema();
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });

  const report = (error: unknown, requestId: string): void =>
    http.log.error({ requestId, error: inLog(error) }, 'request failed');
  const contextOf = async (request: FastifyRequest, renew?: (setCookie: string) => void): Promise<Context> => {
    const headers = webHeaders(request.headers);
    // A key stands for itself: a cookie beside it is not looked at.
    const key = await keys.actorOf(headers);
    if (key instanceof Failure) {
      // A wrong key counts for its address, whichever way it comes: guessing is slow.
      await allowance.enter({ actor: ANONYMOUS, address: request.ip });
      throw key;
    }
    return new Context(parts, {
      actor: key ?? await sessions.actorOf(headers, renew),
      locale: localeOf(request.headers['accept-language']), requestId: request.id, networkKey: networkOf(request.ip, config.secret),
    });
  };

  const allowance = new Allowance(quotas, config, clock);
  const gate = new Gate(new Operations(schema, ListedOperations.load()), allowance, config, (actor, used) => usage.note(actor, used));

  await http.register(authRoutes, { auth, config });
  allowOrigins(http, config.corsOrigins);
  const engine = new Engine(schema);
  await engine.start();
  await serveGraphql(http, { engine, gate, maxCost: config.maxCost, clock, contextOf, report });
  await fileRoutes(http, {
    config, orm, clock, vault, store, links: fileLinks, uploads: new UploadsService(orm, clock, vault, quotas, store, config, warn), report,
    actorOf: async (request) => (await contextOf(request)).actor,
  });
  await unsubscribeRoutes(http, { orm, clock, config });
  calendarRoutes(http, { orm, reference, rules, clock, vault, config, allowance: (address) => allowance.enter({ actor: ANONYMOUS, address }) });
  serveExports(http, { schema, allowance, clock, contextOf, report });
  const closeSubscriptions = serveSubscriptions(http, schema, { config, gate, contextOf, report });
  http.get('/healthz', () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    if (await isAlive(orm)) return { status: 'ready' };
    return reply.code(503).send({ status: 'database does not answer' });
  });
  http.get('/metrics', async (request, reply) => !mayReadMetrics(request, config) ? reply.code(404).send({ code: 'NOT_FOUND' }) : reply.type(metrics.contentType).send(await metrics.metrics()));
  await servePages(http, config);

  return {
    http, parts, schema,
    close: async () => {
      await closeSubscriptions();
      await http.close();
      await engine.stop();
      sessions.close();
      keys.close();
      await usage.close();
      await events.stop();
      await auth.close();
      await orm.close();
    },
  };
}

/** Node bounds every request alike; all but files must have come much sooner. */
function boundRequests(http: FastifyInstance): void {
  http.addHook('onRequest', (request, _reply, done) => {
    const { raw } = request;
    if (!raw.complete && !(request.method === 'POST' && request.routeOptions.url === '/files')) {
      const late = setTimeout(() => raw.destroy(), REQUEST_TIMEOUT_MS);
      raw.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
    }
    done();
  });
}

/** Figures of the process are for those who run it: with the key, or from this machine itself and through no proxy. */
function mayReadMetrics({ headers, socket }: FastifyRequest, { metricsToken, demo }: Config): boolean {
  if (metricsToken !== null) return sameHash(hashOf(headers.authorization ?? ''), hashOf(`Bearer ${metricsToken}`));
  return demo || (isTrusted(socket.remoteAddress ?? '', ['loopback']) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined);
}

/** An error as the log may hold it: that of a database repeats its statement with the values. */
function inLog(error: unknown): { name: string; message: string; stack: string | undefined } {
  const { name, message, stack } = loggable(error);
  return { name, message, stack };
}

/** What fails before GraphQL is reached, in GraphQL's own shape: a body that is no JSON or too large; anything else is masked and logged. */
function answerFailures(http: FastifyInstance): void {
  http.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ requestId: request.id, error: inLog(error) }, 'request failed');
    const code = status === 413 ? 'BODY_TOO_LARGE' : status === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
    const message = messageOf(code, localeOf(request.headers['accept-language']));
    return reply.code(status).send({ code, errors: [{ message, extensions: { code, requestId: request.id } }] });
  });
}

/** A network, not a person: the first three parts of an IPv4 address or four groups of an IPv6 one, hashed with our secret. */
function networkOf(ip: string, secret: string): string {
  const network = ip.includes(':') ? ip.split(':').slice(0, 4).join(':') : ip.split('.').slice(0, 3).join('.');
  return createHash('sha256').update(`${secret}:${network}`).digest('hex').slice(0, 32);
}
