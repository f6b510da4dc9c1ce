import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Failure } from '../shared/failures.js';
import type { Locale } from '../shared/locale.js';
import { messageOf } from '../shared/messages.js';
import { LIMITS } from './limits/limits.js';
import { DocumentErrors } from './operations.js';

interface MaskOptions {
  locale: Locale;
  requestId: string;
  /** Called with what nobody expected; it is a bug. */
  report: (error: unknown, requestId: string) => void;
}

/** Refusals whose figures a program needs: how long to wait, how much was asked. */
const WITH_FIGURES = new Set(['RATE_LIMITED', 'COST_EXCEEDED']);

/** The innermost error that was thrown; layers wrap it. */
function cause(error: unknown): unknown {
  let at = error;
  // By its shape: compiled operations throw an error class of their own.
  while (at && (at as Partial<GraphQLError>).originalError) at = (at as GraphQLError).originalError;
  return at;
}

/** What a client is told of an error of a running operation: a stable code and a sentence, never a stack, an SQL text or a path of a file. */
export function maskError(error: GraphQLError, options: MaskOptions): GraphQLFormattedError {
  const { message, path, locations } = error;
  const where = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
  const original = cause(error);
  const told = tell(original, options);
  if (told) return { message: told.message, ...where, extensions: told.extensions ?? {} };
  const code = error.extensions['code'];
  // GraphQL itself refused the document or a variable: nothing was thrown, and nothing of the data was reached.
  if (original instanceof GraphQLError && !original.originalError && (code || !path)) {
    return { message: withoutSuggestions(message), ...where, extensions: { code: typeof code === 'string' ? code : 'BAD_USER_INPUT' } };
  }
  return { ...broken(original, options), ...where };
}

/** The same for a request that was refused as a whole, with at most five errors. */
export function maskRefusal(error: unknown, options: MaskOptions): GraphQLFormattedError[] {
  if (error instanceof DocumentErrors) return maskErrors(error.errors, options);
  return [tell(error, options) ?? broken(error, options)];
}

export const maskErrors = (errors: readonly GraphQLError[], options: MaskOptions): GraphQLFormattedError[] =>
  errors.slice(0, LIMITS.errors).map((error) => maskError(error, options));

function tell(error: unknown, { locale }: MaskOptions): GraphQLFormattedError | null {
  if (error instanceof Failure) {
    const { code, reason, field, params } = error;
    const figures = WITH_FIGURES.has(code) ? params : {};
    return { message: messageOf(reason, locale, params), extensions: { code, ...(reason === code ? {} : { reason }), ...(field ? { field } : {}), ...figures } };
  }
  const code = databaseCode(error);
  // Class 22: a value that no column can hold, such as a NUL in a text or a forged cursor's day. Nothing was changed.
  if (/^22\w{3}$/.test(code)) return { message: messageOf('VALUE_OUT_OF_RANGE', locale), extensions: { code: 'BAD_USER_INPUT', reason: 'VALUE_OUT_OF_RANGE' } };
  if (code === STATEMENT_CANCELLED) return { message: messageOf('TIMEOUT', locale), extensions: { code: 'TIMEOUT' } };
  return null;
}

/** PostgreSQL gave up after OPERATION_TIMEOUT. */
const STATEMENT_CANCELLED = '57014';

function databaseCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

function broken(error: unknown, { locale, requestId, report }: MaskOptions): GraphQLFormattedError {
  report(error, requestId);
  return { message: messageOf('INTERNAL_SERVER_ERROR', locale), extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
}

/** Names of fields that the caller did not write are nobody's to guess. */
const withoutSuggestions = (message: string): string => message.replace(/ ?Did you mean [^?]*\?/g, '');
