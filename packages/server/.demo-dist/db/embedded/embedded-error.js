/** The embedded PostgreSQL cannot run. The message is a sentence (or two) that says what to do; it is printed without a stack. */
export class EmbeddedError extends Error {
    name = 'EmbeddedError';
}
