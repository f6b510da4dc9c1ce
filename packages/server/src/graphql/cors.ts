import type { FastifyInstance } from 'fastify';

const METHODS = 'GET, POST';
const REQUEST_HEADERS = 'authorization, x-api-key, content-type, accept-language, graphql-require-preflight, apollo-require-preflight';
const ANSWER_HEADERS = 'x-query-cost, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after';
const PREFLIGHT_SECONDS = '600';

/**
 * Pages of the listed origins may ask /graphql, with a key or without: never with cookies, since credentials are not allowed
 * to any foreign origin. Everyone else's preflight is answered without permission, which is a refusal to a browser.
 */
export function allowOrigins(http: FastifyInstance, origins: readonly string[]): void {
  http.addHook('onRequest', (request, reply, done) => {
    if (isGraphql(request.url)) {
      void reply.header('vary', 'Origin');
      const { origin } = request.headers;
      if (origin && origins.includes(origin)) void reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': ANSWER_HEADERS });
    }
    done();
  });
  http.options('/graphql', (request, reply) => {
    if (origins.includes(request.headers.origin ?? '')) {
      void reply.headers({ 'access-control-allow-methods': METHODS, 'access-control-allow-headers': REQUEST_HEADERS, 'access-control-max-age': PREFLIGHT_SECONDS });
    }
    return reply.code(204).header('allow', `${METHODS}, OPTIONS`).send();
  });
}

const isGraphql = (url: string): boolean => url === '/graphql' || url.startsWith('/graphql?');
