import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT, type Config } from '../config.js';

const YEAR_S = 31_536_000;
/** Stands in the built pages where the nonce of the response belongs. */
const NONCE_PLACE = '__CSP_NONCE__';

/**
 * Both sites load nothing from elsewhere and run nothing inline. The component library of the console writes its theme into
 * <style> elements: they carry the nonce of the page's response. `'self'` covers the WebSocket of our own origin.
 */
const cspWith = (style: string): string => [
  "default-src 'self'", "script-src 'self'", `style-src ${style}`, "img-src 'self' data: blob:", "connect-src 'self'",
  "font-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');
const CSP = cspWith("'self'");

const FIXED_HEADERS = {
  'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

/** What lies among a site's files and is no file of it: the page gets its nonce, the list of operations is the server's. */
const NOT_SERVED_AS_FILES = ['index.html', 'operations.json'];

/** The console under /admin/ and the portal under /; every path that is no file is a page of theirs. */
export async function servePages(http: FastifyInstance, config: Config): Promise<void> {
  http.addHook('onSend', (_request, reply, payload, done) => {
    void reply.headers(FIXED_HEADERS);
    if (!reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', CSP);
    if (config.publicUrl.startsWith('https://')) void reply.header('strict-transport-security', `max-age=${YEAR_S}`);
    done(null, payload);
  });
  const sites = [['/admin/', path.join(PROJECT_ROOT, 'packages/admin/dist')], ['/', path.join(PROJECT_ROOT, 'packages/portal/dist')]] as const;
  const pages = new Map<string, (reply: FastifyReply) => FastifyReply>();
  for (const [prefix, root] of sites) {
    if (!existsSync(path.join(root, 'index.html'))) continue;
    await http.register(fastifyStatic, {
      root, prefix, decorateReply: !http.hasReplyDecorator('sendFile'), wildcard: false, index: false, globIgnore: NOT_SERVED_AS_FILES,
      // The builds lay .br and .gz beside their scripts and styles; a site without them is sent as it is.
      preCompressed: true,
      // The build names its assets by their content; a page itself is asked for anew.
      setHeaders: (reply, file) => void reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache'),
    });
    const page = pageOf(readFileSync(path.join(root, 'index.html'), 'utf8'));
    pages.set(prefix, page);
    http.get(prefix, (_request, reply) => page(reply));
    http.get(`${prefix}index.html`, (_request, reply) => page(reply));
    if (prefix === '/admin/') {
      http.get('/admin', (_request, reply) => reply.redirect('/admin/'));
      // A script of an earlier build is gone, and a page in its place would only confuse the old tab.
      http.get('/admin/*', (request, reply) => (request.url.startsWith('/admin/assets/') ? reply.code(404).send({ code: 'NOT_FOUND' }) : page(reply)));
    }
  }
  http.setNotFoundHandler((request, reply) => {
    const portal = pages.get('/');
    const isPage = request.method === 'GET' && !/^\/(api|graphql|files|metrics|assets|admin\/assets)\b/.test(request.url) && portal;
    return isPage ? portal(reply) : reply.code(404).send({ code: 'NOT_FOUND' });
  });
}

/** Sends a page with a nonce that holds for this one response, and so must not be stored. */
function pageOf(html: string): (reply: FastifyReply) => FastifyReply {
  const hasNonce = html.includes(NONCE_PLACE);
  return (reply) => {
    const nonce = hasNonce ? randomBytes(16).toString('base64') : '';
    if (hasNonce) void reply.header('content-security-policy', cspWith(`'self' 'nonce-${nonce}'`));
    return reply.header('cache-control', hasNonce ? 'no-store' : 'no-cache').type('text/html; charset=utf-8').send(hasNonce ? html.replaceAll(NONCE_PLACE, nonce) : html);
  };
}
