/** What a request can fail with as a whole; a person can't correct it inside a form. */
export const FAILURE_CODES = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT', 'RATE_LIMITED', 'COST_EXCEEDED'];
/** Becomes a top-level error with `extensions.code`; `reason` is a stable code of its own and `field` the argument at fault. */
export class Failure extends Error {
    code;
    reason;
    field;
    params;
    constructor(code, reason = code, field = null, params = {}) {
        super(reason);
        this.code = code;
        this.reason = reason;
        this.field = field;
        this.params = params;
    }
}
export const unauthenticated = () => new Failure('UNAUTHENTICATED');
export const forbidden = () => new Failure('FORBIDDEN');
/** Also said of what exists but is not the viewer's: a foreign id must teach nothing. */
export const notFound = (reason = 'NOT_FOUND', field = null) => new Failure('NOT_FOUND', reason, field);
/** Somebody else changed it after it was read. */
export const conflict = () => new Failure('CONFLICT', 'STALE_VERSION', 'version');
export const badInput = (field, reason, params = {}) => new Failure('BAD_USER_INPUT', reason, field, params);
