/** The longest texts that people may send, in characters; the API tells them to every form. */
export const LIMITS = { subject: 300, text: 20_000, comment: 2_000, reason: 2_000, name: 200, answer: 20_000, note: 4_000, promise: 500 } as const;

/** The most questions of one appeal. */
export const MAX_QUESTIONS = 10;
