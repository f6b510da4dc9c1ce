import { GraphQLError } from 'graphql';
import { Failure } from '../shared/failures.js';
import { messageOf } from '../shared/messages.js';
/** Codes of GraphQL's own checks of a document; their texts speak of the schema alone and may be shown. */
const OF_THE_DOCUMENT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED', 'OPERATION_RESOLUTION_FAILURE']);
/** The innermost error that was thrown; layers wrap it. */
function cause(error) {
    let at = error;
    // By its shape: compiled operations throw an error class of their own.
    while (at && at.originalError)
        at = at.originalError;
    return at;
}
/** What a client is told: a stable code and a sentence, never a stack, an SQL text or a path of a file. */
export function maskError(formatted, error, { locale, requestId, report }) {
    const original = cause(error);
    const { path, locations } = formatted;
    if (original instanceof Failure) {
        const { code, reason, field, params } = original;
        return { message: messageOf(reason, locale, params), path, locations, extensions: { code, ...(reason === code ? {} : { reason }), ...(field ? { field } : {}) } };
    }
    const code = typeof formatted.extensions?.['code'] === 'string' ? formatted.extensions['code'] : '';
    if (OF_THE_DOCUMENT.has(code) || isOfGraphql(original)) {
        return { message: formatted.message, path, locations, extensions: { code: code && code !== 'INTERNAL_SERVER_ERROR' ? code : 'BAD_USER_INPUT' } };
    }
    report(original, requestId);
    return { message: messageOf('INTERNAL_SERVER_ERROR', locale), path, locations, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
}
/** GraphQL itself refused a document or a variable: an error of its own without anything thrown behind it and without a path into the data. */
const isOfGraphql = (error) => error instanceof GraphQLError && !error.originalError && !error.path;
