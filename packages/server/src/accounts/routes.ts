import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { AUTH_PATH, CLIENT_ADDRESS_HEADER, CODE_REST_S, DEVICE_COOKIE, SIGN_IN_PAGE, type Auth, type AuthConfig } from './auth.js';
import { oidcCode } from './oidc.js';

/** What the library answers to as it is; everything else under its path is not found, so that its update brings no new door. */
const ROUTES = [
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['GET', '/list-sessions'],
  ['POST', '/revoke-session'],
  ['POST', '/revoke-sessions'],
  ['POST', '/revoke-other-sessions'],
  ['POST', '/change-password'],
  ['POST', '/two-factor/enable'],
  ['POST', '/two-factor/disable'],
  ['POST', '/two-factor/verify-totp'],
  ['POST', '/two-factor/verify-backup-code'],
  ['POST', '/two-factor/generate-backup-codes'],
] as const;

/** Bytes; an e-mail and a password are far below. */
const BODY_LIMIT = 8 * 1024;
/** No answer to a forgotten password comes sooner, in milliseconds: whether a letter is written must not be told by the time it takes. */
const RESET_ANSWER_MS = 300;
const DEVICE_DAYS = 180;

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

  const ask = (request: FastifyRequest, change: { path?: string; body?: object } = {}): Promise<Response> =>
    auth.handler(toWebRequest(request, config.publicUrl, change));
  const pass = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => send(await ask(request), request, reply);
  const post = (path: string, handler: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>): unknown =>
    app.route({ method: 'POST', url: `${AUTH_PATH}${path}`, bodyLimit: BODY_LIMIT, handler });
  const remember = (reply: FastifyReply, email: string): unknown => reply.header('set-cookie', [
    `${DEVICE_COOKIE}=${auth.passwordTries.newDevice(email)}`, `Max-Age=${DEVICE_DAYS * 86_400}`, `Path=${AUTH_PATH}`, 'HttpOnly', 'SameSite=Lax',
    ...(config.publicUrl.startsWith('https://') ? ['Secure'] : []),
  ].join('; '));

  for (const [method, path] of ROUTES) app.route({ method, url: `${AUTH_PATH}${path}`, bodyLimit: BODY_LIMIT, handler: pass });

  post('/sign-in/email', async (request, reply) => {
    const email = textOf(request, 'email').trim().toLowerCase();
    const wait = email === '' ? null : await auth.passwordTries.count(email, cookieOf(request, DEVICE_COOKIE));
    if (wait !== null) return fail(reply.header('retry-after', wait), 429, 'RATE_LIMITED');
    const response = await ask(request);
    if (response.ok) remember(reply, email);
    return send(response, request, reply);
  });
  post('/request-password-reset', async (request, reply) => {
    const [response] = await Promise.all([ask(request, { body: { email: textOf(request, 'email') } }), pause(RESET_ANSWER_MS)]);
    return send(response, request, reply);
  });
  post('/reset-password', async (request, reply) => {
    const email = await auth.emailOfReset(textOf(request, 'token'));
    const response = await ask(request);
    // Whoever got the letter may sign in at once, also where others used up the tries of this account.
    if (response.ok && email !== null) remember(reply, email);
    return send(response, request, reply);
  });
  if (config.oidc) {
    const { id } = config.oidc;
    post('/sign-in/oauth2', async (request, reply) => {
      if (textOf(request, 'providerId') !== id) return fail(reply, 404, 'PROVIDER_NOT_FOUND');
      return send(await ask(request, {
        path: '/sign-in/social',
        // Nothing else of what the library would take: no ID token from outside, no other scopes.
        body: {
          provider: id, disableRedirect: true, callbackURL: ownPage(textOf(request, 'callbackURL'), '/admin/'), errorCallbackURL: ownPage(textOf(request, 'errorCallbackURL'), SIGN_IN_PAGE),
        },
      }), request, reply);
    });
    app.get(`${AUTH_PATH}/callback/${id}`, async (request, reply) => {
      const response = await ask(request);
      if (response.status < 500 && response.status !== 429) return send(response, request, reply);
      request.log.error({ requestId: request.id, status: response.status }, 'sign-in by OpenID Connect failed');
      return reply.redirect(`${SIGN_IN_PAGE}?error=${response.status === 503 ? 'OIDC_UNAVAILABLE' : response.status === 429 ? 'RATE_LIMITED' : 'OIDC_FAILED'}`);
    });
  }
  app.all(`${AUTH_PATH}/*`, (_request, reply) => fail(reply, 404, 'NOT_FOUND'));

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return fail(reply, status, status === 413 ? 'BODY_TOO_LARGE' : status === 415 ? 'JSON_EXPECTED' : 'BAD_REQUEST');
    request.log.error({ error: { name: error.name, stack: error.stack } }, 'sign-in failed');
    return fail(reply, 500, 'INTERNAL_SERVER_ERROR');
  });
}

function toWebRequest(request: FastifyRequest, publicUrl: string, change: { path?: string; body?: object }): Request {
  const all = webHeaders(request.headers);
  const headers = new Headers();
  for (const name of PASSED_HEADERS) {
    const value = all.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set(CLIENT_ADDRESS_HEADER, request.ip);
  const body = change.body ? JSON.stringify(change.body) : request.body instanceof Buffer && request.body.length > 0 ? new Uint8Array(request.body) : null;
  if (body === null) headers.delete('content-type');
  const url = new URL(request.url, publicUrl);
  if (change.path) [url.pathname, url.search] = [`${AUTH_PATH}${change.path}`, ''];
  return new Request(url, { method: request.method, headers, body });
}

async function send(response: Response, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const text = await response.text();
  const seconds = response.headers.get('x-retry-after');
  if (seconds !== null) reply.header('retry-after', seconds);
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  reply.header('cache-control', 'no-store');
  if (request.method === 'GET' && request.url.includes('/callback/')) return back(response, text, request, reply);
  if (response.ok) return reply.code(response.status).type('application/json; charset=utf-8').send(text);
  // A locked second factor is told without a time.
  if (response.status === 429 && seconds === null) reply.header('retry-after', CODE_REST_S);
  // Written anew, since the library's own bodies differ in small ways that tell one reason from another.
  return fail(reply, response.status, response.status === 429 ? 'RATE_LIMITED' : response.status >= 500 && codeOf(text) !== 'OIDC_UNAVAILABLE' ? 'INTERNAL_SERVER_ERROR' : codeOf(text));
}

/** The way back from a provider: to the console, to the question for the one-time code, or to the sign-in page with a code of ours. */
function back(response: Response, text: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Status and address of the redirect that the library had made already stay with its question for the code.
  if (text.includes('"twoFactorRedirect":true')) return reply.redirect(`${SIGN_IN_PAGE}?step=two-factor`);
  const location = response.headers.get('location');
  if (location === null) return refused(codeOf(text), SIGN_IN_PAGE, request, reply);
  const to = new URL(location, 'http://here');
  const error = to.searchParams.get('error');
  if (error === null) return reply.redirect(location);
  return refused(error, to.pathname, request, reply);
}

function refused(error: string, page: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = oidcCode(error);
  request.log.warn({ requestId: request.id, code }, 'sign-in by OpenID Connect refused');
  return reply.redirect(`${page}?error=${code}`);
}

/** A page of the console, never an address elsewhere. */
const ownPage = (url: string, otherwise: string): string => (/^\/admin(\/[\w./-]*)?(\?[\w=&%.-]*)?$/.test(url) ? url : otherwise);

/** A text of a JSON body; empty where there is none. */
function textOf({ body }: FastifyRequest, name: string): string {
  try {
    const value = (JSON.parse((body as Buffer).toString()) as Record<string, unknown>)[name];
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}

function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  return headers.cookie?.split(';').map((cookie) => cookie.trim().split('=')).find(([key]) => key === name)?.[1];
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
  // Which door and which code; never who.
  reply.log.info({ requestId: reply.request.id, path: reply.request.routeOptions.url, status, code }, 'sign-in refused');
  return reply.code(status).header('cache-control', 'no-store').send({ code, message: code });
}
