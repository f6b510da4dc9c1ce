import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { useCommonText } from '../i18n/use-text';

/** The stable codes of top-level errors, and two of our own for what never reached the server. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'INTERNAL_SERVER_ERROR'
  | 'NETWORK'
  | 'UNKNOWN';

const KNOWN: readonly string[] = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'BAD_USER_INPUT',
  'RATE_LIMITED',
  'INTERNAL_SERVER_ERROR',
];

/** The code of whatever Apollo throws. */
export function errorCode(error: unknown): ErrorCode {
  if (CombinedGraphQLErrors.is(error)) {
    const code = error.errors[0]?.extensions?.['code'];
    return typeof code === 'string' && KNOWN.includes(code) ? (code as ErrorCode) : 'UNKNOWN';
  }
  if (ServerError.is(error)) return error.statusCode >= 500 ? 'NETWORK' : 'UNKNOWN';
  return error instanceof TypeError ? 'NETWORK' : 'UNKNOWN';
}

/** A sentence for the person; the server's own where it says something a person can use. */
export function useErrorText(): (error: unknown) => string {
  const t = useCommonText();
  return (error) => {
    const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : undefined;
    switch (errorCode(error)) {
      case 'NETWORK':
        return t('state.network');
      case 'FORBIDDEN':
        return t('state.forbidden');
      case 'NOT_FOUND':
        return t('state.notFound');
      case 'CONFLICT':
        return t('state.conflict');
      case 'INTERNAL_SERVER_ERROR':
        return t('state.internal', { requestId: String(first?.extensions?.['requestId'] ?? '–') });
      default:
        return first?.message ?? t('state.unknown');
    }
  };
}
