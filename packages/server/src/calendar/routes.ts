import type { FastifyInstance } from 'fastify';
import { Failure } from '../shared/failures.js';
import { calendarOf, type FeedParts } from './calendar-feed.service.js';

/**
 * GET /calendar/<token>.ics, for programs that know no session: who has the address sees number, day and link of the owner's deadlines.
 * Every other address, and a revoked one, is not found.
 */
export function calendarRoutes(http: FastifyInstance, parts: FeedParts & { allowance: (address: string) => Promise<unknown> }): void {
  http.get<{ Params: { token: string } }>('/calendar/:token.ics', async (request, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    try {
      await parts.allowance(request.ip);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return reply.code(429).header('retry-after', String(error.params['retryAfter'] ?? 60)).send({ code: error.code });
    }
    const calendar = await calendarOf(request.params.token, parts);
    if (calendar === null) return reply.code(404).send({ code: 'NOT_FOUND' });
    return reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="deadlines.ics"' }).send(calendar);
  });
}
