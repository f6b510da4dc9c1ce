/** The service cannot start. The message is one sentence that says what to do; it is printed without a stack. */
export class StartError extends Error {
    name = 'StartError';
}
