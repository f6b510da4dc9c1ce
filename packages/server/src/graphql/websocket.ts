import { GraphQLError, type ExecutionArgs, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context as Connection } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { WebSocketServer } from 'ws';
import { comesFromOwnPage, webHeaders } from '../accounts/index.js';
import type { Config } from '../config.js';
import type { Actor } from '../shared/actor.js';
import { clientAddress } from '../shared/client-address.js';
import { Failure } from '../shared/failures.js';
import { localeOf } from '../shared/locale.js';
import type { Context } from './context.js';
import { maskErrors, maskRefusal } from './errors.js';
import type { Admitted, Gate } from './gate.js';
import { costOf } from './http.js';
import { hashIn } from './http.params.js';
import { logRefusal } from './refusal-log.js';

interface Options {
  config: Config;
  gate: Gate;
  contextOf: (request: FastifyRequest) => Promise<Context>;
  report: (error: unknown, requestId: string) => void;
}

/** Bytes of one message from a client; operations are short. */
const MAX_PAYLOAD = 64 * 1024;
/** Characters of a language that a client names; «ru», «en-GB». */
const MAX_LOCALE = 35;
/** Operations that one connection may have open at once: a page of the console has a handful. */
const MAX_OPEN = 50;
/** Characters of `Bearer` and a key, with room to spare. */
const MAX_AUTHORIZATION = 200;

/** What graphql-ws runs: an operation that passed the gate. */
interface Admission extends ExecutionArgs {
  contextValue: Context;
  admitted: Admitted;
}

type Line = Connection<Record<string, unknown>, Extra & { requestId?: string }>;

/** Operations over graphql-transport-ws at /graphql. A page of another site is refused: cookies alone must not open the door. */
export function serveSubscriptions(http: FastifyInstance, schema: GraphQLSchema, { config, gate, contextOf, report }: Options): () => Promise<void> {
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
  const requestOf = ({ extra: { request }, connectionParams }: Line, id: string): FastifyRequest => {
    // A page cannot set headers on a WebSocket: the language that its switch stands at comes with the connection, and so may a partner's key.
    const [locale, authorization] = [connectionParams?.['locale'], connectionParams?.['authorization']];
    const headers = {
      ...request.headers, ...(typeof locale === 'string' ? { 'accept-language': locale.slice(0, MAX_LOCALE) } : {}),
      ...(typeof authorization === 'string' ? { authorization: authorization.slice(0, MAX_AUTHORIZATION) } : {}),
    };
    return { headers, ip: clientAddress(request, config.trustedProxies), id } as FastifyRequest;
  };
  const maskOf = ({ headers, id }: FastifyRequest) => ({ locale: localeOf(headers['accept-language']), requestId: id, report });

  const disposable = useServer<Record<string, unknown>, { requestId?: string }>({
    onSubscribe: async (line, _id, { query, operationName, variables, extensions }) => {
      opened += 1;
      const request = requestOf(line, `ws-${opened}`);
      let actor: Actor | undefined;
      try {
        if (Object.keys(line.subscriptions).length > MAX_OPEN) throw new Failure('RATE_LIMITED', 'TOO_MANY_SUBSCRIPTIONS', null, { limit: MAX_OPEN });
        const contextValue = await contextOf(request);
        actor = contextValue.actor;
        const asked = { query, hash: hashIn(extensions), operationName: operationName ?? undefined };
        const admitted = await gate.admit(asked, variables ?? {}, { actor: contextValue.actor, address: request.ip });
        // A subscription is counted when it opens; queries and mutations when they have run.
        if (admitted.operation.kind === 'subscription') gate.ended(contextValue.actor, admitted, false);
        return { schema, document: admitted.operation.document, operationName: operationName ?? null, variableValues: variables ?? null, contextValue, admitted } as Admission;
      } catch (error) {
        logRefusal(http.log, error, { requestId: request.id, actor });
        return maskRefusal(error, maskOf(request)).map(asError);
      }
    },
    execute: async (args) => {
      const { admitted, contextValue, variableValues } = args as Admission;
      const result = await admitted.operation.run(contextValue, variableValues ?? {});
      gate.ended(contextValue.actor, admitted, result.errors !== undefined);
      return { ...result, extensions: { cost: costOf(admitted, config.maxCost) } } as ExecutionResult;
    },
    onError: (line, _id, _payload, errors) => maskAll(errors, maskOf(requestOf(line, 'ws'))) as never,
    onNext: (line, _id, _payload, _args, result) =>
      ('errors' in result && result.errors ? { ...result, errors: maskAll(result.errors, maskOf(requestOf(line, 'ws'))) } as never : undefined),
  }, server);
  return async () => {
    await disposable.dispose();
    server.close();
  };
}

/** Marks what was masked already, so that it passes the library's own hooks as it is. */
class Masked extends GraphQLError {}

const asError = ({ message, path, extensions }: GraphQLFormattedError): GraphQLError => new Masked(message, { path: path ?? null, extensions: extensions ?? null });

const maskAll = (errors: readonly GraphQLError[], options: Parameters<typeof maskErrors>[1]): GraphQLFormattedError[] =>
  errors.flatMap((error) => (error instanceof Masked ? [error.toJSON()] : maskErrors([error], options)));

