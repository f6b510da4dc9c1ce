import {
  getOperationAST, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema, type OperationDefinitionNode, type OperationTypeNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import { Failure } from '../shared/failures.js';
import { LIMITS } from './limits/limits.js';
import { measure, type Measure } from './limits/measure.js';
import type { ListedOperations } from './limits/listed.js';

export type Variables = Readonly<Record<string, unknown>>;

/** What a client sends to name an operation: its text, or the hash of a listed one. Beside a text a hash says nothing: no client puts anything on the list. */
export interface OperationRequest {
  query: string | undefined;
  /** sha256 of the text, in hexadecimal digits. */
  hash: string | undefined;
  operationName: string | undefined;
}

/** An operation that was counted and validated, ready to run with any variables. */
export interface Operation extends Measure {
  readonly text: string;
  readonly document: DocumentNode;
  readonly kind: OperationTypeNode;
  /** Whether the console or the portal of a build that we know holds it. */
  readonly isListed: boolean;
  /** Runs a query or a mutation; the first time it is compiled. */
  run(context: object, variables: Variables): Promise<ExecutionResult>;
}

/** Operations kept, and the characters of all their texts: what is compiled takes many times the room of its text. */
const KEPT = { max: 1_000, maxSize: 4_000_000 };

/**
 * The one door to every operation, over HTTP and over WebSocket: text → counted (limits/) → validated → compiled to code by
 * graphql-jit, which is half the cost of a list (docs/benchmarks.md). Each document passes once and is kept, refusals as well.
 */
export class Operations {
  private readonly kept = new LRUCache<string, Operation | Error>({ ...KEPT, sizeCalculation: (_operation, key) => key.length });

  constructor(readonly schema: GraphQLSchema, private readonly listed: ListedOperations) {}

  /** Throws a Failure, or DocumentErrors, for what must not run. */
  prepare({ query, hash, operationName }: OperationRequest): Operation {
    const text = query === undefined || query === '' ? this.textOf(hash) : query;
    const key = `${operationName ?? ''}\n${text}`;
    let operation = this.kept.get(key);
    if (!operation) {
      operation = this.made(text, operationName);
      this.kept.set(key, operation);
    }
    if (operation instanceof Error) throw operation;
    return operation;
  }

  private textOf(hash: string | undefined): string {
    if (hash === undefined) throw new Failure('BAD_REQUEST', 'QUERY_MISSING');
    const text = this.listed.textOf(hash);
    // Apollo's own words: clients send the text then. Only builds of ours put operations on the list.
    if (text === undefined) throw new DocumentErrors([refusedDocument('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND')]);
    return text;
  }

  private made(text: string, operationName: string | undefined): Operation | Error {
    try {
      return this.make(text, operationName);
    } catch (error) {
      if (error instanceof Failure || error instanceof DocumentErrors) return error;
      throw error;
    }
  }

  private make(text: string, operationName: string | undefined): Operation {
    const document = parsed(text);
    const measures = new Map(document.definitions.flatMap((definition) =>
      (definition.kind === 'OperationDefinition' ? [[definition as OperationDefinitionNode, measure(this.schema, document, definition)] as const] : [])));
    const errors = validate(this.schema, document, undefined, { maxErrors: LIMITS.errors - 1, hideSuggestions: true });
    if (errors.length > 0) throw new DocumentErrors(errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')));
    const node = getOperationAST(document, operationName);
    if (!node) throw new DocumentErrors([refusedDocument(operationName ? 'The document has no operation of this name.' : 'Name one of the operations of the document.', 'OPERATION_RESOLUTION_FAILURE')]);
    let compiled: CompiledQuery | ExecutionResult | undefined;
    return {
      ...measures.get(node)!, text, document, kind: node.operation, isListed: this.listed.textOf(hashOf(text)) !== undefined,
      run: async (context, variables) => {
        compiled ??= compileQuery(this.schema, document, operationName, { disableLeafSerialization: false, customJSONSerializer: false });
        const result = isCompiledQuery(compiled) ? await compiled.query(undefined, context, variables) : compiled;
        return result.errors ? { ...result, errors: result.errors.map(asGraphqlError) } : result;
      },
    };
  }
}

/** GraphQL's own reasons to refuse a document; their texts speak of the document alone. */
export class DocumentErrors extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const refusedDocument = (message: string, code: string): GraphQLError => new GraphQLError(message, { extensions: { code } });

const withCode = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes ?? null, source: error.source ?? null, positions: error.positions ?? null, extensions: { code } });

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes(`more that ${LIMITS.tokens} tokens`)) throw new Failure('COST_EXCEEDED', 'TOO_MANY_TOKENS', null, { limit: LIMITS.tokens });
    throw new DocumentErrors([withCode(error, 'GRAPHQL_PARSE_FAILED')]);
  }
}

/** Compiled operations report errors of a class of their own. */
function asGraphqlError({ message, path, nodes, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, nodes: nodes ?? null, originalError: originalError ?? null });
}
