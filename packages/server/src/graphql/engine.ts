import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Context } from './context.js';
import type { Operation, Variables } from './operations.js';

/** One run of an operation that the gate admitted. */
interface Run {
  context: Context;
  operation: Operation;
}

type Formatted = GraphQLFormattedError & { original: GraphQLError };

/**
 * Apollo Server runs what the gate admitted over HTTP. It takes a foreign executor by its gateway interface alone: ours is the
 * compiled operation, so a document is neither planned nor executed twice. What Apollo would decide before that (limits, CSRF,
 * batches, who may introspect) the gate and http.ts have decided already, in the order that ADR 14 gives.
 */
export class Engine {
  private readonly apollo: ApolloServer<Run>;

  constructor(schema: GraphQLSchema) {
    this.apollo = new ApolloServer<Run>({
      gateway: compiled(schema),
      introspection: true,
      persistedQueries: false,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled(), ApolloServerPluginLandingPageDisabled()],
      // What was thrown goes on to where the request's language and id are known (errors.ts).
      formatError: (formatted, original) => ({ ...formatted, original }) as Formatted,
    });
  }

  start(): Promise<void> {
    return this.apollo.start();
  }

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  /** The result with the errors as they were thrown. */
  async run(operation: Operation, operationName: string | undefined, variables: Variables, context: Context): Promise<ExecutionResult> {
    const { body } = await this.apollo.executeOperation({ query: operation.text, operationName, variables }, { contextValue: { context, operation } });
    if (body.kind !== 'single') throw new Error('an answer in parts was not asked for');
    const { data, errors } = body.singleResult;
    return { ...(data === undefined ? {} : { data }), ...(errors ? { errors: (errors as readonly Formatted[]).map(({ original }) => original) } : {}) };
  }
}

type Gateway = ApolloServerOptionsWithGateway<Run>['gateway'];

const compiled = (schema: GraphQLSchema): Gateway => ({
  load: () => Promise.resolve({ executor: async ({ context, request }) => await context.operation.run(context.context, request.variables ?? {}) as never }),
  onSchemaLoadOrUpdate: (callback) => {
    callback({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  stop: () => Promise.resolve(),
});
