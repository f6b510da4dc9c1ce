import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Compiled = CompiledQuery | ExecutionResult;

const COMPILED_OPERATIONS = 500;

/**
 * Compiles each operation once to code (graphql-jit) and keeps the last 500: it is half the cost of a list (docs/benchmarks.md).
 * Apollo Server takes a foreign executor by its gateway interface alone.
 */
export function compiledGateway(schema: GraphQLSchema): GatewayInterface {
  const compiled = new LRUCache<string, Compiled>({ max: COMPILED_OPERATIONS });
  return {
    load: async () => ({
      executor: ({ document, request, queryHash, operationName, context }) => {
        const key = `${queryHash}:${operationName ?? ''}`;
        let query = compiled.get(key);
        if (!query) {
          query = compile(schema, document, operationName);
          compiled.set(key, query);
        }
        if (!isCompiledQuery(query)) return Promise.resolve(query as never);
        return query.query(undefined, context, request.variables ?? {}) as never;
      },
    }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined): Compiled {
  const result = compileQuery(schema, document, operationName ?? undefined, { disableLeafSerialization: false, customJSONSerializer: false });
  if (isCompiledQuery(result)) return result;
  return { errors: (result as ExecutionResult).errors ?? [new GraphQLError('The operation cannot be executed.')] };
}
