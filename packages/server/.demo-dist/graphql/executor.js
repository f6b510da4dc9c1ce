import { GraphQLError } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
const COMPILED_OPERATIONS = 500;
/**
 * Compiles each operation once to code (graphql-jit) and keeps the last 500: it is half the cost of a list (docs/benchmarks.md).
 * Apollo Server takes a foreign executor by its gateway interface alone.
 */
export function compiledGateway(schema) {
    const compiled = new LRUCache({ max: COMPILED_OPERATIONS });
    return {
        load: async () => ({
            executor: async ({ document, request, queryHash, operationName, context }) => {
                const key = `${queryHash}:${operationName ?? ''}`;
                let query = compiled.get(key);
                if (!query) {
                    query = compile(schema, document, operationName);
                    compiled.set(key, query);
                }
                const result = isCompiledQuery(query) ? await query.query(undefined, context, request.variables ?? {}) : query;
                return (result.errors ? { ...result, errors: result.errors.map(asGraphqlError) } : result);
            },
        }),
        onSchemaLoadOrUpdate: (callback) => {
            callback({ apiSchema: schema, coreSupergraphSdl: '' });
            return () => undefined;
        },
        stop: () => Promise.resolve(),
    };
}
/** Compiled operations report errors of a class of their own, which Apollo Server takes for something thrown by a stranger. */
function asGraphqlError({ message, path, nodes, originalError }) {
    return new GraphQLError(message, { path: path ?? null, nodes: nodes ?? null, originalError: originalError ?? null });
}
function compile(schema, document, operationName) {
    const result = compileQuery(schema, document, operationName ?? undefined, { disableLeafSerialization: false, customJSONSerializer: false });
    if (isCompiledQuery(result))
        return result;
    return { errors: result.errors ?? [new GraphQLError('The operation cannot be executed.')] };
}
