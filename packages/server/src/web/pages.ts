import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_ROOT, type Config } from '../config.js';

const YEAR_S = 31_536_000;

/** Both sites load nothing from elsewhere and run no inline script. Styles are inline where the component library sets them. */
const CSP = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "connect-src 'self' ws: wss:",
  "font-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ');

/** The console under /admin/ and the portal under /; every path that is no file is a page of theirs. */
export async function servePages(http: FastifyInstance, config: Config): Promise<void> {
  http.addHook('onSend', (_request, reply, payload, done) => {
    void reply.headers({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'x-frame-options': 'DENY',
      'content-security-policy': CSP, 'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
    if (config.publicUrl.startsWith('https://')) void reply.header('strict-transport-security', `max-age=${YEAR_S}`);
    done(null, payload);
  });
  const sites = [['/admin/', path.join(PROJECT_ROOT, 'packages/admin/dist')], ['/', path.join(PROJECT_ROOT, 'packages/portal/dist')]] as const;
  for (const [prefix, root] of sites) {
    if (!existsSync(root)) continue;
    await http.register(fastifyStatic, {
      root, prefix, decorateReply: !http.hasReplyDecorator('sendFile'), wildcard: false, index: false,
      // The builds lay .br and .gz beside their scripts and styles; a site without them is sent as it is.
      preCompressed: true,
      // The build names its assets by their content; a page itself is asked for anew.
      setHeaders: (reply, file) => void reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache'),
    });
    const page = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html', root);
    http.get(prefix, (_request, reply) => page(reply));
    if (prefix === '/admin/') {
      http.get('/admin', (_request, reply) => reply.redirect('/admin/'));
      // A script of an earlier build is gone, and a page in its place would only confuse the old tab.
      http.get('/admin/*', (request, reply) => (request.url.startsWith('/admin/assets/') ? reply.code(404).send({ code: 'NOT_FOUND' }) : page(reply)));
    }
  }
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|graphql|files|metrics|assets|admin\/assets)\b/.test(request.url) && existsSync(sites[1][1]);
    if (isPage) return reply.header('cache-control', 'no-cache').type('text/html').sendFile('index.html', sites[1][1]);
    return reply.code(404).send({ code: 'NOT_FOUND' });
  });
}
