import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { AUTH_PATH, CLIENT_ADDRESS_HEADER, type Auth, type AuthConfig } from './auth.js';

/** What the library answers to; everything else under its path is not found, so that its update brings no new door. */
const ROUTES = [
  ['POST', '/sign-in/email'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['GET', '/list-sessions'],
  ['POST', '/revoke-session'],
  ['POST', '/revoke-sessions'],
  ['POST', '/revoke-other-sessions'],
  ['POST', '/change-password'],
  ['POST', '/request-password-reset'],
  ['POST', '/reset-password'],
  ['POST', '/two-factor/enable'],
  ['POST', '/two-factor/disable'],
  ['POST', '/two-factor/verify-totp'],
  ['POST', '/two-factor/verify-backup-code'],
  ['POST', '/two-factor/generate-backup-codes'],
] as const;

/** Bytes; an e-mail and a password are far below. */
const BODY_LIMIT = 8 * 1024;

const PASSED_HEADERS = [
  'host', 'cookie', 'origin', 'referer', 'user-agent', 'content-type', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest',
] as const;

/** Node's headers as the web's. */
export function webHeaders(headers: IncomingHttpHeaders): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const part of Array.isArray(value) ? value : [value]) if (part !== undefined) result.append(name, part);
  }
  return result;
}

/** Hands `/api/auth/*` to better-auth. Every error is `{ code, message }`; the person's text is made from the code by the console. */
export async function authRoutes(app: FastifyInstance, { auth, config }: { auth: Auth; config: AuthConfig }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));

  const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const response = await auth.handler(toWebRequest(request, config.publicUrl));
    return send(response, reply);
  };
  for (const [method, path] of ROUTES) app.route({ method, url: `${AUTH_PATH}${path}`, bodyLimit: BODY_LIMIT, handler: pass });
  app.all(`${AUTH_PATH}/*`, (_request, reply) => fail(reply, 404, 'NOT_FOUND'));

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return fail(reply, status, status === 413 ? 'BODY_TOO_LARGE' : status === 415 ? 'JSON_EXPECTED' : 'BAD_REQUEST');
    request.log.error({ error: { name: error.name, stack: error.stack } }, 'sign-in failed');
    return fail(reply, 500, 'INTERNAL_SERVER_ERROR');
  });
}

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const all = webHeaders(request.headers);
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = all.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set(CLIENT_ADDRESS_HEADER, request.ip);
  const body = request.body instanceof Buffer && request.body.length > 0 ? new Uint8Array(request.body) : null;
  if (body === null) headers.delete('content-type');
  return new Request(new URL(request.url, publicUrl), { method: request.method, headers, body });
}

async function send(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  const text = await response.text();
  const seconds = response.headers.get('x-retry-after');
  if (seconds !== null) reply.header('retry-after', seconds);
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  if (response.ok) {
    return reply.code(response.status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(text);
  }
  // Written anew, since the library's own bodies differ in small ways that tell one reason from another.
  return fail(reply, response.status, response.status === 429 ? 'RATE_LIMITED' : response.status >= 500 ? 'INTERNAL_SERVER_ERROR' : codeOf(text));
}

function codeOf(body: string): string {
  try {
    const { code } = JSON.parse(body) as { code?: unknown };
    return typeof code === 'string' ? code : 'BAD_REQUEST';
  } catch {
    return 'BAD_REQUEST';
  }
}

function fail(reply: FastifyReply, status: number, code: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ code, message: code });
}
