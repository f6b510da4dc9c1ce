import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Actor } from '../shared/actor.js';
import { Failure } from '../shared/failures.js';
import { localeOf } from '../shared/locale.js';
import type { Context } from './context.js';
import type { Engine } from './engine.js';
import { maskErrors, maskRefusal } from './errors.js';
import type { Admitted, Gate } from './gate.js';
import type { Standings } from './limits/allowance.js';
import { secondsUntil } from '../shared/quota.js';
import type { Clock } from '../shared/clock.js';
import { mediaTypeFor, paramsOf, refuseForgery } from './http.params.js';
import { logRefusal } from './refusal-log.js';
import { STATUS } from './statuses.js';

interface Options {
  engine: Engine;
  gate: Gate;
  maxCost: number;
  clock: Clock;
  contextOf: (request: FastifyRequest, renew?: (setCookie: string) => void) => Promise<Context>;
  report: (error: unknown, requestId: string) => void;
}

/** What the specification of GraphQL over HTTP answers with 200 in application/json, and with 400 in its own media type. */
const OF_THE_DOCUMENT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_FOUND', 'BAD_USER_INPUT']);
const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** GraphQL over HTTP (https://graphql.github.io/graphql-over-http/) at /graphql: POST with JSON, and GET for queries. */
export async function serveGraphql(http: FastifyInstance, options: Options): Promise<void> {
  await http.register((scope, _options, done) => {
    // JSON alone: what a form of a foreign page can send is not even read.
    scope.removeContentTypeParser('text/plain');
    scope.route({ method: ['GET', 'POST'], url: '/graphql', exposeHeadRoute: false, handler: (request, reply) => answer(request, reply, options) });
    scope.route({ method: ['HEAD', 'PUT', 'PATCH', 'DELETE'], url: '/graphql', handler: (request, reply) => refuse(request, reply.header('allow', 'GET, POST'), new Failure('METHOD_NOT_ALLOWED'), options) });
    done();
  });
}

async function answer(request: FastifyRequest, reply: FastifyReply, options: Options): Promise<FastifyReply> {
  let outcome: Outcome;
  const caller: { actor?: Actor } = {};
  try {
    outcome = await run(request, reply, options, caller);
  } catch (error) {
    return refuse(request, reply, error, options, caller.actor);
  }
  return send(request, reply, outcome.body, outcome.ran);
}

interface Outcome {
  body: Body;
  /** False when the values of the variables did not fit: there is no data then. */
  ran: boolean;
}

/** Tells `caller` who asks as soon as that is known, for the log of a refusal. */
async function run(request: FastifyRequest, reply: FastifyReply, options: Options, caller: { actor?: Actor }): Promise<Outcome> {
  const { engine, gate, report } = options;
  refuseForgery(request);
  if (!mediaTypeFor(request.headers.accept)) throw new Failure('NOT_ACCEPTABLE');
  const params = paramsOf(request);
  const context = await options.contextOf(request, (cookie) => void reply.header('set-cookie', cookie));
  caller.actor = context.actor;
  const admitted = await gate.admit(params, params.variables, { actor: context.actor, address: request.ip });
  const { operation } = admitted;
  tellStandings(reply, admitted, options.clock);
  if (request.method === 'GET' && operation.kind !== 'query') {
    void reply.header('allow', 'POST');
    throw new Failure('METHOD_NOT_ALLOWED', 'QUERIES_ONLY_BY_GET');
  }
  if (operation.kind === 'subscription') throw new Failure('BAD_REQUEST', 'SUBSCRIPTION_BY_HTTP');
  const result = await engine.run(operation, params.operationName, params.variables, context);
  gate.ended(context.actor, admitted, result.errors !== undefined);
  const errors = result.errors && maskErrors(result.errors, { locale: context.locale, requestId: request.id, report });
  const ran = result.data !== undefined;
  return { body: { ...(errors ? { errors } : {}), ...(ran ? { data: result.data } : {}), extensions: { cost: costOf(admitted, options.maxCost) } }, ran };
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown, { report }: Pick<Options, 'report'>, actor?: Actor): FastifyReply {
  const errors = maskRefusal(error, { locale: localeOf(request.headers['accept-language']), requestId: request.id, report });
  if (error instanceof Failure && error.code === 'RATE_LIMITED') {
    const { limit, rest, retryAfter } = error.params;
    void reply.headers({ 'retry-after': String(retryAfter), 'ratelimit-limit': String(limit), 'ratelimit-remaining': String(rest), 'ratelimit-reset': String(retryAfter) });
  }
  logRefusal(request.log, error, { requestId: request.id, actor });
  return send(request, reply, { errors }, false);
}

interface Body {
  errors?: GraphQLFormattedError[];
  data?: unknown;
  extensions?: object;
}

function send(request: FastifyRequest, reply: FastifyReply, body: Body, ran: boolean): FastifyReply {
  const accepted = mediaTypeFor(request.headers.accept);
  const code = body.errors?.[0]?.extensions?.['code'];
  const isOwnType = accepted === GRAPHQL_RESPONSE;
  const status = ran ? 200 : typeof code === 'string' && OF_THE_DOCUMENT.has(code) && !isOwnType ? 200 : STATUS[String(code)] ?? 400;
  return reply.code(status).header('cache-control', 'no-store').header('content-type', `${accepted ?? 'application/json'}; charset=utf-8`).send(JSON.stringify(body));
}

function tellStandings(reply: FastifyReply, { cost, standings: { minute } }: Admitted, clock: Clock): void {
  void reply.headers({
    'x-query-cost': String(cost), 'ratelimit-limit': String(minute.limit), 'ratelimit-remaining': String(minute.rest), 'ratelimit-reset': String(secondsUntil(minute.resetsAt, clock)),
  });
}

/** What the caller is told beside the data; quotas are a keyed caller's to plan with. */
export function costOf({ cost, standings }: { cost: number; standings: Standings }, limit: number): object {
  return { requested: cost, limit, ...(standings.day ? { minute: standings.minute, day: standings.day } : {}) };
}
