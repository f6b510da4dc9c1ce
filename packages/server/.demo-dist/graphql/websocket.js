import { GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { comesFromOwnPage, webHeaders } from '../accounts/index.js';
import { localeOf } from '../shared/locale.js';
import { maskError } from './errors.js';
/** Bytes of one message from a client; operations are short. */
const MAX_PAYLOAD = 64 * 1024;
/** Subscriptions over graphql-transport-ws at /graphql. A page of another site is refused: cookies alone must not open the door. */
export function serveSubscriptions(http, schema, { config, contextOf, report }) {
    const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });
    http.server.on('upgrade', (request, socket, head) => {
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
        context: ({ extra }) => {
            const { headers, socket } = extra.request;
            opened += 1;
            return contextOf({ headers, ip: socket.remoteAddress ?? '', id: `ws-${opened}` });
        },
        onError: ({ extra }, _id, _payload, errors) => {
            const locale = localeOf(extra.request.headers['accept-language']);
            return errors.map((error) => maskError(new GraphQLError(error.message, { extensions: error.extensions }).toJSON(), error, { locale, requestId: 'ws', report }));
        },
        onNext: ({ extra }, _id, _payload, _args, result) => {
            if (!('errors' in result) || !result.errors)
                return undefined;
            const locale = localeOf(extra.request.headers['accept-language']);
            return { ...result, errors: result.errors.map((error) => maskError(error.toJSON(), error, { locale, requestId: 'ws', report })) };
        },
    }, server);
    return async () => {
        await disposable.dispose();
        server.close();
    };
}
