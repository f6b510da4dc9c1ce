/** What a request can fail with as a whole; a person can't correct it inside a form. */
export const FAILURE_CODES = [
  'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT', 'RATE_LIMITED', 'COST_EXCEEDED',
  'TIMEOUT', 'BAD_REQUEST', 'METHOD_NOT_ALLOWED', 'NOT_ACCEPTABLE'] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** Becomes a top-level error with `extensions.code`; `reason` is a stable code of its own and `field` the argument at fault. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly reason: string = code,
    readonly field: string | null = null,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
  }
}

export const unauthenticated = (): Failure => new Failure('UNAUTHENTICATED');
export const forbidden = (): Failure => new Failure('FORBIDDEN');
/** Also said of what exists but is not the viewer's: a foreign id must teach nothing. */
export const notFound = (reason = 'NOT_FOUND', field: string | null = null): Failure => new Failure('NOT_FOUND', reason, field);
/** Somebody else changed it after it was read. */
export const conflict = (): Failure => new Failure('CONFLICT', 'STALE_VERSION', 'version');
export const badInput = (field: string | null, reason: string, params: Record<string, string | number> = {}): Failure =>
  new Failure('BAD_USER_INPUT', reason, field, params);
