/** What has a history of its own; within it entries are numbered and chained. */
export type Stream = `${'appeal' | 'account' | 'partner' | 'personal'}:${string}`;

/** An appeal's history. */
export const appealStream = (id: string): Stream => `appeal:${id}`;
/** The history of an account of the console, or of an invitation that became none. */
export const accountStream = (id: string): Stream => `account:${id}`;
/** The history of a partner with its keys and webhooks. */
export const partnerStream = (id: string): Stream => `partner:${id}`;
/** What was done with one person's data over several appeals; the id must tell nothing about the person. */
export const personalStream = (id: string): Stream => `personal:${id}`;
