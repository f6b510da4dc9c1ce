import type { FastifyInstance } from 'fastify';

const OPEN: readonly string[] = ['/graphql', '/files'];
const METHODS = 'GET, POST';
const REQUEST_HEADERS = 'authorization, x-api-key, content-type, accept-language, idempotency-key, graphql-require-preflight, apollo-require-preflight';
const ANSWER_HEADERS = 'x-query-cost, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after';
const PREFLIGHT_SECONDS = '600';

/**
 * Pages of the listed origins may ask /graphql and upload to /files, with a key or without: never with cookies, since credentials are not allowed
 * to any foreign origin. Everyone else's preflight is answered without permission, which is a refusal to a browser.
 */
export function allowOrigins(http: FastifyInstance, origins: readonly string[]): void {
  http.addHook('onRequest', (request, reply, done) => {
    if (isOpen(request.url)) {
      void reply.header('vary', 'Origin');
      const { origin } = request.headers;
      if (origin && origins.includes(origin)) void reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': ANSWER_HEADERS });
    }
    done();
  });
  for (const url of OPEN) http.options(url, (request, reply) => {
    if (origins.includes(request.headers.origin ?? '')) {
      void reply.headers({ 'access-control-allow-methods': METHODS, 'access-control-allow-headers': REQUEST_HEADERS, 'access-control-max-age': PREFLIGHT_SECONDS });
    }
    return reply.code(204).header('allow', `${METHODS}, OPTIONS`).send();
  });
}

const isOpen = (url: string): boolean => OPEN.includes(url.split('?', 1)[0]!);
