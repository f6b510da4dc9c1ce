import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import Fastify, {} from 'fastify';
import { createHash } from 'node:crypto';
import { authRoutes, createAuth, createSessions, webHeaders } from './accounts/index.js';
import { DeadlineRules } from './appeals/index.js';
import { connect } from './db/orm.js';
import { Context } from './graphql/context.js';
import { maskError } from './graphql/errors.js';
import { compiledGateway } from './graphql/executor.js';
import { buildSchema } from './graphql/schema.js';
import { serveSubscriptions } from './graphql/websocket.js';
import { Reference } from './regions/index.js';
import { systemClock } from './shared/clock.js';
import { Events } from './shared/events.js';
import { localeOf } from './shared/locale.js';
import { servePages } from './web/pages.js';
/** Bytes of a request's body: the longest letter with room for its escapes. */
const BODY_LIMIT = 256 * 1024;
/** Database, services, schema and pages as one application; main.ts listens with it, tests inject into it. */
export async function createApp({ config, databaseUrl, clock = systemClock }) {
    const http = Fastify({
        logger: { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
        bodyLimit: BODY_LIMIT, trustProxy: 'loopback', disableRequestLogging: true, forceCloseConnections: true,
    });
    const orm = await connect(databaseUrl, config.databasePool);
    const events = new Events(databaseUrl, (text) => http.log.warn(text));
    await events.start();
    const auth = createAuth({ databaseUrl, config, orm, clock, log: (level, text, error) => http.log[level]({ error }, text) });
    const sessions = createSessions({ auth, orm, events, clock });
    const [reference, rules] = [await Reference.load(orm), await DeadlineRules.load(orm)];
    const parts = { config, orm, auth, clock, events, reference, rules };
    const schema = buildSchema();
    const report = (error, requestId) => http.log.error({ requestId, error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) }, 'request failed');
    const contextOf = async (request, renew) => new Context(parts, {
        actor: await sessions.actorOf(webHeaders(request.headers), renew),
        locale: localeOf(request.headers['accept-language']), requestId: request.id, networkKey: networkOf(request.ip, config.secret),
    });
    const apollo = new ApolloServer({
        gateway: compiledGateway(schema),
        introspection: true,
        csrfPrevention: true,
        allowBatchedHttpRequests: false,
        includeStacktraceInErrorResponses: false,
        stopOnTerminationSignals: false,
        plugins: [
            ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginLandingPageDisabled(),
            // Codes and texts need the request's language and id, which formatError does not know.
            {
                requestDidStart: () => Promise.resolve({
                    willSendResponse: ({ contextValue, response }) => {
                        const { locale, requestId } = contextValue;
                        if (response.body.kind === 'single' && response.body.singleResult.errors) {
                            response.body.singleResult.errors = response.body.singleResult.errors.map((error) => {
                                const { original, ...formatted } = error;
                                return maskError(formatted, original ?? error, { locale, requestId, report });
                            });
                        }
                        return Promise.resolve();
                    },
                }),
            },
        ],
        formatError: (formatted, original) => ({ ...formatted, original }),
    });
    await apollo.start();
    await http.register(authRoutes, { auth, config });
    await http.register(async (scope) => {
        await scope.register(fastifyApollo(apollo), {
            path: '/graphql', method: ['GET', 'POST', 'OPTIONS'],
            context: async (request, reply) => contextOf(request, (cookie) => void reply.header('set-cookie', cookie)),
        });
    });
    const closeSubscriptions = serveSubscriptions(http, schema, { config, contextOf, report });
    http.get('/healthz', () => ({ status: 'ok' }));
    http.get('/readyz', async (_request, reply) => {
        try {
            await orm.em.getConnection().execute('select 1');
            return { status: 'ready' };
        }
        catch {
            return reply.code(503).send({ status: 'database does not answer' });
        }
    });
    await servePages(http, config);
    return {
        http, parts, schema,
        close: async () => {
            await closeSubscriptions();
            await http.close();
            await apollo.stop();
            sessions.close();
            await events.stop();
            await auth.close();
            await orm.close();
        },
    };
}
/** A network, not a person: the first three parts of an IPv4 address or four groups of an IPv6 one, hashed with our secret. */
function networkOf(ip, secret) {
    const network = ip.includes(':') ? ip.split(':').slice(0, 4).join(':') : ip.split('.').slice(0, 3).join('.');
    return createHash('sha256').update(`${secret}:${network}`).digest('hex').slice(0, 32);
}
