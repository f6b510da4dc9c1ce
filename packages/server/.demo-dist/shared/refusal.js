/**
 * A domain rule says no to something that a person can correct. It reaches the client as a UserError of the payload;
 * `field` is the path of the input field, `params` fill the message.
 */
export class Refusal extends Error {
    code;
    field;
    params;
    constructor(code, field = null, params = {}) {
        super(code);
        this.code = code;
        this.field = field;
        this.params = params;
    }
}
/** Several refusals at once, so that a form shows all its mistakes. */
export class Refusals extends Error {
    refusals;
    constructor(refusals) {
        super(refusals.map(({ code }) => code).join(', '));
        this.refusals = refusals;
    }
}
/** Throws what was gathered, if anything. */
export function refuse(refusals) {
    if (refusals.length > 0)
        throw new Refusals(refusals);
}
