import { GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer } from 'ws';
import { comesFromOwnPage, webHeaders } from '../accounts/index.js';
import type { Config } from '../config.js';
import { localeOf } from '../shared/locale.js';
import type { Context } from './context.js';
import { maskError } from './errors.js';

interface Options {
  config: Config;
  contextOf: (request: FastifyRequest) => Promise<Context>;
  report: (error: unknown, requestId: string) => void;
}

/** Bytes of one message from a client; operations are short. */
const MAX_PAYLOAD = 64 * 1024;
/** Characters of a language that a client names; «ru», «en-GB». */
const MAX_LOCALE = 35;

/** Subscriptions over graphql-transport-ws at /graphql. A page of another site is refused: cookies alone must not open the door. */
export function serveSubscriptions(http: FastifyInstance, schema: GraphQLSchema, { config, contextOf, report }: Options): () => Promise<void> {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });
  http.server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const isOurs = new URL(request.url ?? '/', 'http://localhost').pathname === '/graphql' && comesFromOwnPage(config, webHeaders(request.headers));
    if (!isOurs) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
  });
  let opened = 0;
  const disposable = useServer({
    schema,
    context: ({ extra, connectionParams }) => {
      const { socket } = extra.request;
      // A page cannot set headers on a WebSocket: the language that its switch stands at comes with the connection.
      const locale = connectionParams?.['locale'];
      const headers = typeof locale === 'string' ? { ...extra.request.headers, 'accept-language': locale.slice(0, MAX_LOCALE) } : extra.request.headers;
      opened += 1;
      return contextOf({ headers, ip: socket.remoteAddress ?? '', id: `ws-${opened}` } as FastifyRequest);
    },
    onError: ({ extra }, _id, _payload, errors) => {
      const locale = localeOf(extra.request.headers['accept-language']);
      return errors.map((error) => maskError(new GraphQLError(error.message, { extensions: error.extensions }).toJSON(), error, { locale, requestId: 'ws', report }));
    },
    onNext: ({ extra }, _id, _payload, _args, result) => {
      if (!('errors' in result) || !result.errors) return undefined;
      const locale = localeOf(extra.request.headers['accept-language']);
      return { ...result, errors: result.errors.map((error) => maskError(error.toJSON(), error, { locale, requestId: 'ws', report })) } as never;
    },
  }, server);
  return async () => {
    await disposable.dispose();
    server.close();
  };
}
