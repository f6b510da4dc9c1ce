import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { askedExport, type ExportFormat } from '../exports/index.js';
import type { Actor } from '../shared/actor.js';
import type { Clock } from '../shared/clock.js';
import { localDay } from '../shared/day.js';
import { Failure } from '../shared/failures.js';
import { localeOf } from '../shared/locale.js';
import type { Context } from './context.js';
import { maskRefusal } from './errors.js';
import { refuseForgery } from './http.params.js';
import type { Allowance } from './limits/allowance.js';
import { logRefusal } from './refusal-log.js';
import { STATUS } from './statuses.js';

interface Options {
  schema: GraphQLSchema;
  allowance: Allowance;
  clock: Clock;
  contextOf: (request: FastifyRequest, renew?: (setCookie: string) => void) => Promise<Context>;
  report: (error: unknown, requestId: string) => void;
}

const TYPES: Record<ExportFormat, string> = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/**
 * Lists as files: GET /api/export/appeals.csv and .xlsx, with the session's walls. A page of another site can neither read the answer nor
 * make one: the request needs a header that only our own page sends unasked, or the browser's word that it comes from our page.
 */
export function serveExports(http: FastifyInstance, options: Options): void {
  for (const format of Object.keys(TYPES) as ExportFormat[]) {
    http.get(`/api/export/appeals.${format}`, { exposeHeadRoute: false }, (request, reply) => answer(format, request, reply, options));
  }
}

async function answer(format: ExportFormat, request: FastifyRequest, reply: FastifyReply, { schema, allowance, clock, contextOf, report }: Options): Promise<FastifyReply> {
  let actor: Actor | undefined;
  try {
    if (request.headers['sec-fetch-site'] !== 'same-origin') refuseForgery(request);
    const context = await contextOf(request, (cookie) => void reply.header('set-cookie', cookie));
    ({ actor } = context);
    if (actor.kind !== 'PARTNER') await allowance.enter({ actor, address: request.ip });
    const { file, rows } = await context.exports.begin(askedExport(format, request.query as Record<string, unknown>, schema));
    file.on('error', (error) => report(error, request.id));
    return await reply.headers({
      'content-type': TYPES[format], 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-export-rows': String(rows),
      'content-disposition': `attachment; filename="appeals-${localDay(clock.now(), 'Europe/Moscow')}.${format}"`,
    }).send(file);
  } catch (error) {
    const errors = maskRefusal(error, { locale: localeOf(request.headers['accept-language']), requestId: request.id, report });
    const code = String(errors[0]?.extensions?.['code']);
    if (error instanceof Failure && error.code === 'RATE_LIMITED') void reply.header('retry-after', String(error.params['retryAfter']));
    logRefusal(request.log, error, { requestId: request.id, actor });
    return reply.code(STATUS[code] ?? 400).header('cache-control', 'no-store').send({ code, errors });
  }
}
