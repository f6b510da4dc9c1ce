import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { Failure } from '../shared/failures.js';
import type { Locale } from '../shared/locale.js';
import { messageOf } from '../shared/messages.js';

/** Codes of GraphQL's own checks of a document; their texts speak of the schema alone and may be shown. */
const OF_THE_DOCUMENT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'OPERATION_RESOLUTION_FAILURE']);

interface MaskOptions {
  locale: Locale;
  requestId: string;
  /** Called with what nobody expected; it is a bug. */
  report: (error: unknown, requestId: string) => void;
}

/** The innermost error that was thrown; layers wrap it. */
function cause(error: unknown): unknown {
  let at = error;
  // By its shape: compiled operations throw an error class of their own.
  while (at && (at as Partial<GraphQLError>).originalError) at = (at as GraphQLError).originalError;
  return at;
}

/** What a client is told: a stable code and a sentence, never a stack, an SQL text or a path of a file. */
export function maskError(formatted: GraphQLFormattedError, error: unknown, { locale, requestId, report }: MaskOptions): GraphQLFormattedError {
  const original = cause(error);
  const { path, locations } = formatted;
  if (original instanceof Failure) {
    const { code, reason, field, params } = original;
    return { message: messageOf(reason, locale, params), path, locations, extensions: { code, ...(reason === code ? {} : { reason }), ...(field ? { field } : {}) } };
  }
  if (isDataException(original)) {
    return { message: messageOf('VALUE_OUT_OF_RANGE', locale), path, locations, extensions: { code: 'BAD_USER_INPUT', reason: 'VALUE_OUT_OF_RANGE' } };
  }
  const code = typeof formatted.extensions?.['code'] === 'string' ? formatted.extensions['code'] : '';
  if (OF_THE_DOCUMENT.has(code) || isOfGraphql(original)) {
    return { message: formatted.message, path, locations, extensions: { code: code && code !== 'INTERNAL_SERVER_ERROR' ? code : 'BAD_USER_INPUT' } };
  }
  report(original, requestId);
  return { message: messageOf('INTERNAL_SERVER_ERROR', locale), path, locations, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
}

/** GraphQL itself refused a document or a variable: an error of its own without anything thrown behind it and without a path into the data. */
const isOfGraphql = (error: unknown): boolean => error instanceof GraphQLError && !error.originalError && !error.path;

/** PostgreSQL's class 22: a value that no column can hold, such as a NUL in a text or a forged cursor's day. Nothing was changed. */
const isDataException = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^22\w{3}$/.test(code);
};
